using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Testing;
using System.Collections.Immutable;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Diagnostics that point anywhere, in whole and in broken code: no fix may throw, and none may break what parses.</summary>
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

    const string Verifier = "verifier";

    public static TheoryData<string> Kinds =>
    [
        Insertion.TextEnd, Insertion.TextInside, Insertion.Format, Insertion.Entries, Insertion.Statement, Insertion.Chain, Insertion.Wrap, Verifier,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task In_code_that_parses(string kind) => VerifyAsync(Program, kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task In_code_that_is_being_typed(string kind) => VerifyAsync(Program.Remove(Program.IndexOf("else foreach", StringComparison.Ordinal), 30).Replace("(count) {", "(count"), kind);

    static async Task VerifyAsync(string code, string kind)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Project", "Project", LanguageNames.CSharp).AddMetadataReferences(Frameworks.AspNetCore);
        var document = GeneratedConfiguration.AddTo(project).AddDocument("File.cs", SourceText.From(code), filePath: "/0/File.cs");
        var root = (await document.GetSyntaxRootAsync())!;
        var parses = !root.ContainsDiagnostics;
        foreach (var node in root.DescendantNodes())
        {
            var children = node.ChildNodes().ToList();
            SyntaxNode[] places = [node, children.FirstOrDefault() ?? node, children.LastOrDefault() ?? node];
            foreach (var carry in new[] { Repair.CarryLocal, Repair.CarryField })
            {
                var (provider, id) = Fix(kind);
                foreach (var fixedRoot in await FixAsync(document, provider, Report(id, places, kind, carry)))
                    Assert.False(parses && fixedRoot.ContainsDiagnostics, $"{id} {kind} at {node.Kind()} {node}:{Environment.NewLine}{fixedRoot}");
            }
        }
    }

    static (RepairProvider, string) Fix(string kind) => kind == Verifier
        ? (new PKCE3001VerifierFix(), "PKCE3001")
        : (new PKCE1001ProofKeyFix(), "PKCE1001");

    static Diagnostic Report(string id, SyntaxNode[] places, string kind, string carry) => Diagnostic.Create(
        new DiagnosticDescriptor(id, id, id, "Security", DiagnosticSeverity.Warning, isEnabledByDefault: true),
        places[0].GetLocation(),
        [.. places.Select(place => place.GetLocation()), .. places.Select(place => place.GetLocation())],
        new Dictionary<string, string?>
        {
            [Repair.Carry] = carry,
            [Repair.Authorization + Repair.Kind] = kind,
            [Repair.Authorization + Repair.At] = "0",
            [Repair.Token + Repair.Kind] = kind,
            [Repair.Token + Repair.At] = "3",
            [Repair.VerifierAt] = "0",
        }.ToImmutableDictionary());

    /// <summary>The document after each action that is offered.</summary>
    static async Task<IReadOnlyList<SyntaxNode>> FixAsync(Document document, RepairProvider provider, Diagnostic diagnostic)
    {
        var actions = new List<Microsoft.CodeAnalysis.CodeActions.CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        var roots = new List<SyntaxNode>();
        foreach (var action in actions)
        {
            var operations = await action.GetOperationsAsync(default);
            var changed = operations.OfType<Microsoft.CodeAnalysis.CodeActions.ApplyChangesOperation>().Single().ChangedSolution;
            roots.Add((await changed.GetDocument(document.Id)!.GetSyntaxRootAsync())!);
        }
        return roots;
    }
}
