using System.Net;
using System.Text.Json;
using System.Web;
using Pkce;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>What PKCE is for: an authorization code is worth nothing without the verifier of its request.</summary>
public sealed class InterceptedCodeTests(AuthorizationServer server) : IDisposable
{
    const string RedirectUri = "http://127.0.0.1:50000/callback";

    readonly HttpClient http = new();

    [Fact]
    public async Task Whoever_has_the_code_and_its_verifier_receives_tokens()
    {
        var proofKey = ProofKey.Create();
        var code = await ObtainCodeAsync(proofKey);

        var response = await RequestTokensAsync(code, proofKey.CodeVerifier);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.NotEqual("", response.Body.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task An_attacker_without_a_verifier_is_refused()
    {
        var code = await ObtainCodeAsync(ProofKey.Create());

        var response = await RequestTokensAsync(code, verifier: null);

        AssertRefused(response, "code_verifier must be provided");
    }

    [Fact]
    public async Task An_attacker_with_a_verifier_of_their_own_is_refused()
    {
        var code = await ObtainCodeAsync(ProofKey.Create());

        var response = await RequestTokensAsync(code, ProofKey.Create().CodeVerifier);

        AssertRefused(response, "code_verifier does not match code_challenge");
    }

    [Fact]
    public async Task An_attacker_who_saw_the_challenge_is_refused()
    {
        var proofKey = ProofKey.Create();
        var code = await ObtainCodeAsync(proofKey);

        var response = await RequestTokensAsync(code, proofKey.CodeChallenge);

        AssertRefused(response, "code_verifier does not match code_challenge");
    }

    public void Dispose() => http.Dispose();

    static void AssertRefused((HttpStatusCode Status, JsonElement Body, string Detail) response, string detail)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("invalid_grant", response.Body.GetProperty("error").GetString());
        Assert.False(response.Body.TryGetProperty("access_token", out _));
        Assert.Equal(detail, response.Detail);
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

    async Task<(HttpStatusCode Status, JsonElement Body, string Detail)> RequestTokensAsync(string code, string? verifier)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = server.ClientId,
            ["redirect_uri"] = RedirectUri,
            ["code"] = code,
        };
        if (verifier is not null)
        {
            form["code_verifier"] = verifier;
        }

        using var response = await http.PostAsync(server.TokenEndpoint, new FormUrlEncodedContent(form));
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var detail = response.Headers.TryGetValues("Error-Detail", out var details) ? details.Single() : "";
        return (response.StatusCode, body, detail);
    }
}
