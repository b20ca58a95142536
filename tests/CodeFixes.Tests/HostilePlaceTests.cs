using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Models that point anywhere, in whole and in broken code: no plan may throw, and none may break what parses.</summary>
public sealed class HostilePlaceTests
{
    const string Program = """"
        using System;
        using System.Collections.Generic;

        [Obsolete("x=1")]
        partial class Login(string server) : Exception(server + "?a=b")
        {
            const string Scope = "a=b";
            static readonly string Field = $"{Scope}&c=d";
            string Property { get; } = @"a=""b""";
            Func<string, string> Lambda = text => text + """a=b""";
            string Arrow => string.Format("a={0}&b={1}", 1, 2);
            Login() : this("a=b" + "c=d") { }

            Dictionary<string, string> Run(string state, int count = 1)
            {
                var pairs = new Dictionary<string, string> { ["a"] = state, { "b", $"{state}c" } };
                if (count > 0) pairs.Add("c", state == "" ? "d" : "e");
                else foreach (var pair in pairs) pairs["d"] = pair.Value;
                switch (count) { case 1: pairs["e"] = "f"; break; default: throw new Exception(); }
                string[] all = [state, .. pairs.Keys];
                return Local(() => new { a = state, b = all }) ?? pairs;

                static Dictionary<string, string>? Local(Func<object> make) => make() is string ? new() { } : null;
            }
        }
        """";

    public static TheoryData<string> Kinds => [.. new[]
    {
        InsertionKind.TextEnd, InsertionKind.TextInside, InsertionKind.Format, InsertionKind.Entries, InsertionKind.Statement, InsertionKind.Chain, InsertionKind.Wrap,
    }.Select(kind => kind.ToString())];

    static readonly string BeingTyped = Program.Remove(Program.IndexOf("else foreach", StringComparison.Ordinal), 30).Replace("(count) {", "(count");

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Exchanges_in_code_that_parses(string kind) => VerifyAsync(Program, (files, places) => PlanExchangeAsync(files, places, Enum.Parse<InsertionKind>(kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Exchanges_in_code_that_is_being_typed(string kind) => VerifyAsync(BeingTyped, (files, places) => PlanExchangeAsync(files, places, Enum.Parse<InsertionKind>(kind)));

    [Fact]
    public Task Verifiers_in_code_that_parses() => VerifyAsync(Program, PlanVerifierAsync);

    [Fact]
    public Task Verifiers_in_code_that_is_being_typed() => VerifyAsync(BeingTyped, PlanVerifierAsync);

    static async Task VerifyAsync(string code, Func<SourceFiles, SyntaxNode[], Task<IReadOnlyList<SolutionEdits>>> planAsync)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Project", "Project", LanguageNames.CSharp).AddMetadataReferences(Frameworks.AspNetCore);
        var document = GeneratedConfiguration.AddTo(project).AddDocument("File.cs", SourceText.From(code), filePath: "/0/File.cs");
        var solution = document.Project.Solution;
        var root = (await document.GetSyntaxRootAsync())!;
        var parses = !root.ContainsDiagnostics;
        foreach (var node in root.DescendantNodes())
        {
            var children = node.ChildNodes().ToList();
            foreach (var edits in await planAsync(new SourceFiles(solution), [node, children.FirstOrDefault() ?? node, children.LastOrDefault() ?? node]))
            {
                var changed = (await edits.ApplyTo(solution).GetDocument(document.Id)!.GetSyntaxRootAsync())!;
                Assert.False(parses && changed.ContainsDiagnostics, $"at {node.Kind()} {node}:{Environment.NewLine}{changed}");
            }
        }
    }

    static async Task<IReadOnlyList<SolutionEdits>> PlanExchangeAsync(SourceFiles files, SyntaxNode[] places, InsertionKind kind)
    {
        var point = new InsertionPoint(kind, places[0]) { Pair = (places[1].Span, places[2].Span) };
        if (await InsertionTarget.OfAsync(files, point, default) is not { } target)
            return [];
        var request = new PlannedParticipant(target, []);
        return
        [
            ExchangeRepair.Of([new PlannedExchange([request], [request], VerifierCarrier.Local, SetUp: null)]),
            ExchangeRepair.Of([new PlannedExchange([request], [request], VerifierCarrier.Field, SetUp: null)]),
        ];
    }

    static async Task<IReadOnlyList<SolutionEdits>> PlanVerifierAsync(SourceFiles files, SyntaxNode[] places)
    {
        if (await files.FindCompleteAsync(places[0], default) is not { } file)
            return [];
        var edits = new SolutionEdits();
        PKCE3001VerifierFix.Replace(file, places[0], edits, new SolutionEdits());
        return [edits];
    }
}
