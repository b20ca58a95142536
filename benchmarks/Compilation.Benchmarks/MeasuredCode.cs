using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Tool;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Benchmarks;

/// <summary>The projects of a code base: bound alone, with an empty analyzer, and with ours.</summary>
sealed class MeasuredCode(string name, IReadOnlyList<CompiledGroup> groups)
{
    /// <param name="path">A folder, project or solution.</param>
    /// <param name="isOne">Whether all its sources are one compilation.</param>
    public static async Task<MeasuredCode> OpenAsync(string path, bool isOne)
    {
        var problems = new Problems(TextWriter.Null);
        var found = await CodeBase.OpenAsync(isOne ? SourcesBelow(path) : [path], problems, CancellationToken.None);
        var compiler = new Compiler(problems);
        var compiled = found.Select(group => compiler.Compile(group, CancellationToken.None)).ToList();
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return new MeasuredCode(name, compiled.FindAll(group => group.Group.IsScanned));
    }

    public Measurement Measure(int repeats) => groups.Select(group => Measure(group, repeats)).Aggregate((one, other) => one + other);

    public IEnumerable<PartCost> Files() => groups.SelectMany(group => PartCost.OfFiles(group.Compilation, group.Options));

    public IEnumerable<PartCost> Members() => groups.SelectMany(group => PartCost.OfMembers(group.Compilation, group.Options));

    Measurement Measure(CompiledGroup group, int repeats)
    {
        var compilation = group.Compilation;
        // Not measured: what all that follow share, such as the framework's symbols.
        compilation.Clone().GetDiagnostics();
        List<Cost> bound = [],
            empty = [],
            analyzed = [];
        var callbacks = new List<double>();
        var found = 0;
        // They take turns, so that other work on the machine weighs on all alike.
        for (var i = 0; i < repeats; i++)
        {
            bound.Add(Cost.Of(() => compilation.Clone().GetDiagnostics()));
            empty.Add(Cost.Of(() => Analyze(compilation, new EmptyOperationAnalyzer(), group.Options)));
            AnalysisResult? result = null;
            analyzed.Add(Cost.Of(() => result = Analyze(compilation, new PkceAnalyzer(), group.Options)));
            callbacks.Add(result!.AnalyzerTelemetryInfo.Values.Single().ExecutionTime.TotalMilliseconds);
            found = result.GetAllDiagnostics().Length;
        }
        return new Measurement(
            name,
            compilation.SyntaxTrees.Sum(tree => tree.GetText().Lines.Count),
            found,
            Cost.Median(bound),
            Cost.Median(empty),
            Cost.Median(analyzed),
            callbacks.Order().ElementAt((repeats - 1) / 2)
        );
    }

    static AnalysisResult Analyze(CSharpCompilation compilation, DiagnosticAnalyzer analyzer, AnalyzerOptions options)
    {
        var how = new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        return compilation.Clone().WithAnalyzers([analyzer], how).GetAnalysisResultAsync(CancellationToken.None).Result;
    }

    static List<string> SourcesBelow(string path) =>
        [
            .. Directory
                .EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal),
        ];
}
