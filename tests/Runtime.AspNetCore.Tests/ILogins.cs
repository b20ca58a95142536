using Microsoft.AspNetCore.Http;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The two steps of a login, as the package and the helper do them.</summary>
public interface ILogins
{
    /// <summary>Gives the code challenge.</summary>
    string Begin(HttpContext context, string provider, string? state, string redirectUri, bool formPost = false);

    /// <summary>Gives the code verifier, or null.</summary>
    string? Take(HttpContext context, string provider, string? state);
}

sealed class LoginsOfPackage : ILogins
{
    public string Begin(HttpContext context, string provider, string? state, string redirectUri, bool formPost) =>
        Pkce.ProofKeyCookie.Begin(context, provider, state, redirectUri, formPost).CodeChallenge;

    public string? Take(HttpContext context, string provider, string? state) =>
        Pkce.ProofKeyCookie.Take(context, provider, state)?.CodeVerifier;
}
