using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Sends the code verifier that the program keeps already.</summary>
static class KeptVerifierRepair
{
    const string Missing = "\"No authorization request has been made.\"";

    /// <summary>Null where a place of the token request cannot be edited.</summary>
    public static async Task<SolutionEdits?> PlanAsync(
        SourceFiles files,
        KeptVerifier kept,
        Names names,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        foreach (var point in kept.Token.Points)
        {
            if (
                await InsertionTarget.OfAsync(files, point, cancellationToken).ConfigureAwait(false) is not { } target
                || VerifierAt(target, kept, names, edits) is not { } verifier
                || !RequestInsertion.TryInsert(edits, target, ProofKeyParameters.Given(ProofKeyParameters.CodeVerifier, verifier))
            )
                return null;
        }
        return edits.IsEmpty ? null : edits;
    }

    /// <summary>What gives the verifier at one place; where it may be missing, a local that does not.</summary>
    static string? VerifierAt(InsertionTarget target, KeptVerifier kept, Names names, SolutionEdits edits)
    {
        if (!kept.MayBeNull)
            return kept.Expression;
        if (StatementInsertionPoint.Around(target.Place).FirstOrDefault() is not { } spot || spot.IsConditional(target.Place))
            return null;
        var local = names.Local(ProofKeyParameters.InCode(ProofKeyParameters.CodeVerifier), null, spot.Node);
        var value = target.OrThrow(kept.Expression, nameof(InvalidOperationException), Missing);
        edits.In(target.File).InsertBefore(spot, $"var {local} = {value};");
        return local;
    }
}
