using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Tests;

public sealed class CompilerErrorsTests
{
    [Theory]
    [InlineData("class A { Missing a; }", "class A { Missing a; object b = null; }", null)]
    [InlineData("class A { Missing a; }", "class A { Missing a; Missing b; }", null)]
    [InlineData("class A { Missing a; }", "class A { Missing a; Other b; }", "CS0246")]
    [InlineData("class A { void M() { Missing(); } }", "class A { void M() { Missing(); Missing(); Other(); } }", "CS0103")]
    [InlineData("class A : Unknown { void M() { } }", "class A : Unknown { void M() { Other(); } }", null)]
    [InlineData("class A : Unknown { void M() { } } class C { }", "class A : Unknown { void M() { } } class C { void M() { Other(); } }", "CS0103")]
    [InlineData("class A : Unknown { void M() { } }", "class A : Unknown { void M() { int i = null; } }", "CS0037")]
    [InlineData("class A { void M() { } }", "class A { void M() { Other(); } }", "CS0103")]
    [InlineData("class A { void M() { } }", "class A { void M() { ", "CS1513")]
    [InlineData("class A { public void M() { } }", "class A { void M() { } }", "CS0737")]
    public async Task Only_what_was_no_error_before_counts(string before, string after, string? expected)
    {
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Project", "Project", LanguageNames.CSharp,
                compilationOptions: new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]))
            .AddDocument(DocumentId.CreateNewId(project), "B.cs", "interface I { void M(); } class B : A, I { }")
            .AddDocument(document, "A.cs", before);
        Assert.Equal(expected, await CompilerErrors.NewAsync(solution, solution.WithDocumentText(document, SourceText.From(after)), TestContext.Current.CancellationToken));
    }
}
