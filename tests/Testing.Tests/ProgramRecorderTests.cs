using PkceAnalyzers.Testing.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.Testing.Tests;

public sealed class ProgramRecorderTests
{
    [Fact]
    public async Task Program_of_a_test_is_taken_with_all_its_files_and_not_analysed()
    {
        var test = new ProgramTest<BadNameAnalyzer> { TestCode = "class C { Missing {|T001:nothing|}; }" };
        test.TestState.AdditionalFiles.Add(("/names.txt", "text"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true"));

        var project = Assert.Single(await ProgramRecorder.RecordAsync(() => test.RunAsync())).Projects.Single();

        Assert.Equal("class C { Missing nothing; }", (await project.Documents.Single().GetTextAsync()).ToString());
        Assert.Single(project.AdditionalDocuments);
        Assert.Contains(project.AnalyzerConfigDocuments, document => document.FilePath == "/.globalconfig");
        Assert.Contains((await project.GetCompilationAsync())!.GetDiagnostics(), diagnostic => diagnostic.Id == "CS0246");
    }

    [Fact]
    public async Task Program_before_a_fix_is_taken()
    {
        var test = new ProgramFixTest<BadNameAnalyzer, RenameFix> { TestCode = "class C { int {|T001:bad|}; }", FixedCode = "class C { int good; }" };

        var project = Assert.Single(await ProgramRecorder.RecordAsync(() => test.RunAsync())).Projects.Single();

        Assert.Equal("class C { int bad; }", (await project.Documents.Single().GetTextAsync()).ToString());
    }

    [Fact]
    public async Task Program_without_findings_is_left() =>
        Assert.Empty(await ProgramRecorder.RecordAsync(() => new ProgramTest<BadNameAnalyzer> { TestCode = "class C;" }.RunAsync()));
}
