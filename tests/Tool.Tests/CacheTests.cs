using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Tests;

/// <summary><c>pkce scan --cache</c>: what is unchanged is not analysed again, and nothing else changes.</summary>
public sealed class CacheTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_scan_gives_the_same_without_analysing()
    {
        WriteCode();
        var first = await ScanAsync("--min-severity", "info", "--output", "first.html");
        Assert.Equal(["App/Login.cs PKCE1001", "App/appsettings.json PKCE2001"], Findings(first));
        Assert.Contains("3 of 3 groups analysed", first.Error);
        var second = await ScanAsync("--min-severity", "info", "--output", "second.html");
        Assert.Contains("0 of 3 groups analysed", second.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(File.ReadAllText(_folder["first.html"]), File.ReadAllText(_folder["second.html"]));
    }

    [Fact]
    public async Task What_changed_in_any_file_is_seen()
    {
        WriteCode();
        await ScanAsync();
        // Another file of the project, with the time that it had.
        var time = File.GetLastWriteTimeUtc(_folder["App/Names.cs"]);
        _folder.Write("App/Names.cs", """static class Names { public const string Type = "_type=code&code_challenge=c&code_challenge_method=S256&x"; }""");
        File.SetLastWriteTimeUtc(_folder["App/Names.cs"], time);
        Assert.DoesNotContain("App/Login.cs PKCE1001", Findings(await ScanAsync()));
        _folder.Write("App/Names.cs", Names);
        Assert.Equal(["App/Login.cs PKCE1001", "App/appsettings.json PKCE2001"], Findings(await ScanAsync()));

        // Settings, a configuration, the project, and one that it refers to.
        _folder.Write("App/appsettings.json", "{}");
        Assert.Equal(["App/Login.cs PKCE1001"], Findings(await ScanAsync()));
        _folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PKCE1001.severity = none");
        Assert.Empty(Findings(await ScanAsync()));
        File.Delete(_folder[".globalconfig"]);
        _folder.Write("App/App.csproj", Reference.Replace("<ItemGroup>", "<PropertyGroup><NoWarn>PKCE1001</NoWarn></PropertyGroup><ItemGroup>"));
        Assert.Empty(Findings(await ScanAsync()));
        _folder.Write("App/App.csproj", Reference);
        _folder.Write("Lib/Server.cs", """public static class Server { public const string Path = "/x?code_challenge=c&"; }""");
        Assert.DoesNotContain("App/Login.cs PKCE1001", Findings(await ScanAsync()));
        _folder.Write("Lib/Server.cs", Server);
        Assert.Equal(["App/Login.cs PKCE1001"], Findings(await ScanAsync()));
    }

    [Fact]
    public async Task A_cache_that_is_broken_or_cannot_be_written_changes_nothing()
    {
        WriteCode();
        await ScanAsync();
        foreach (var file in Directory.GetFiles(_folder["cache"]))
            File.WriteAllText(file, "{");
        Assert.Equal(2, Findings(await ScanAsync()).Count());
        foreach (var file in Directory.GetFiles(_folder["cache"]))
            File.WriteAllText(file, "null");
        Assert.Equal(2, Findings(await ScanAsync()).Count());
        var refused = await Pkce.RunAsync(_folder, "scan", "--cache", "App/Names.cs");
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("pkce: error: --cache is a folder, not 'App/Names.cs'.", refused.Error);
    }

    const string Names = """static class Names { public const string Type = "_type"; }""";

    const string Server = """public static class Server { public const string Path = "/authorize?"; }""";

    static readonly string Reference = Pkce.Library.Replace("</Project>", """
          <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
        </Project>
        """);

    void WriteCode()
    {
        _folder.Write("Lib/Lib.csproj", Pkce.Library);
        _folder.Write("Lib/Server.cs", Server);
        _folder.Write("App/App.csproj", Reference);
        _folder.Write("App/Names.cs", Names);
        _folder.Write("App/Login.cs", """
            class Login
            {
                string Url(string client) => "https://as.example" + Server.Path + "response" + Names.Type + "=code&client_id=" + client + "&redirect_uri=r&scope=openid";
            }
            """);
        _folder.Write("App/appsettings.json", """{ "Authentication": { "Schemes": { "OpenIdConnect": { "Authority": "https://a.example", "UsePkce": false } } } }""");
        _folder.Write("Loose.cs", Pkce.Harmless);
    }

    static IEnumerable<string> Findings(CommandResult result) =>
        Regex.Matches(result.Output, @"^(\S+?)\(\d+,\d+\): \w+ (PKCE\d{4}): ", RegexOptions.Multiline)
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");

    Task<CommandResult> ScanAsync(params string[] options) => Pkce.RunAsync(_folder, ["scan", "--cache", "cache", "--verbose", .. options]);
}
