namespace PkceAnalyzers.Tool.Tests;

/// <summary>What .gitignore leaves out of a scan.</summary>
public sealed class GitIgnoreTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_git_ignores_in_a_work_tree_is_not_scanned()
    {
        await GitAsync("init", "--quiet");
        _folder.Write(".gitignore", "generated/\n*.tmp.cs\n!Kept.tmp.cs\nTracked.cs\n");
        foreach (var file in new[] { "src/A.cs", "src/B.tmp.cs", "src/Kept.tmp.cs", "src/generated/C.cs", "src/Tracked.cs" })
            _folder.Write(file, Pkce.Vulnerable.Replace("class Login", $"class {Path.GetFileName(file).Split('.')[0]}"));
        await GitAsync("add", "--force", "src/Tracked.cs");
        Assert.Equal(["src/A.cs", "src/Kept.tmp.cs", "src/Tracked.cs"], await FoundAsync("."));
        Assert.Equal(["src/A.cs", "src/Kept.tmp.cs", "src/Tracked.cs"], await FoundAsync("src"));
        // Who names what is ignored means it.
        Assert.Equal(["src/generated/C.cs"], await FoundAsync("src/generated"));
        Assert.Equal(["src/B.tmp.cs"], await FoundAsync("src/B.tmp.cs"));
    }

    [Fact]
    public async Task Outside_a_work_tree_the_file_means_nothing()
    {
        _folder.Write(".gitignore", "*.cs\n");
        _folder.Write("A.cs", Pkce.Vulnerable);
        Assert.Equal(["A.cs"], await FoundAsync("."));
    }

    [Fact]
    public async Task Nothing_that_a_work_tree_names_is_run()
    {
        await GitAsync("init", "--quiet");
        var ran = _folder["ran"];
        var program = _folder.WriteProgram("evil.sh", $"#!/bin/sh\ntouch '{ran}'\n");
        await GitAsync("config", "core.fsmonitor", program);
        await GitAsync("config", "filter.evil.clean", program);
        await GitAsync("config", "diff.external", program);
        await GitAsync("config", "core.pager", program);
        _folder.Write(".gitattributes", "*.cs filter=evil diff=evil\n");
        _folder.Write("A.cs", Pkce.Vulnerable);
        Assert.Equal(["A.cs"], await FoundAsync("."));
        Assert.False(File.Exists(ran));
    }

    [Fact]
    public async Task A_work_tree_that_git_refuses_is_scanned_whole()
    {
        _folder.Write(".git", "gitdir: nowhere\n");
        _folder.Write(".gitignore", "*.cs\n");
        _folder.Write("A.cs", Pkce.Vulnerable);
        Assert.Equal(["A.cs"], await FoundAsync("."));
    }

    async Task<IEnumerable<string>> FoundAsync(string path) => Pkce.Findings(await Pkce.RunAsync(_folder, "scan", path)).Select(finding => finding.Path);

    Task GitAsync(params string[] arguments) => Git.RunAsync(_folder, arguments);
}
