using Microsoft.CodeAnalysis;
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
    public async Task A_cancelled_scan_ends()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScanAsync(cancel: new CancellationToken(canceled: true)));
    }

    Task<int> ScanAsync(Func<Microsoft.CodeAnalysis.Text.SourceText, bool>? mayMatter = null, CancellationToken cancel = default) =>
        new ScanCommand(_output, _error, [new FailingAnalyzer()], mayMatter ?? (_ => true)).RunAsync(_folder.Path, DiagnosticSeverity.Warning, showSuppressed: false, cancel);
}
