using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class FixedFilesTests
{
    [Fact]
    public Task Added_file_passes()
    {
        var test = Adding();
        test.FixedState.Sources.Add(("/0/New/Added.cs", "class Added;"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Added_file_that_is_not_expected_fails()
        => Assert.Contains("not expected, but there: /0/New/Added.cs", await TestFailure.OfAsync(Adding()));

    [Fact]
    public async Task Expected_file_that_is_not_there_fails()
    {
        var test = Adding();
        test.FixedState.Sources.Add(("/0/Other.cs", "class Other;"));

        Assert.Contains("/0/Other.cs is expected, but not there", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Change_of_another_file_is_compared()
    {
        var test = new BadNameFixTest<RenameFix>
        {
            TestState = { Sources = { "class C { int [|bad|]; }", "class D;" } },
            FixedState = { Sources = { "class C { int good; }", "class D { }" } },
        };

        Assert.Contains("/0/Test1.cs is not as expected", await TestFailure.OfAsync(test));
    }

    [Fact]
    public Task Additional_file_is_fixed()
    {
        var test = AdditionalFile("good\nfine");
        return test.RunAsync();
    }

    [Fact]
    public async Task Additional_file_is_compared()
        => Assert.Contains("/names.txt is not as expected", await TestFailure.OfAsync(AdditionalFile("other\nfine")));

    [Fact]
    public Task What_the_fixed_state_does_not_set_is_as_before()
    {
        var test = new BadNameFixTest<RenameFix> { TestCode = "class C : PkceAnalyzers.TestKit.Tests.Open { int [|bad|]; }" };
        test.TestState.AdditionalReferences.Add(typeof(Open).Assembly);
        test.TestState.AdditionalFiles.Add(("/file.txt", "text"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true"));
        test.TestState.AdditionalProjects["Library"].Sources.Add("class D;");
        test.FixedCode = "class C : PkceAnalyzers.TestKit.Tests.Open { int good; }";
        return test.RunAsync();
    }

    static BadNameFixTest<AddsFile> Adding()
        => new() { TestCode = "class C { int [|bad|]; }", FixedCode = "class C { int good; }" };

    static CSharpCodeFixTest<ReadsAdditionalFile, FixesAdditionalFile, DefaultVerifier> AdditionalFile(string fixedText) => new()
    {
        // The batch fixer knows no additional files.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        TestState = { Sources = { "class C;" }, AdditionalFiles = { ("/names.txt", "{|T001:bad|}\nfine") } },
        FixedState = { AdditionalFiles = { ("/names.txt", fixedText) } },
    };

    sealed class AddsFile : RenameFix
    {
        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var diagnostic = context.Diagnostics[0];
            context.RegisterCodeFix(
                CodeAction.Create("Add", async cancellationToken =>
                {
                    var renamed = await FixAsync(context.Document, diagnostic, cancellationToken);
                    return renamed.Project.AddDocument("Added.cs", "class Added;", ["New"]).Project.Solution;
                }, "Add"), diagnostic);
            return Task.CompletedTask;
        }

        public override FixAllProvider? GetFixAllProvider() => null;
    }

    sealed class ReadsAdditionalFile : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule.BadName];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterAdditionalFileAction(file =>
            {
                var text = file.AdditionalFile.GetText()!;
                var span = new TextSpan(0, 3);
                if (text.ToString(span) == "bad")
                    file.ReportDiagnostic(Diagnostic.Create(Rule.BadName, Location.Create(file.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "bad"));
            });
        }
    }

    sealed class FixesAdditionalFile : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => [Rule.BadName.Id];

        public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var file = context.TextDocument;
            context.RegisterCodeFix(
                CodeAction.Create("Rename", async cancellationToken =>
                {
                    var text = await file.GetTextAsync(cancellationToken);
                    return file.Project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(context.Span, "good"));
                }, "Rename"), context.Diagnostics);
            return Task.CompletedTask;
        }
    }
}
