namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>samples/DesktopLogin against a server that requires PKCE, before and after its repair.</summary>
public sealed class DesktopLoginTests(AuthorizationServer server, SourceTree sources) : IClassFixture<SourceTree>
{
    [Fact]
    public async Task The_sample_as_it_is_is_refused_for_lack_of_PKCE()
    {
        var sample = sources.CopySample("AsItIs");
        (await sample.BuildAsync()).EnsureSuccess();

        await using var login = await sample.StartLoginAsync(server);
        var result = await login.CompleteAsync(await login.AuthorizeAsync());

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("invalid_request: Authorization Server policy requires PKCE to be used for this request", result.Output);
    }
}
