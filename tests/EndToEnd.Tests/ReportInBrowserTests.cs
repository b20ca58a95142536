using System.Text.Json;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The page of <c>pkce scan --format html</c> in a browser.</summary>
public sealed class ReportInBrowserTests
{
    /// <summary>A login with PKCE and one without, in a file whose name would run a script.</summary>
    const string Logins = """
        class Login
        {
            string Right(string client, string challenge) =>
                $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=r&code_challenge={challenge}&code_challenge_method=S256";

            string Wrong(string client) => $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=r&scope=<img src=x onerror=alert(1)>";

            System.Collections.Generic.Dictionary<string, string> Redeem(string code) => new()
            {
                ["grant_type"] = "authorization_code",
                ["client_id"] = "app",
                ["code"] = code,
                ["redirect_uri"] = "r",
            };
        }
        """;

    [Fact]
    public async Task It_can_be_read_by_all_sorted_filtered_and_runs_nothing_of_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("<script>alert(2)<script>.cs", Logins);
        var report = folder["report.html"];
        var scan = await Command.DotnetAsync(folder.Path, Path.Combine(AppContext.BaseDirectory, "pkce.dll"), "scan", "--output", report);
        Assert.Equal(1, scan.ExitCode);

        await NodePackages.InstallAsync();
        var looked = (await Command.RunAsync(NodePackages.Folder, "node", "report.js", await Chromium.FindAsync(), report)).Succeeded();
        var seen = JsonElement.Parse(looked.Output);
        Assert.Empty(Texts(seen, "violations"));
        Assert.Empty(Texts(seen, "errors"));
        Assert.Empty(Texts(seen, "requests"));
        Assert.Equal(0, seen.GetProperty("dialogs").GetInt32());
        Assert.Equal(
            ["authorization authorization token", "authorization authorization token", "token authorization authorization", "token"],
            seen.GetProperty("tables").EnumerateArray().Select(table => string.Join(' ', table.EnumerateArray().Select(row => row.GetString())))
        );
        Assert.Equal("1 of 3 requests", seen.GetProperty("status").GetString());
    }

    static IEnumerable<string?> Texts(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
