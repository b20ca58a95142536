using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.Testing.Tests;

/// <summary>What makes a test of a fix pass or fail.</summary>
public sealed class ProgramFixTestTests
{
    [Fact]
    public Task Right_fix_passes() => Test<RenameFix>("class C { int {|T001:bad|}, {|T001:bad2|}; }", "class C { int good, good2; }").RunAsync();

    [Fact]
    public async Task Other_code_than_expected_fails() =>
        Assert.Contains("did not match", await TestFailure.OfAsync(Test<RenameFix>("class C { int {|T001:bad|}; }", "class C { int fine; }")));

    [Fact]
    public async Task Compile_error_before_the_fix_fails() => Assert.Contains("CS0246", await TestFailure.OfAsync(
        Test<RenameFix>("class C { Missing {|T001:bad|}; }", "class C { Missing good; }")));

    [Fact]
    public async Task Compile_error_after_the_fix_fails() => Assert.Contains("CS0102", await TestFailure.OfAsync(
        Test<RenameFix>("class C { int {|T001:bad|}, good; }", "class C { int good, good; }")));

    [Fact]
    public async Task Exception_in_an_analyzer_after_the_fix_fails()
    {
        var test = new ProgramFixTest<ThrowsAtGood, RenameFix> { TestCode = "class C { int {|T001:bad|}; }", FixedCode = "class C { int good; }" };

        Assert.Contains("AD0001", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Exception_in_a_fix_fails() => Assert.Contains("the fix's own message", await TestFailure.OfAsync(
        Test<ThrowsLater>("class C { int {|T001:bad|}; }", "class C { int good; }")));

    [Fact]
    public async Task Fix_where_none_is_expected_fails()
    {
        const string code = "class C { int {|T001:bad|}; }";
        await Test<LeavesFields>(code, code).RunAsync();

        Assert.Contains("did not match", await TestFailure.OfAsync(Test<RenameFix>(code, code)));
    }

    [Fact]
    public async Task Fix_that_changes_something_when_applied_again_fails() => Assert.Contains("did not match", await TestFailure.OfAsync(
        Test<AppendsX>("class C { int {|T001:bad|}; }", "class C { int {|T001:badX|}; }")));

    [Fact]
    public async Task Fix_that_leaves_its_finding_fails() => Assert.Contains("offered again", await TestFailure.OfAsync(
        Test<AddsComment>("class C { int {|T001:bad|}; }", "class C { int {|T001:bad|}; } // seen")));

    [Fact]
    public async Task One_fix_leaves_the_others()
    {
        var test = Test<RenameFix>("class C { int {|T001:bad|}, {|T001:bad2|}; }", "class C { int good, {|T001:bad2|}; }");
        test.BatchFixedCode = "class C { int good, good2; }";
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne;
        await test.RunAsync();
    }

    [Fact]
    public async Task Additional_files_are_fixed_and_compared()
    {
        await AdditionalFile<FixesAdditionalFile>("good\nfine").RunAsync();

        Assert.Contains("/names.txt", await TestFailure.OfAsync(AdditionalFile<FixesAdditionalFile>("other\nfine")));
    }

    [Fact]
    public async Task Fix_of_an_additional_file_that_goes_on_fails() =>
        Assert.Contains("as many as are expected", await TestFailure.OfAsync(AdditionalFile<GoesOn>("{|T001:bad|}d\nfine")));

    [Fact]
    public async Task Options_reach_a_fix_by_its_document()
    {
        var test = Test<Configured>("class C { int {|T001:bad|}; }", "class C { int fine; }");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.SampleName = fine"));
        await test.RunAsync();
    }

    [Fact]
    public Task Target_framework_reaches_a_fix_by_its_document() => Test<Framework>("class C { int {|T001:bad|}; }", "class C { int net10_0; }").RunAsync();

    static ProgramFixTest<BadNameAnalyzer, TFix> Test<TFix>(string code, string fixedCode)
        where TFix : CodeFixProvider, new() => new() { TestCode = code, FixedCode = fixedCode };

    static AdditionalFileFixTest<ReadsAdditionalFile, TFix> AdditionalFile<TFix>(string fixedText)
        where TFix : CodeFixProvider, new() => new()
        {
            TestState = { Sources = { "class C;" }, AdditionalFiles = { ("/names.txt", "{|T001:bad|}\nfine") } },
            FixedState = { AdditionalFiles = { ("/names.txt", fixedText) } },
        };

    sealed class ThrowsAtGood : BadNameAnalyzer
    {
        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context) =>
            name != "good" ? base.IsBad(name, context) : throw new InvalidOperationException("the analyzer's own message");
    }

    sealed class ThrowsLater : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => throw new InvalidOperationException("the fix's own message");
    }

    sealed class AppendsX : RenameFix
    {
        protected override SyntaxToken Rename(SyntaxToken name) => Rename(name, name.ValueText + "X");
    }

    sealed class AddsComment : RenameFix
    {
        public override FixAllProvider? GetFixAllProvider() => null;

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(CodeAction.Create("Add", async cancellationToken =>
            {
                var text = await context.Document.GetTextAsync(cancellationToken);
                return context.Document.WithText(text.Replace(text.Length, 0, " // seen"));
            }, "Add"), context.Diagnostics);
            return Task.CompletedTask;
        }
    }

    sealed class LeavesFields : RenameFix
    {
        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            if (root.FindNode(context.Span).FirstAncestorOrSelf<FieldDeclarationSyntax>() is null)
                await base.RegisterCodeFixesAsync(context);
        }
    }

    sealed class Framework() : Configured("TargetFramework");

    class Configured(string property) : RenameFix
    {
        public Configured() : this("SampleName") { }

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue($"build_property.{property}", out var name);
            context.RegisterCodeFix(CodeAction.Create("Rename", async cancellationToken =>
            {
                var root = (await context.Document.GetSyntaxRootAsync(cancellationToken))!;
                var token = root.FindToken(context.Span.Start);
                return context.Document.WithSyntaxRoot(root.ReplaceToken(token, Rename(token, name!.Replace('.', '_'))));
            }, "Rename"), context.Diagnostics);
            return Task.CompletedTask;
        }
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
                var (text, span) = (file.AdditionalFile.GetText()!, new Microsoft.CodeAnalysis.Text.TextSpan(0, 3));
                if (text.ToString(span) == "bad")
                    file.ReportDiagnostic(Diagnostic.Create(Rule.BadName, Location.Create(file.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span)), "bad"));
            });
        }
    }

    class FixesAdditionalFile : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => [Rule.BadName.Id];

        protected virtual string NewText => "good";

        public override FixAllProvider? GetFixAllProvider() => new Everything(NewText);

        public override Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            context.RegisterCodeFix(Rename(context.TextDocument, NewText), context.Diagnostics);
            return Task.CompletedTask;
        }

        static CodeAction Rename(TextDocument file, string newText) => CodeAction.Create("Rename", async cancellationToken =>
        {
            var text = await file.GetTextAsync(cancellationToken);
            return file.Project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(0, 3, newText));
        }, "Rename");

        sealed class Everything(string newText) : FixAllProvider
        {
            public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
            {
                var findings = await context.GetAllDiagnosticsAsync(context.Project);
                return Rename(context.Project.AdditionalDocuments.Single(file => findings.Any(finding => finding.Location.GetLineSpan().Path == file.FilePath)), newText);
            }
        }
    }

    sealed class GoesOn : FixesAdditionalFile
    {
        protected override string NewText => "badd";
    }
}
