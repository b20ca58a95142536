using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;
using Xunit;

namespace PkceAnalyzers.TestKit.Tests;

public sealed class ProjectTests
{
    [Fact]
    public Task Framework_and_AspNetCore_are_there()
        => Test("""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthentication().AddOAuth("provider", options => options.UsePkce = true);
            System.Console.WriteLine(System.Buffers.Text.Base64Url.EncodeToString([1]));
            """).RunAsync();

    [Fact]
    public Task Framework_can_be_alone()
    {
        var test = Test("using Microsoft.{|CS0234:AspNetCore|}; class C { System.Net.Http.HttpClient h; }");
        test.ReferenceAssemblies = ReferenceAssemblies.Net.Net100;
        return test.RunAsync();
    }

    [Fact]
    public Task Top_level_statements_make_a_program() => Test("int [|bad|] = 1;\nreturn bad;").RunAsync();

    [Fact]
    public async Task Output_kind_can_be_given()
    {
        var test = Test("return 1;");
        test.TestState.OutputKind = OutputKind.DynamicallyLinkedLibrary;

        Assert.Contains("CS8805", await TestFailure.OfAsync(test));
    }

    [Fact]
    public Task Language_is_CSharp_14()
        => Test("""
            class C
            {
                string Name { get => field ?? ""; set; }

                void M(C? c) => c?.Name = "x";
            }
            """).RunAsync();

    [Fact]
    public async Task Language_version_can_be_changed()
    {
        var test = Test("class C { int[] a = [1]; }");
        test.SolutionTransforms.Add((solution, project) => solution.WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.CSharp10)));

        Assert.Contains("CS8936", await TestFailure.OfAsync(test));
    }

    [Fact]
    public Task References_can_be_added()
    {
        var test = Test("class C : PkceAnalyzers.TestKit.Tests.Open;");
        test.TestState.AdditionalReferences.Add(typeof(Open).Assembly);
        return test.RunAsync();
    }

    [Fact]
    public Task Projects_can_be_added()
    {
        var test = Test("class C : Base;");
        test.TestState.AdditionalProjectReferences.Add("Library");
        test.TestState.AdditionalProjects["Library"].Sources.Add("public class Base { int [|bad|]; }");
        return test.RunAsync();
    }

    [Fact]
    public Task Rule_that_is_off_by_default_is_on() => new BadNameTest<OffByDefault> { TestCode = "class C { int [|bad|]; }" }.RunAsync();

    [Fact]
    public Task Ids_can_be_switched_off()
    {
        var test = Test("class C { int bad; }");
        test.DisabledDiagnostics.Add("T001");
        return test.RunAsync();
    }

    [Fact]
    public Task Severity_comes_from_editorconfig()
    {
        var test = Test("class C { int {|#0:bad|}; }");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T001.severity = error"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Rule.BadName).WithArguments("bad").WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Fact]
    public Task Severity_of_a_rule_that_is_off_by_default_comes_from_editorconfig()
    {
        var test = new BadNameTest<OffByDefault> { TestCode = "class C { int bad; }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T001.severity = none"));
        return test.RunAsync();
    }

    [Fact]
    public Task Options_come_from_editorconfig_and_global_config()
    {
        var test = new BadNameTest<Configured> { TestCode = "class C { int [|worse|], [|worst|], bad; }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nsample.local = worse"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nsample.global = worst"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Generated_code_is_known_by_its_name()
    {
        var test = new BadNameTest<BadNameAnalyzer>();
        test.TestState.Sources.Add(("/0/Test.g.cs", "class C { int bad; }"));
        await test.RunAsync();
    }

    static BadNameTest<BadNameAnalyzer> Test(string code) => new() { TestCode = code };

    sealed class OffByDefault : BadNameAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.Create("T001", "'{0}' is a bad name", enabled: false)];
    }

    sealed class Configured : BadNameAnalyzer
    {
        protected override bool IsBad(string name, SyntaxNodeAnalysisContext context)
        {
            var options = context.Options.AnalyzerConfigOptionsProvider;
            return Is(options.GetOptions(context.Node.SyntaxTree), "sample.local") || Is(options.GlobalOptions, "sample.global");

            bool Is(AnalyzerConfigOptions from, string key) => from.TryGetValue(key, out var value) && value == name;
        }
    }
}
