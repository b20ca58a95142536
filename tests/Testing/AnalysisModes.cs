using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace PkceAnalyzers.Testing;

/// <summary>
/// Checks that analyzers report the same in every way in which they are run: a whole compilation with and without concurrency, as builds
/// do, and document by document, as editors do. What the callbacks of one file report in another is lost in editors.
/// </summary>
sealed class AnalysisModes
{
    readonly ConcurrentDictionary<string, bool> _verified = [];

    /// <summary>Checks a project, unless one with the same files has been checked.</summary>
    public async Task VerifyAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options, IVerifier verify, CancellationToken cancellationToken)
    {
        if (!_verified.TryAdd(await FingerprintAsync(project, cancellationToken), true))
            return;

        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        var whole = await Driver(concurrent: true).GetAnalyzerDiagnosticsAsync(cancellationToken);
        VerifySame(whole, await Driver(concurrent: false).GetAnalyzerDiagnosticsAsync(cancellationToken), "without concurrency", verify);
        foreach (var diagnostic in whole)
            VerifyForReader(diagnostic, verify);
        VerifySame(whole, await DocumentByDocumentAsync(), "document by document (does a callback report outside its own file?)", verify);

        CompilationWithAnalyzers Driver(bool concurrent) => compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));

        // A driver of its own for each file: what another file's analysis has left does not help.
        async Task<IEnumerable<Diagnostic>> DocumentByDocumentAsync()
        {
            var diagnostics = new List<Diagnostic>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                var driver = Driver(concurrent: true);
                diagnostics.AddRange(await driver.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken));
                diagnostics.AddRange(await driver.GetAnalyzerSemanticDiagnosticsAsync(
                    driver.Compilation.GetSemanticModel(tree), filterSpan: null, cancellationToken));
            }
            foreach (var file in options.AdditionalFiles)
                diagnostics.AddRange((await Driver(concurrent: true).GetAnalysisResultAsync(file, cancellationToken)).GetAllDiagnostics());
            return diagnostics;
        }
    }

    static async Task<string> FingerprintAsync(Project project, CancellationToken cancellationToken)
    {
        var hashes = new List<string> { project.Name };
        foreach (var document in project.Documents.Concat(project.AdditionalDocuments))
            hashes.Add($"{document.FilePath} {Convert.ToHexString((await document.GetTextAsync(cancellationToken)).GetContentHash().AsSpan())}");
        return string.Join('\n', hashes);
    }

    static void VerifySame(IEnumerable<Diagnostic> whole, IEnumerable<Diagnostic> other, string how, IVerifier verify)
    {
        var (expected, actual) = (whole.Select(Describe).Order(StringComparer.Ordinal), other.Select(Describe).Order(StringComparer.Ordinal));
        verify.EqualOrDiff(
            string.Join("\n\n", expected), string.Join("\n\n", actual), $"Analysis {how} reports other diagnostics than analysis of the whole compilation:");
    }

    /// <summary>Checks that a diagnostic carries what a reader gets, each place once, and nothing encoded but the reason of an exception, which
    /// logs show.</summary>
    static void VerifyForReader(Diagnostic diagnostic, IVerifier verify)
    {
        var places = diagnostic.AdditionalLocations.Prepend(diagnostic.Location).ToList();
        verify.True(places.Distinct().Count() == places.Count, $"A place is told twice: {Describe(diagnostic)}");
        verify.True(
            diagnostic.Properties.Keys.All(key => key is "excepted.reason" || diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)),
            $"More is encoded than a reason: {Describe(diagnostic)}");
    }

    /// <summary>All that can be seen of a diagnostic.</summary>
    static string Describe(Diagnostic diagnostic) => string.Join('\n', [
        $"{diagnostic.Id} {diagnostic.Severity} {(diagnostic.IsSuppressed ? "suppressed" : "")}",
        .. diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(location => location.GetLineSpan().ToString()),
        .. diagnostic.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => property.ToString()),
        diagnostic.GetMessage(CultureInfo.InvariantCulture)]);
}
