using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.Fuzzing;

/// <summary>No text makes an analysis fail. A run is bounded and the same each time; a longer one is had by PKCE_FUZZ_FACTOR, and others by
/// PKCE_FUZZ_SEED.</summary>
public sealed class FuzzTests
{
    static readonly int Factor = Number("PKCE_FUZZ_FACTOR", 1);

    static readonly int Seed = Number("PKCE_FUZZ_SEED", 1);

    static readonly CSharpCompilationOptions Library = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    static readonly CSharpCompilation Web = CSharpCompilation.Create("Program", references: Frameworks.AspNetCore, options: Library);

    static readonly CSharpCompilation Bare = CSharpCompilation.Create("Program", options: Library);

    [Fact]
    public void Mutated_programs() => Try(3_500, mutator => mutator.Program(Corpus.Programs), text => Analyze(Web, text));

    [Fact]
    public void Unfinished_programs() => Try(1_000, mutator => mutator.Unfinished(Corpus.Programs), text => Analyze(Web, text));

    /// <summary>Where nothing resolves, not even <c>string</c>.</summary>
    [Fact]
    public void Mutated_programs_without_references() => Try(500, mutator => mutator.Program(Corpus.Programs), text => Analyze(Bare, text));

    [Fact]
    public void Mutated_settings_files() => Try(500, mutator => mutator.Text(Corpus.Settings), text => AnalyzeFile("appsettings.json", text));

    [Fact]
    public void Mutated_markup() => Try(500, mutator => mutator.Text(Corpus.Markup), text => AnalyzeFile("Login.cshtml", text));

    static void Try(int count, Func<Mutator, string> mutant, Func<string, bool> looksAt)
    {
        var looked = 0;
        Parallel.For(0, count * Factor, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, at =>
        {
            var text = mutant(new Mutator(unchecked(Seed * 1_000_003 + at)));
            try
            {
                if (looksAt(text))
                    Interlocked.Increment(ref looked);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"mutant {at} of seed {Seed}: {e}{Environment.NewLine}{text}");
            }
        });
        // What is turned away at the gate tries nothing.
        Assert.InRange(looked, count * Factor / 10, count * Factor);
    }

    static bool Analyze(CSharpCompilation references, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, path: "Program.cs");
        if (!FileGates.OfCode.AreIn(tree.GetText()))
            return false;
        var analysis = ProjectAnalysis.Of(references.AddSyntaxTrees(tree), new AnalyzerOptions([]));
        foreach (var judgement in analysis.FileOf(tree, TestContext.Current.CancellationToken).Judgements)
            judgement.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);
        return true;
    }

    static bool AnalyzeFile(string path, string text)
    {
        var analysis = ProjectAnalysis.Of(Web.AddSyntaxTrees(), new AnalyzerOptions([]));
        foreach (var judgement in analysis.Judge(new FileText(path, text), TestContext.Current.CancellationToken))
            judgement.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);
        return true;
    }

    static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
