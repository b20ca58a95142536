using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>What an analysis costs, in what does not depend on the machine: steps of the evaluation, and octets allocated.</summary>
public sealed class WorkTests
{
    /// <summary>What a change may cost more before somebody has to look at it.</summary>
    const double Tolerance = 1.1;

    /// <summary>The steps that the samples take, of which the authorization server is run on the list of attacks; lower it where a change makes
    /// them cheaper.</summary>
    const long StepsOfSamples = 6_400;

    [Fact]
    public void Samples_take_no_more_steps()
    {
        var work = Analyze([.. Samples()]).Cache.Work;
        Assert.InRange(work.Steps, 1, (long)(StepsOfSamples * Tolerance));
        Assert.Empty(work.Unfinished);
    }

    [Fact]
    public void Code_without_OAuth_takes_no_step_and_allocates_nothing()
    {
        var program = string.Concat(Enumerable.Range(0, 2_000).Select(number => $"class C{number} {{ string Name(int x) => x > {number} ? \"a{number}\" : \"b\"; }}\n"));
        var tree = CSharpSyntaxTree.ParseText(program);
        var gate = FileGates.OfCode;
        Assert.False(gate.AreIn(tree.GetText()));
        // The pool of buffers may be emptied in between, when the machine is short of memory.
        Assert.Equal(0, Enumerable.Range(0, 20).Min(_ => Allocated(() => gate.AreIn(tree.GetText()))));
        Assert.Equal(0, Analyze(program).Cache.Work.Steps);
    }

    [Fact]
    public void A_member_that_is_too_much_work_is_counted()
    {
        var branches = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"        if (x == {number}) url += \"&p{number}=\" + x;\n"));
        var work = Analyze($$"""
            class Login
            {
                string Url(int x)
                {
                    var url = "https://as.example/authorize?response_type=code&client_id=app";
            {{branches}}
                    return url;
                }
            }
            """).Cache.Work;
        Assert.Single(work.Unfinished);
    }

    static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static IEnumerable<string> Samples() =>
        Repository.Files("samples", "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    static ProjectAnalysis Analyze(params string[] files)
    {
        var compilation = CSharpCompilation.Create("Program", files.Select(file => CSharpSyntaxTree.ParseText(file)), Frameworks.AspNetCore);
        var analysis = ProjectAnalysis.Of(compilation, new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty));
        foreach (var tree in compilation.SyntaxTrees.Where(tree => FileGates.OfCode.AreIn(tree.GetText())))
            analysis.FileOf(tree, CancellationToken.None);
        return analysis;
    }
}
