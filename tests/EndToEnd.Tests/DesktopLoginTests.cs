using System.Web;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>samples/DesktopLogin against a server that requires PKCE, before and after its repair.</summary>
public sealed class DesktopLoginTests(AuthorizationServer server, SourceTree sources)
{
    [Fact]
    public async Task The_sample_as_it_is_is_refused_for_lack_of_PKCE()
    {
        var sample = sources.CopySample("AsItIs");
        (await sample.BuildAsync()).Succeeded();

        await using var login = await sample.StartLoginAsync(server);
        var result = await login.CompleteAsync(await login.AuthorizeAsync());

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("invalid_request: Authorization Server policy requires PKCE to be used for this request", result.Error);
    }

    [Fact]
    public async Task Repaired_by_the_analyzers_of_a_project_reference_it_logs_in()
    {
        var sample = sources.CopySample("ByProject");

        await RepairAsync(sample);

        await LogInAsync(sample);
    }

    [Fact]
    public async Task Repaired_with_the_Runtime_referenced_it_logs_in_by_the_Runtime()
    {
        var sample = sources.CopySample("WithRuntime");
        await sample.AddProjectReferenceAsync(sources.RuntimeProject);

        await RepairAsync(sample);

        Assert.Contains("ProofKey.Create()", sample.ReadSources()["OAuthClient.cs"]);
        await LogInAsync(sample);
    }

    [Fact]
    public async Task Repaired_by_the_analyzers_of_the_package_it_logs_in()
    {
        var sample = await sources.CopySampleAsUserOfPackageAsync("ByPackage");

        await RepairAsync(sample);

        await LogInAsync(sample);
    }

    // Builds first: dotnet format does not build, and runs no analyzer that is not built, without a word and with exit code 0.
    static async Task RepairAsync(DesktopLogin sample)
    {
        var faulty = (await sample.BuildAsync()).Succeeded();
        Assert.Matches(@"OAuthClient\.cs\(\d+,\d+\): warning PKCE1001:", faulty.Output);
        Assert.Matches(@"OAuthClient\.cs\(\d+,\d+\): warning PKCE1004:", faulty.Output);
        Assert.Equal(DesktopLogin.WouldChange, (await sample.VerifyFormatAsync()).ExitCode);
        var original = sample.ReadSources();

        (await sample.FormatAsync()).Succeeded();

        var changed = sample.ReadSources().Except(original).Select(source => source.Key);
        Assert.Equal(["OAuthClient.cs"], changed);
        (await sample.VerifyFormatAsync()).Succeeded();
        var repaired = (await sample.BuildAsync()).Succeeded();
        Assert.DoesNotContain("warning", repaired.Output);
    }

    // On the way, an attacker who intercepts the redirect tries to be faster than the sample.
    async Task LogInAsync(DesktopLogin sample)
    {
        await using var login = await sample.StartLoginAsync(server);
        var redirect = await login.AuthorizeAsync();
        var code = HttpUtility.ParseQueryString(redirect.Query)["code"]!;
        var attack = await server.RequestTokensAsync(code, redirect.GetLeftPart(UriPartial.Path));
        attack.AssertRefused("code_verifier must be provided");

        var result = (await login.CompleteAsync(redirect)).Succeeded();

        Assert.Contains("Logged in: received an access token", result.Output);
    }
}
