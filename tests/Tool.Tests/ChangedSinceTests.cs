namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce scan --changed-since</c> reports on.</summary>
public sealed class ChangedSinceTests : IDisposable
{
    const string TwoMembers = """
        class Login
        {
            string One(string client) => $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid";

            string Two(string client)
            {
                var scope = "openid";
                return $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope={scope}";
            }
        }
        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_of_changed_members_and_new_files_are_reported()
    {
        await CommitAsync(("src/Login.cs", TwoMembers), ("src/Old.cs", Pkce.Vulnerable.Replace("class Login", "class Old")));
        Assert.Equal(["src/Login.cs:3", "src/Login.cs:8", "src/Old.cs:3"], await FoundAsync());
        Assert.Empty(await FoundAsync("HEAD"));

        // Another line of the member, uncommitted; all lines move; line ends change.
        _folder.Write("src/Login.cs", ("// moved\n" + TwoMembers.Replace("\"openid\"", "\"email\"")).ReplaceLineEndings("\r\n"));
        _folder.Write("New.cs", Pkce.Vulnerable.Replace("class Login", "class New"));
        Assert.Equal(["New.cs:3", "src/Login.cs:9"], await FoundAsync("HEAD"));

        await Git.RunAsync(_folder, "add", ".");
        await Git.RunAsync(_folder, "commit", "--quiet", "-m", "second");
        Assert.Equal(["New.cs:3", "src/Login.cs:9"], await FoundAsync("HEAD~1"));
        Assert.Empty(await FoundAsync("HEAD"));
    }

    [Fact]
    public async Task A_line_that_is_gone_changes_its_member_alone()
    {
        await CommitAsync(("Login.cs", TwoMembers.Replace("    var scope", "    System.Console.WriteLine();\n        var scope")));
        _folder.Write("Login.cs", TwoMembers);
        Assert.Equal(["Login.cs:8"], await FoundAsync("HEAD"));
    }

    [Fact]
    public async Task What_others_changed_meanwhile_is_not_ours()
    {
        await CommitAsync(("Login.cs", TwoMembers));
        await Git.RunAsync(_folder, "branch", "ours");
        await CommitAsync(("Login.cs", TwoMembers.Replace("\"openid\"", "\"email\"")));
        await Git.RunAsync(_folder, "branch", "theirs");
        await Git.RunAsync(_folder, "checkout", "--quiet", "ours");
        Assert.Empty(await FoundAsync("theirs"));
    }

    [Fact]
    public async Task Nothing_that_a_work_tree_names_is_run()
    {
        await CommitAsync(("Login.cs", TwoMembers));
        var ran = _folder["ran"];
        var program = _folder.WriteProgram("evil.sh", $"#!/bin/sh\ntouch '{ran}'\ncat\n");
        foreach (var setting in new[] { "core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager" })
            await Git.RunAsync(_folder, "config", setting, program);
        _folder.Write(".gitattributes", "*.cs filter=evil diff=evil\n");
        _folder.Write("Login.cs", TwoMembers.Replace("\"openid\"", "\"email\""));
        File.Delete(ran);
        Assert.Equal(["Login.cs:8"], await FoundAsync("HEAD"));
        Assert.False(File.Exists(ran));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("--all")]
    [InlineData("HEAD:Login.cs")]
    public async Task A_revision_that_git_does_not_know(string revision)
    {
        await CommitAsync(("Login.cs", TwoMembers));
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", $"--changed-since={revision}"), $"git knows no revision '{revision}' here");
    }

    [Fact]
    public async Task A_folder_outside_git()
    {
        _folder.Write("Login.cs", TwoMembers);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "scan", "--changed-since", "HEAD"), "--changed-since needs a work tree of git");
    }

    async Task CommitAsync(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
            _folder.Write(path, text);
        await Git.RunAsync(_folder, "init", "--quiet");
        await Git.RunAsync(_folder, "add", ".");
        await Git.RunAsync(_folder, "commit", "--quiet", "-m", "a commit");
    }

    async Task<IEnumerable<string>> FoundAsync(string? since = null)
    {
        var result = await Pkce.RunAsync(_folder, ["scan", .. since is null ? Array.Empty<string>() : ["--changed-since", since]]);
        Assert.InRange(result.ExitCode, 0, 1);
        return Pkce.Findings(result).Select(finding => $"{finding.Path}:{finding.Line}");
    }
}
