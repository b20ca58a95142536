using System.Net;
using System.Web;
using Pkce;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>What PKCE is for: an authorization code is worth nothing without the verifier of its request.</summary>
public sealed class InterceptedCodeTests(AuthorizationServer server)
{
    const string RedirectUri = "http://127.0.0.1:50000/callback";

    [Fact]
    public async Task Whoever_has_the_code_and_its_verifier_receives_tokens()
    {
        var proofKey = ProofKey.Create();
        var code = await ObtainCodeAsync(proofKey);

        var response = await server.RequestTokensAsync(code, RedirectUri, proofKey.CodeVerifier);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.NotEqual("", response.Body.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task An_attacker_without_a_verifier_is_refused()
    {
        var code = await ObtainCodeAsync(ProofKey.Create());

        var response = await server.RequestTokensAsync(code, RedirectUri);

        response.AssertRefused("code_verifier must be provided");
    }

    [Fact]
    public async Task An_attacker_with_a_verifier_of_their_own_is_refused()
    {
        var code = await ObtainCodeAsync(ProofKey.Create());

        var response = await server.RequestTokensAsync(code, RedirectUri, ProofKey.Create().CodeVerifier);

        response.AssertRefused("code_verifier does not match code_challenge");
    }

    [Fact]
    public async Task An_attacker_who_saw_the_challenge_is_refused()
    {
        var proofKey = ProofKey.Create();
        var code = await ObtainCodeAsync(proofKey);

        var response = await server.RequestTokensAsync(code, RedirectUri, proofKey.CodeChallenge);

        response.AssertRefused("code_verifier does not match code_challenge");
    }

    async Task<string> ObtainCodeAsync(ProofKey proofKey)
    {
        using var userAgent = new UserAgent();
        var redirect = await userAgent.AuthorizeAsync(proofKey.AddToAuthorizationUrl(
            $"{server.AuthorizationEndpoint}?response_type=code&client_id={server.ClientId}&redirect_uri={Uri.EscapeDataString(RedirectUri)}&scope=openid"));
        var code = HttpUtility.ParseQueryString(redirect.Query)["code"];
        Assert.True(code is not null, $"The authorization response has no code: {redirect}");
        return code;
    }
}
