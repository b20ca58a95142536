using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Testing.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.Testing.Tests;

public sealed class AnalysisModesTests
{
    [Fact]
    public async Task Diagnostic_reported_outside_the_analysed_file_fails()
    {
        var test = CrossFile();

        var message = await TestFailure.OfAsync(test);

        Assert.Contains("Analysis document by document", message);
        Assert.Contains("/0/Test1.cs", message);
    }

    [Fact]
    public Task Findings_of_several_files_and_additional_files_pass()
    {
        var test = new ProgramTest<LooksIntoAdditionalFiles>
        {
            TestState =
            {
                Sources = { "class C { int {|T001:bad|}; }", "class D { int {|T001:bad|}; }" },
                AdditionalFiles = { ("/names.txt", "fine\n{|T001:bad|}") },
            },
        };
        return test.RunAsync();
    }

    [Theory]
    [InlineData("class C { int bad; }", "{|T001:fine|}")]
    [InlineData("class {|T001:C|};", "bad")]
    public async Task Diagnostic_reported_across_source_and_additional_file_fails(string code, string text)
    {
        var test = new ProgramTest<ReportsInOtherKindOfFile> { TestCode = code };
        test.TestState.AdditionalFiles.Add(("/names.txt", text));

        Assert.Contains("Analysis document by document", await TestFailure.OfAsync(test));
    }

    [Fact]
    public Task Semantic_model_callbacks_pass()
        => new ProgramTest<AsksSemanticModel> { TestState = { Sources = { "class {|T001:bad1|};", "class {|T001:bad2|};" } } }.RunAsync();

    [Fact]
    public async Task Other_result_without_concurrency_fails()
    {
        var test = new ProgramTest<ReportsInItsFirstRunOnly> { TestCode = "class C { int {|T001:bad|}; }" };
        ReportsInItsFirstRunOnly.Runs = 0;

        Assert.Contains("Analysis without concurrency reports other diagnostics", await TestFailure.OfAsync(test));
    }

    [Fact]
    public async Task Diagnostic_reported_only_without_concurrency_fails()
    {
        var test = new ProgramTest<ReportsFromItsSecondRunOn> { TestCode = "class C { int bad; }" };
        ReportsFromItsSecondRunOn.Runs = 0;

        Assert.Contains("Analysis without concurrency reports other diagnostics", await TestFailure.OfAsync(test));
    }

    [Theory]
    [InlineData("badId")]
    [InlineData("badSeverity")]
    [InlineData("badMessage")]
    [InlineData("badPlace")]
    [InlineData("badAdditionalPlace")]
    [InlineData("badProperty")]
    public async Task Everything_about_a_diagnostic_is_compared(string name)
    {
        var test = Changing(name);

        Assert.Contains("Analysis without concurrency reports other diagnostics", await TestFailure.OfAsync(test));
    }

    static ProgramTest<ChangesAfterItsFirstRun> Changing(string name)
    {
        ChangesAfterItsFirstRun.Runs = 0;
        return new() { TestCode = $"class C {{ int {{|T001:{name}|}}; }}" };
    }

    static ProgramTest<ReportsInOtherFile> CrossFile() => new() { TestState = { Sources = { "class C { int bad; }", "class {|T001:D|};" } } };

    sealed class ReportsInOtherFile : BadNameAnalyzer
    {
        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            var other = context.Compilation.GetTypeByMetadataName("D")!;
            context.ReportDiagnostic(Diagnostic.Create(Rule.BadName, other.Locations[0], other.Name));
        }
    }

    sealed class LooksIntoAdditionalFiles : BadNameAnalyzer
    {
        public override void Initialize(AnalysisContext context)
        {
            base.Initialize(context);
            context.RegisterAdditionalFileAction(file =>
            {
                var text = file.AdditionalFile.GetText()!;
                foreach (var line in text.Lines.Where(line => line.ToString() == "bad"))
                    file.ReportDiagnostic(Diagnostic.Create(Rule.BadName, Location.Create(file.AdditionalFile.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)), "bad"));
            });
        }
    }

    sealed class ReportsInOtherKindOfFile : BadNameAnalyzer
    {
        public override void Initialize(AnalysisContext context)
        {
            base.Initialize(context);
            context.RegisterAdditionalFileAction(file =>
            {
                if (file.AdditionalFile.GetText()!.ToString() == "bad")
                    file.ReportDiagnostic(Diagnostic.Create(Rule.BadName, file.Compilation.GetTypeByMetadataName("C")!.Locations[0], "C"));
            });
        }

        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
            => context.ReportDiagnostic(Diagnostic.Create(
                Rule.BadName, Location.Create(context.Options.AdditionalFiles[0].Path, new(0, 4), new(new(0, 0), new(0, 4))), "fine"));
    }

    sealed class AsksSemanticModel : BadNameAnalyzer
    {
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start => start.RegisterSemanticModelAction(file =>
            {
                var type = file.SemanticModel.GetDeclaredSymbol(file.SemanticModel.SyntaxTree.GetRoot().ChildNodes().Single())!;
                file.ReportDiagnostic(Diagnostic.Create(Rule.BadName, type.Locations[0], type.Name));
            }));
        }
    }

    // The runs follow each other: first with, then without concurrency. What an analyzer keeps between them shows.
    sealed class ReportsInItsFirstRunOnly : BadNameAnalyzer
    {
        public static int Runs { get; set; }

        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context) => Runs++ == 0;
    }

    sealed class ReportsFromItsSecondRunOn : BadNameAnalyzer
    {
        public static int Runs { get; set; }

        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context) => Runs++ > 0;
    }

    /// <summary>Changes what the reported name says.</summary>
    sealed class ChangesAfterItsFirstRun : BadNameAnalyzer
    {
        static readonly DiagnosticDescriptor Other = Rule.Create("T002", Rule.BadName.MessageFormat.ToString());

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule.BadName, Other];

        public static int Runs { get; set; }

        protected override void Report(SyntaxToken name, SyntaxNodeAnalysisContext context)
        {
            var changed = Runs++ > 0 ? name.ValueText : "";
            var place = name.GetLocation();
            var otherPlace = context.Node.Parent!.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(
                changed == "badId" ? Other : Rule.BadName,
                changed == "badPlace" ? otherPlace : place,
                changed == "badSeverity" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                changed == "badAdditionalPlace" ? [otherPlace] : [],
                ImmutableDictionary<string, string?>.Empty.Add("key", changed == "badProperty" ? "other" : "value"),
                changed == "badMessage" ? "other" : name.ValueText));
        }
    }
}
