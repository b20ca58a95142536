using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests.Razor;

namespace PkceAnalyzers.Rules;

/// <summary>Judgements of requests in the markup of Razor files.</summary>
static class RazorJudgement
{
    /// <param name="arguments">Of the descriptor's message.</param>
    public static Judgement Create(DiagnosticDescriptor descriptor, RazorLink link, RazorFile file, params object[] arguments) =>
        new(descriptor, link.Place, descriptor.SeverityIn(file.Project), arguments);
}
