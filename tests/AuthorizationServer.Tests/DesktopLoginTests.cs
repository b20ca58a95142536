using System.Net;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>The two samples with each other, and what the client does with responses that are not to be trusted.</summary>
public sealed class DesktopLoginTests(SampleServer server, DesktopLogin client)
{
    const string OfOAuth = "/.well-known/oauth-authorization-server";
    const string OfOpenIdConnect = "/.well-known/openid-configuration";

    [Fact]
    public async Task The_samples_log_in_with_each_other()
    {
        await using var login = await client.StartAsync(server.Issuer);

        Assert.Equal(HttpStatusCode.OK, await login.DeliverAsync(await login.AuthorizeAsync()));

        Assert.Contains("Logged in: received an access token for 3600 seconds.", (await login.WaitForExitAsync()).Succeeded().Output);
    }

    [Fact]
    public async Task What_does_not_have_the_state_of_the_login_does_not_end_it()
    {
        await using var login = await client.StartAsync(server.Issuer);

        string[] others = ["code=stolen&state=another", "error=access_denied", $"state={login.State}&state=another"];
        foreach (var query in others)
            Assert.Equal(HttpStatusCode.BadRequest, await login.DeliverAsync(new Uri($"{login.RedirectUri}?{query}")));
        Assert.Equal(HttpStatusCode.NotFound, await login.DeliverAsync(new Uri(new Uri(login.RedirectUri), "/favicon.ico")));

        Assert.Equal(HttpStatusCode.OK, await login.DeliverAsync(await login.AuthorizeAsync()));
        (await login.WaitForExitAsync()).Succeeded();
    }

    [Theory, InlineData("&iss=https%3A%2F%2Fevil.example"), InlineData("")]
    public async Task A_response_of_another_issuer_is_refused(string issuer)
    {
        await using var login = await client.StartAsync(server.Issuer);

        await login.DeliverAsync(new Uri($"{login.RedirectUri}?code=x&state={login.State}{issuer}"));

        var result = await login.WaitForExitAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"The response is not of {server.Issuer}", result.Error);
    }

    [Fact]
    public async Task Nothing_of_a_response_commands_the_terminal()
    {
        await using var login = await client.StartAsync(server.Issuer);

        var response = $"{login.RedirectUri}?state={login.State}&iss={Uri.EscapeDataString(server.Issuer)}";
        await login.DeliverAsync(new Uri(response + "&error=denied%1B%5D0%3B&error_description=%1B%5B2J%0D%0Aspoof%E2%80%AE%C2%9B"));

        var result = await login.WaitForExitAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("deniedU+001B]0;: U+001B[2JU+000DU+000AspoofU+202EU+009B", result.Error.TrimEnd());
    }

    [Theory, InlineData(OfOAuth), InlineData(OfOpenIdConnect)]
    public async Task Metadata_is_found_at_both_addresses(string path)
    {
        await using var issuer = StubIssuer.Listen(path, MetadataOf);
        await using var login = await client.StartAsync(issuer.Issuer);

        Assert.StartsWith($"{issuer.Issuer}/authorize?", login.AuthorizationUrl.OriginalString);
    }

    [Fact]
    public async Task Metadata_of_another_issuer_is_refused()
    {
        await using var issuer = StubIssuer.Listen(OfOAuth, _ => MetadataOf("https://honest.example"));

        var result = await client.RunAsync(issuer.Issuer);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The metadata is that of another issuer, https://honest.example.", result.Error);
    }

    [Theory, InlineData("file:///bin/sh"), InlineData("relative"), InlineData("javascript:alert(1)")]
    public async Task An_endpoint_that_is_no_page_is_not_opened(string endpoint)
    {
        await using var issuer = StubIssuer.Listen(OfOAuth, self => MetadataOf(self).Replace($"{self}/authorize", endpoint));

        var result = await client.RunAsync(issuer.Issuer);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(endpoint, result.Error);
        Assert.DoesNotContain("Log in with your browser", result.Output);
    }

    [Fact]
    public async Task A_server_without_metadata_is_named()
    {
        await using var issuer = StubIssuer.Listen("/nowhere", MetadataOf);

        var result = await client.RunAsync(issuer.Issuer);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("publishes no metadata", result.Error);
    }

    static string MetadataOf(string issuer) =>
        $$"""{"issuer":"{{issuer}}","authorization_endpoint":"{{issuer}}/authorize","token_endpoint":"{{issuer}}/token"}""";
}
