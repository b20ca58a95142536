using System.Text.Json;
using Pkce;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>What the sample server says of itself.</summary>
public sealed class MetadataTests(SampleServer server) : IDisposable
{
    readonly HttpClient http = new();

    [Theory, InlineData("oauth-authorization-server"), InlineData("openid-configuration")]
    public async Task The_metadata_is_at_both_addresses(string name)
    {
        var metadata = JsonElement.Parse(await http.GetStringAsync($"{server.Issuer}/.well-known/{name}"));

        Assert.Equal(server.Issuer, metadata.GetProperty("issuer").GetString());
        Assert.Equal($"{server.Issuer}/token", metadata.GetProperty("token_endpoint").GetString());
        Assert.Equal("""["S256"]""", metadata.GetProperty("code_challenge_methods_supported").GetRawText());
    }

    [Fact]
    public async Task The_issuer_is_the_configured_one_whatever_host_a_request_names()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Issuer}/.well-known/oauth-authorization-server");
        request.Headers.Host = "127.0.0.1:1";
        using var response = await http.SendAsync(request);

        Assert.Contains($"\"{server.Issuer}\"", await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_authorization_response_names_the_issuer()
    {
        using var exchange = new Exchange(server);
        var proofKey = ProofKey.Create();

        var response = await exchange.AuthorizeAsync(
            server.PublicClient, ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", "S256"));

        Assert.Equal(server.Issuer, response["iss"]);
    }

    [Theory, InlineData(""), InlineData("http://as.example"), InlineData("https://as.example/"), InlineData("as.example")]
    public async Task An_issuer_that_is_none_is_refused_at_the_start(string issuer)
    {
        await using var other = server.Start("http://127.0.0.1:0", issuer);

        var result = await other.WaitForExitAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("The Issuer in the configuration", result.Error + result.Output);
    }

    public void Dispose() => http.Dispose();
}
