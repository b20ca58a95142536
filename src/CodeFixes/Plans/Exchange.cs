using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Authorization requests and the token requests that redeem their codes.</summary>
/// <param name="Tokens">None where a framework makes the token request.</param>
/// <param name="Carry">How the verifier gets from the ones to the others: one of <see cref="Repair"/>'s ways.</param>
/// <param name="SetUp">The call before which the way needs a statement: what builds the host, or protects the state.</param>
sealed record Exchange(IReadOnlyList<ExchangeEnd> Authorizations, IReadOnlyList<ExchangeEnd> Tokens, string Carry, Request? SetUp)
{
    /// <summary>What gives the dictionary that travels as state, before it is protected and when it has come back.</summary>
    public (string Kept, string? Returned)? State { get; private init; }

    /// <summary>What tells the verifier from others in a store; null where it is in none.</summary>
    public StoreKey? Key { get; private init; }

    /// <summary>Null where <paramref name="diagnostic"/> carries no sound repair.</summary>
    public static async Task<Exchange?> ReadAsync(SourceFiles files, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(Repair.Carry, out var carry) || carry is null)
            return null;
        var authorizations = await ExchangeEnd
            .ReadAllAsync(files, diagnostic, Repair.Authorization, cancellationToken)
            .ConfigureAwait(false);
        var tokens = await ExchangeEnd.ReadAllAsync(files, diagnostic, Repair.Token, cancellationToken).ConfigureAwait(false);
        if (
            authorizations is not { Count: > 0 }
            || tokens is null
            || tokens.Count == 0 && !diagnostic.Properties.ContainsKey(Repair.StateKept)
            || !await ExchangeEnd.KnowAllCallsAsync([.. authorizations, .. tokens], files.Solution, cancellationToken).ConfigureAwait(false)
        )
            return null;
        if (!diagnostic.Properties.ContainsKey(Repair.CarrySetUp))
            return new Exchange(authorizations, tokens, carry, SetUp: null) { Key = StoreKey.Of(diagnostic) };
        return
            diagnostic.LocationAt(diagnostic.IndexOf(Repair.CarrySetUp)) is { } build
            && await files.FindAsync(build, cancellationToken).ConfigureAwait(false) is { } file
            ? new Exchange(authorizations, tokens, carry, Request.OfCall(file, build.SourceSpan))
            {
                State = StateOf(diagnostic),
                Key = StoreKey.Of(diagnostic),
            }
            : null;
    }

    static (string, string?)? StateOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Repair.StateKept, out var kept)
            ? (kept!, diagnostic.Properties.TryGetValue(Repair.StateReturned, out var returned) ? returned : null)
            : null;
}
