using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>An <see cref="Exchange"/> in the files that are edited.</summary>
/// <param name="Tokens">None where a framework makes the token request.</param>
/// <param name="Carrier">How the verifier gets from the ones to the others.</param>
/// <param name="SetUp">The call before which the carrier needs a statement: what builds the host, or protects the state.</param>
sealed record PlannedExchange(
    IReadOnlyList<PlannedParticipant> Authorizations,
    IReadOnlyList<PlannedParticipant> Tokens,
    VerifierCarrier Carrier,
    InsertionTarget? SetUp
)
{
    /// <summary>As <see cref="Exchange.State"/>.</summary>
    public ProtectedState? State { get; init; }

    /// <summary>As <see cref="Exchange.Key"/>.</summary>
    public CarrierKey? Key { get; init; }

    /// <summary>Null where a file cannot be edited, or where the solution has calls that the project of the exchange does not.</summary>
    public static async Task<PlannedExchange?> OfAsync(SourceFiles files, Exchange exchange, CancellationToken cancellationToken)
    {
        if (
            await PlannedParticipant.OfAsync(files, exchange.Authorizations, cancellationToken).ConfigureAwait(false)
                is not { } authorizations
            || await PlannedParticipant.OfAsync(files, exchange.Tokens, cancellationToken).ConfigureAwait(false) is not { } tokens
            || !await PlannedParticipant
                .KnowAllCallsAsync([.. authorizations, .. tokens], files.Solution, cancellationToken)
                .ConfigureAwait(false)
        )
            return null;
        InsertionTarget? setUp = null;
        if (exchange.SetUp is { } call)
        {
            if (await files.FindAsync(call.SyntaxTree, cancellationToken).ConfigureAwait(false) is not { } file)
                return null;
            setUp = InsertionTarget.OfCall(file, call.Span);
        }
        return new PlannedExchange(authorizations, tokens, exchange.Carrier, setUp) { State = exchange.State, Key = exchange.Key };
    }
}
