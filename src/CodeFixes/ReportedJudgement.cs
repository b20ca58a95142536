using Microsoft.CodeAnalysis;
using PkceAnalyzers.Rules;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Finds the judgement that a diagnostic was made from.</summary>
static class ReportedJudgement
{
    /// <summary>By its rule and place; of several at one place the one that says the same. Null where there is none.</summary>
    public static Judgement? FindIn(this Diagnostic diagnostic, IEnumerable<Judgement> judgements)
    {
        var span = diagnostic.Location.SourceSpan;
        var found = judgements.Where(one => one.Id == diagnostic.Id && one.Place.SourceSpan == span).ToList();
        return found.Count < 2
            ? found.FirstOrDefault()
            : found.Find(one => one.ToDiagnostic().GetMessage() == diagnostic.GetMessage()) ?? found[0];
    }
}
