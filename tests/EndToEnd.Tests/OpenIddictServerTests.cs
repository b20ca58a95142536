using System.Net;
using System.Web;
using Pkce;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>An authorization server by OpenIddict without and with <c>RequireProofKeyForCodeExchange</c>, which PKCE4001 asks for: only with
/// it is a code worth nothing to a thief whatever the client sends.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class OpenIddictServerTests(Programs programs)
{
    const string ClientId = "desktop";
    const string RedirectUri = "http://127.0.0.1:50000/callback";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_with_a_proof_key_logs_in_and_a_thief_of_its_code_does_not(bool required)
    {
        await using var server = await StartAsync(required);
        var proofKey = ProofKey.Create();

        var theft = await RedeemAsync(server, await ObtainCodeAsync(server, proofKey), verifier: null);
        var login = await RedeemAsync(server, await ObtainCodeAsync(server, proofKey), proofKey.CodeVerifier);

        Assert.Equal(HttpStatusCode.BadRequest, theft.Status);
        Assert.False(theft.Body.TryGetProperty("access_token", out _));
        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.NotEqual("", login.Body.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task Code_without_a_challenge_is_anybodys_where_nothing_is_required()
    {
        await using var server = await StartAsync(required: false);

        var theft = await RedeemAsync(server, await ObtainCodeAsync(server, proofKey: null), verifier: null);

        Assert.Equal(HttpStatusCode.OK, theft.Status);
    }

    [Fact]
    public async Task No_code_is_given_without_a_challenge_where_one_is_required()
    {
        await using var server = await StartAsync(required: true);

        using var userAgent = new UserAgent();
        var answer = await userAgent.OpenAsync(AuthorizationUrl(server, proofKey: null));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The mandatory 'code_challenge' parameter is missing.", answer.Text);
    }

    Task<WebProgram> StartAsync(bool required) =>
        WebProgram.StartAsync(programs.Faulty, Matrix.Issuer, "--require-proof-key", required ? "true" : "false");

    static async Task<string> ObtainCodeAsync(WebProgram server, ProofKey? proofKey)
    {
        using var userAgent = new UserAgent();
        var redirect = await userAgent.AuthorizeAsync(AuthorizationUrl(server, proofKey).AbsoluteUri);
        return HttpUtility.ParseQueryString(redirect.Query)["code"]
            ?? throw new InvalidOperationException($"The authorization response has no code: {redirect}");
    }

    static Uri AuthorizationUrl(WebProgram server, ProofKey? proofKey)
    {
        var url = new Uri($"{server.Address}/auth?response_type=code&client_id={ClientId}&redirect_uri={Uri.EscapeDataString(RedirectUri)}");
        return proofKey?.AddToAuthorizationUrl(url) ?? url;
    }

    static async Task<TokenEndpointResponse> RedeemAsync(WebProgram server, string code, string? verifier)
    {
        using var http = new HttpClient();
        return await TokenEndpointResponse.RequestAsync(http, $"{server.Address}/token", ClientId, code, RedirectUri, verifier);
    }
}
