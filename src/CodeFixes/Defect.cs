using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Rules;

namespace PkceAnalyzers.CodeFixes;

/// <summary>What a diagnostic reports: the model that the rule judged, made again for the snapshot that is repaired.</summary>
/// <param name="Model">What was judged.</param>
/// <param name="File">All that is known of the file.</param>
/// <param name="Planner">Finds what requests of the file can be repaired with; one for all defects of the file.</param>
sealed record Defect(object Model, FileModel File, ExchangePlanner Planner)
{
    /// <summary>Those of diagnostics in source files, in their order. What the engine does not find in the snapshot is left out: the code
    /// has changed, or the host knows other options.</summary>
    public static async Task<IReadOnlyList<Defect>> OfAsync(
        Solution solution,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var defects = new List<Defect>();
        var files = new Dictionary<DocumentId, OpenFile?>();
        foreach (var diagnostic in diagnostics)
        {
            if (DocumentOf(diagnostic, solution) is not { } document)
                continue;
            if (!files.TryGetValue(document.Id, out var file))
                files.Add(document.Id, file = await OpenFile.OfAsync(document, cancellationToken).ConfigureAwait(false));
            if (file?.Take(diagnostic) is { } defect)
                defects.Add(defect);
        }
        return defects;
    }

    /// <summary>Null where it lies in no file that can be edited.</summary>
    static Document? DocumentOf(Diagnostic diagnostic, Solution solution)
    {
        if (diagnostic.Location.SourceTree is { } tree && solution.GetDocument(tree) is { } document)
            return document is SourceGeneratedDocument ? null : document;
        // A diagnostic from another process or snapshot knows its file by path only.
        var path = diagnostic.Location.SourceTree?.FilePath ?? diagnostic.Location.GetLineSpan().Path;
        return path is null ? null : solution.GetDocumentIdsWithFilePath(path).Select(solution.GetDocument).FirstOrDefault();
    }

    /// <summary>A file, with what the rules say of it and no diagnostic has asked for yet.</summary>
    sealed class OpenFile(FileAnalysis analysis, ExchangePlanner planner)
    {
        readonly List<Judgement> _open = [.. analysis.Judgements];

        public static async Task<OpenFile?> OfAsync(Document document, CancellationToken cancellationToken)
        {
            var compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            if (compilation is null || tree is null)
                return null;
            var analysis = ProjectAnalysis.Of(compilation, document.Project.AnalyzerOptions).FileOf(tree, cancellationToken);
            return new OpenFile(analysis, new ExchangePlanner(analysis.Model, cancellationToken));
        }

        public Defect? Take(Diagnostic diagnostic)
        {
            if (diagnostic.FindIn(_open) is not { } judgement)
                return null;
            _open.Remove(judgement);
            return judgement is { ExceptedBecause: null, Subject: { } model } ? new Defect(model, analysis.Model, planner) : null;
        }
    }
}
