using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Tells whether a repair breaks code. Code that is not restored has errors before it, which do not count.</summary>
static class CompilerErrors
{
    /// <summary>The first kind of error of which there are more after a change than before it; null where there is none.</summary>
    public static async Task<string?> NewAsync(Solution before, Solution after, CancellationToken cancel)
    {
        foreach (var changes in after.GetChanges(before).GetProjectChanges())
        {
            var old = await ErrorsAsync(changes.OldProject, changes.GetChangedDocuments(), cancel);
            var present = await ErrorsAsync(changes.NewProject, changes.GetChangedDocuments().Concat(changes.GetAddedDocuments()), cancel);
            if (present.Keys.Order(StringComparer.Ordinal).FirstOrDefault(id => present[id] > old.GetValueOrDefault(id)) is { } error)
                return error;
        }
        return null;
    }

    /// <summary>The errors in the declarations of a project and in the code of some documents, counted by their ids.</summary>
    static async Task<Dictionary<string, int>> ErrorsAsync(Project project, IEnumerable<DocumentId> documents, CancellationToken cancel)
    {
        var compilation = (await project.GetCompilationAsync(cancel))!;
        var diagnostics = compilation.GetDeclarationDiagnostics(cancel).AsEnumerable();
        foreach (var id in documents)
        {
            if (await project.GetDocument(id)!.GetSyntaxTreeAsync(cancel) is { } tree)
                diagnostics = diagnostics.Concat(compilation.GetSemanticModel(tree).GetDiagnostics(cancellationToken: cancel));
        }
        return diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Distinct().CountBy(diagnostic => diagnostic.Id).ToDictionary();
    }
}
