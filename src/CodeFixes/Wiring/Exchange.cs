using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>An authorization request and the token request that redeems its code.</summary>
/// <param name="Carry">How the verifier gets from the one to the other: one of <see cref="Repair"/>'s ways.</param>
/// <param name="SetUp">The call before which the way needs a statement: what builds the host, or protects the state.</param>
sealed record Exchange(ExchangeEnd Authorization, ExchangeEnd Token, string Carry, Request? SetUp)
{
    /// <summary>What gives the dictionary that travels as state, before it is protected and when it has come back.</summary>
    public (string Kept, string Returned)? State { get; private init; }

    /// <summary>Null where <paramref name="diagnostic"/> carries no sound repair.</summary>
    public static async Task<Exchange?> ReadAsync(SourceFiles files, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(Repair.Carry, out var carry) || carry is null)
            return null;
        var authorization = await ExchangeEnd.ReadAsync(files, diagnostic, Repair.Authorization, cancellationToken).ConfigureAwait(false);
        var token = await ExchangeEnd.ReadAsync(files, diagnostic, Repair.Token, cancellationToken).ConfigureAwait(false);
        if (authorization is null || token is null)
            return null;
        if (!diagnostic.Properties.ContainsKey(Repair.CarrySetUp))
            return new Exchange(authorization, token, carry, SetUp: null);
        return diagnostic.LocationAt(diagnostic.IndexOf(Repair.CarrySetUp)) is { } build && await files.FindAsync(build, cancellationToken).ConfigureAwait(false) is { } file
            ? new Exchange(authorization, token, carry, Request.OfCall(file, build.SourceSpan)) { State = StateOf(diagnostic) }
            : null;
    }

    static (string, string)? StateOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Repair.StateKept, out var kept) && diagnostic.Properties.TryGetValue(Repair.StateReturned, out var returned) ? (kept!, returned!) : null;
}
