using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>An authorization request and the token request that redeems its code.</summary>
sealed class Exchange
{
    Exchange(Request authorization, Request token, bool byField)
    {
        Authorization = authorization;
        Token = token;
        ByField = byField;
    }

    public Request Authorization { get; }

    public Request Token { get; }

    /// <summary>Whether the verifier is kept in a field, the requests being made by different members.</summary>
    public bool ByField { get; }

    /// <summary>Null where <paramref name="diagnostic"/> carries no sound repair.</summary>
    public static async Task<Exchange?> ReadAsync(SourceFiles files, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(Repair.Carry, out var carry) || carry is not (Repair.CarryLocal or Repair.CarryField))
            return null;
        var authorization = await Request.ReadAsync(files, diagnostic, Repair.Authorization, cancellationToken).ConfigureAwait(false);
        var token = await Request.ReadAsync(files, diagnostic, Repair.Token, cancellationToken).ConfigureAwait(false);
        return authorization is null || token is null ? null : new Exchange(authorization, token, carry == Repair.CarryField);
    }
}
