using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A request that is changed without the other half of its exchange.</summary>
/// <param name="Sites">Where its parameters are added, in one function.</param>
sealed record LoneRequest(IReadOnlyList<InsertionTarget> Sites, bool IsToken)
{
    /// <summary>Null where its file cannot be edited.</summary>
    public static async Task<LoneRequest?> OfAsync(SourceFiles files, ExchangeParticipant alone, CancellationToken cancellationToken) =>
        await PlannedParticipant.OfAsync(files, [alone], cancellationToken).ConfigureAwait(false) is { Count: > 0 } ends
            ? new LoneRequest([.. ends.Select(end => end.Request)], alone.Request.Kind == RequestKind.Token)
            : null;

    /// <summary>Null where there is no place for the proof key.</summary>
    public SolutionEdits? Plan(Names names, SolutionEdits planned)
    {
        var edits = new SolutionEdits();
        return
            StatementInsertionPoint.Around(Sites[0].Place).FirstOrDefault(SeesAll) is { } spot
            && (IsToken ? TakeVerifier(spot, names, edits) : CreateProofKey(spot, names, edits, planned))
            ? edits
            : null;
    }

    bool SeesAll(StatementInsertionPoint spot) => Sites.All(site => site.File == Sites[0].File && spot.Scope.Span.Contains(site.Span));

    bool CreateProofKey(StatementInsertionPoint spot, Names names, SolutionEdits edits, SolutionEdits planned)
    {
        var code = RequestProofKey.At(Sites[0], spot.Node.SpanStart, edits, planned, names);
        var local = names.Local(code.LocalName, null, spot.Node);
        edits.In(Sites[0].File).InsertBefore(spot, code.Declare(local));
        return Add(edits, code.AuthorizationParameters(local));
    }

    /// <summary>Whoever brings the code sets the verifier, too.</summary>
    bool TakeVerifier(StatementInsertionPoint spot, Names names, SolutionEdits edits)
    {
        const string property = "CodeVerifier";
        var first = Sites[0];
        if (
            spot.IsConditional(first.Place)
            || InstanceType.Of(Sites) is not { } type
            || !type.TryAddProperty(edits.In(first.File), first, property, ProofKeyParameters.Document(ProofKeyParameters.CodeVerifier))
        )
            return false;
        var local = names.Local(ProofKeyParameters.InCode(ProofKeyParameters.CodeVerifier), null, spot.Node);
        edits
            .In(first.File)
            .InsertBefore(
                spot,
                $"var {local} = {first.OrThrow(property, nameof(InvalidOperationException), "\"No code verifier has been set.\"")};"
            );
        return Add(edits, ProofKeyParameters.Given(ProofKeyParameters.CodeVerifier, local));
    }

    bool Add(SolutionEdits edits, IReadOnlyList<AddedParameter> parameters) =>
        Sites.All(site => RequestInsertion.TryInsert(edits, site, parameters));
}
