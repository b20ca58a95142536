using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A request that is changed without the other half of its exchange.</summary>
/// <param name="Sites">Where its parameters are added, in one function.</param>
sealed record LoneRequest(IReadOnlyList<Request> Sites, bool IsToken)
{
    /// <summary>Null where <paramref name="diagnostic"/> carries no such repair.</summary>
    public static async Task<LoneRequest?> ReadAsync(SourceFiles files, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await ExchangeEnd.ReadAllAsync(files, diagnostic, Repair.Alone, cancellationToken).ConfigureAwait(false) is { Count: > 0 } ends
            ? new LoneRequest([.. ends.Select(end => end.Request)], diagnostic.Id == "PKCE1004")
            : null;

    /// <summary>Null where there is no place for the proof key.</summary>
    public SolutionEdits? Plan(Names names, SolutionEdits planned)
    {
        var edits = new SolutionEdits();
        return
            StatementSpot.Around(Sites[0].Place).FirstOrDefault(SeesAll) is { } spot
            && (IsToken ? TakeVerifier(spot, names, edits) : CreateProofKey(spot, names, edits, planned))
            ? edits
            : null;
    }

    bool SeesAll(StatementSpot spot) => Sites.All(site => site.File == Sites[0].File && spot.Scope.Span.Contains(site.Span));

    bool CreateProofKey(StatementSpot spot, Names names, SolutionEdits edits, SolutionEdits planned)
    {
        var code = Sites[0].ProofKeysAt(spot.Node.SpanStart, edits, planned, names);
        var local = names.Local(code.LocalName, null, spot.Node);
        edits.In(Sites[0].File).InsertBefore(spot, code.Declare(local));
        return Add(edits, code.AuthorizationParameters(local));
    }

    /// <summary>Whoever brings the code sets the verifier, too.</summary>
    bool TakeVerifier(StatementSpot spot, Names names, SolutionEdits edits)
    {
        const string property = "CodeVerifier";
        var first = Sites[0];
        if (
            spot.IsConditional(first.Place)
            || InstanceType.Of(Sites) is not { } type
            || !type.TryAddProperty(edits.In(first.File), first, property, ParameterNames.Document(ParameterNames.CodeVerifier))
        )
            return false;
        var local = names.Local(ParameterNames.InCode(ParameterNames.CodeVerifier), null, spot.Node);
        edits
            .In(first.File)
            .InsertBefore(
                spot,
                $"var {local} = {first.OrThrow(property, nameof(InvalidOperationException), "\"No code verifier has been set.\"")};"
            );
        return Add(edits, ParameterNames.Given(ParameterNames.CodeVerifier, local));
    }

    bool Add(SolutionEdits edits, IReadOnlyList<Parameter> parameters) =>
        Sites.All(site => RequestInsertion.TryInsert(edits, site, parameters));
}
