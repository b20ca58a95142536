using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>A solution of one program, with what the compiler and the analyzer say about it.</summary>
sealed class AnalyzedProgram
{
    AnalyzedProgram(Solution solution, ImmutableArray<Diagnostic> findings, IReadOnlyDictionary<string, int> faults)
    {
        Solution = solution;
        Findings = findings;
        Faults = faults;
    }

    public Solution Solution { get; }

    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>The compiler's errors and warnings, counted by their ids.</summary>
    public IReadOnlyDictionary<string, int> Faults { get; }

    public IReadOnlyDictionary<string, int> FindingsById => Findings.CountBy(finding => finding.Id).ToDictionary();

    public static async Task<AnalyzedProgram> OfAsync(TestProgram program, bool hasRuntime, CancellationToken cancellation)
    {
        var references = await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, cancellation);
        if (hasRuntime)
            references = references.Add(MetadataReference.CreateFromFile(typeof(Pkce.ProofKey).Assembly.Location));
        var isExecutable = program.Files.Any(file => CSharpSyntaxTree.ParseText(file, cancellationToken: cancellation).GetCompilationUnitRoot(cancellation).Members.Any(member => member is GlobalStatementSyntax));
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, "Program", "Program", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(isExecutable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: references));
        foreach (var (number, file) in program.Files.Index())
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"File{number}.cs", file, filePath: $"/0/File{number}.cs");
        solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", Microsoft.CodeAnalysis.Text.SourceText.From(
            "is_global = true\nbuild_property.PkceUnresolvedTypes = match\nbuild_property.TargetFramework = net10.0\n"), filePath: "/.globalconfig");
        return await OfAsync(solution, cancellation);
    }

    public static async Task<AnalyzedProgram> OfAsync(Solution solution, CancellationToken cancellation)
    {
        var project = solution.Projects.Single();
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        var faults = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        var findings = await compilation.WithAnalyzers([new PkceAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation);
        return new AnalyzedProgram(solution, [.. findings.OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan).ThenBy(finding => finding.Id, StringComparer.Ordinal)],
            faults.CountBy(fault => fault.Id).ToDictionary());
    }
}
