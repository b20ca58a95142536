using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Tests;

/// <summary><c>pkce scan</c> with analyzers of the test.</summary>
public sealed class ScanCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly StringWriter _output = new();
    readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_analyzer_that_fails_is_an_error_and_what_was_found_is_printed()
    {
        _folder.Write("Crash.cs", "");
        _folder.Write("Fine.cs", Pkce.Harmless);
        Assert.Equal(2, await ScanAsync());
        Assert.Equal(
            $"pkce: error: {_folder["Crash.cs"]}: AD0001: FailingAnalyzer failed in <>c.<Initialize>b__3_0: InvalidOperationException: on two lines",
            _error.ToString().Trim());
        Assert.Contains("Fine.cs(1,1): warning TEST0001: Seen", _output.ToString());
    }

    [Fact]
    public async Task Files_that_cannot_matter_are_not_analysed_except_the_first_which_stands_for_the_options()
    {
        _folder.Write("A.cs", "class A;");
        _folder.Write("B.cs", "class B;");
        _folder.Write("C.cs", "class C; // word");
        Assert.Equal(1, await ScanAsync(text => text.ToString().Contains("word")));
        Assert.Contains("A.cs(1,1): warning TEST0001", _output.ToString());
        Assert.Contains("C.cs(1,1): warning TEST0001", _output.ToString());
        Assert.Contains("2 findings (TEST0001: 2) in 3 files", _output.ToString());
    }

    [Fact]
    public async Task Settings_and_Razor_files_are_analysed_but_output_is_not()
    {
        _folder.Write("App.csproj", Pkce.Library);
        _folder.Write("A.cs", Pkce.Harmless);
        string[] files = ["appsettings.json", "appsettings.Production.json", "Pages/Index.cshtml", "Components/App.razor", "bin/appsettings.json", "package.json"];
        foreach (var file in files)
            _folder.Write(file, "{}");
        Assert.Equal(1, await ScanAsync(_ => false));
        // The first source counts too.
        Assert.Contains("5 findings (TEST0001: 5) in 1 file", _output.ToString());
    }

    [Fact]
    public async Task A_scan_that_is_interrupted_prints_what_was_found_so_far()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        _folder.Write("Stop.cs", "");
        _folder.Write("Z.cs", "class Z;");
        using var interruption = new CancellationTokenSource();
        var asked = 0;
        Assert.Equal(130, await ScanAsync(MayMatter, interruption.Token, options => options with { Jobs = 1 }));
        Assert.Contains("A.cs(1,1): warning TEST0001", _output.ToString());
        Assert.Contains("interrupted; so far 1 finding (TEST0001: 1)", _output.ToString());

        // Whether files matter is asked in their order, first to count them, then before each is analysed.
        bool MayMatter(Microsoft.CodeAnalysis.Text.SourceText text)
        {
            if (text.Length == 0 && ++asked == 2)
                interruption.Cancel();
            return true;
        }
    }

    [Fact]
    public async Task A_project_that_takes_too_long_is_left_and_that_is_said()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        _folder.Write("Slow.cs", "");
        _folder.Write("Z.cs", "class Z;");
        Assert.Equal(2, await ScanAsync(options: options => options with { Timeout = TimeSpan.FromMilliseconds(1), Jobs = 1 }));
        Assert.Matches($"^pkce: error: {System.Text.RegularExpressions.Regex.Escape(_folder.Path)}: stopped after 0.001 seconds; [1-3] of 3 files that could matter are left out", _error.ToString());
    }

    Task<int> ScanAsync(
        Func<Microsoft.CodeAnalysis.Text.SourceText, bool>? mayMatter = null, CancellationToken cancel = default, Func<ScanOptions, ScanOptions>? options = null)
    {
        var asked = new ScanOptions { Paths = [_folder.Path] };
        return new ScanCommand(_output, _error, [new FailingAnalyzer()], mayMatter ?? (_ => true)).RunAsync(options?.Invoke(asked) ?? asked, cancel);
    }
}
