using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Rules;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.CodeFixes;

/// <summary>What diagnostics report in settings files: the models that the rules judged, made again for the snapshot that is
/// repaired.</summary>
sealed class SettingsFileDefects(Solution solution)
{
    readonly Dictionary<DocumentId, ImmutableArray<Judgement>> _judgements = [];

    /// <summary>Null for a diagnostic in a C# file, or one that the engine does not find in the snapshot.</summary>
    public async Task<SettingsFileFinding?> FindAsync(Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Location.Kind != LocationKind.ExternalFile)
            return null;
        // Of the projects that hold the file each has options of its own.
        foreach (var id in solution.GetDocumentIdsWithFilePath(diagnostic.Location.GetLineSpan().Path))
        {
            var judgements = await JudgementsAsync(id, cancellationToken).ConfigureAwait(false);
            if (diagnostic.FindIn(judgements) is { Subject: SettingsFileFinding finding })
                return finding;
        }
        return null;
    }

    async Task<ImmutableArray<Judgement>> JudgementsAsync(DocumentId id, CancellationToken cancellationToken)
    {
        if (!_judgements.TryGetValue(id, out var judgements))
            _judgements.Add(id, judgements = await JudgeAsync(id, cancellationToken).ConfigureAwait(false));
        return judgements;
    }

    async Task<ImmutableArray<Judgement>> JudgeAsync(DocumentId id, CancellationToken cancellationToken)
    {
        if (solution.GetAdditionalDocument(id) is not { } document)
            return [];
        var options = document.Project.AnalyzerOptions;
        var file = options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        var compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return file is null || compilation is null ? [] : [.. ProjectAnalysis.Of(compilation, options).Judge(file, cancellationToken)];
    }
}
