using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Tells whether a repair breaks code. Code that is not restored has errors before it, which do not count.</summary>
static class CompilerErrors
{
    /// <summary>Errors that only say that a name is not known, by what they ask of it: that it is there, is a type, is in a namespace, is a
    /// member.</summary>
    static readonly IReadOnlySet<string> OfUnknownNames = new HashSet<string>(StringComparer.Ordinal)
    {
        "CS0103",
        "CS0117",
        "CS0234",
        "CS0246",
        "CS1061",
    };

    /// <summary>The first kind of error of which there are more after a change than before it; null where there is none. A name that was
    /// not known before and stands in the code once more is no more broken for it: what a repair writes is modelled on what is
    /// there.</summary>
    public static async Task<string?> NewAsync(Solution before, Solution after, CancellationToken cancel)
    {
        foreach (var changes in after.GetChanges(before).GetProjectChanges())
        {
            var old = await ErrorsAsync(changes.OldProject, changes.GetChangedDocuments(), cancel);
            var present = await ErrorsAsync(changes.NewProject, changes.GetChangedDocuments().Concat(changes.GetAddedDocuments()), cancel);
            var unknown = old.Where(error => OfUnknownNames.Contains(error.Id)).Select(MessageOf).ToHashSet(StringComparer.Ordinal);
            var known = old.CountBy(error => error.Id).ToDictionary();
            var more = present
                .CountBy(error => error.Id)
                .Where(count => count.Value > known.GetValueOrDefault(count.Key))
                .Select(count => count.Key);
            if (
                more.Order(StringComparer.Ordinal)
                    .FirstOrDefault(id => present.Any(error => error.Id == id && !unknown.Contains(MessageOf(error)))) is
                { } fault
            )
                return fault;
        }
        return null;
    }

    /// <summary>The errors in the declarations of a project and in the code of some documents.</summary>
    static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Project project, IEnumerable<DocumentId> documents, CancellationToken cancel)
    {
        var compilation = (await project.GetCompilationAsync(cancel))!;
        var errors = new HashSet<Diagnostic>(compilation.GetDeclarationDiagnostics(cancel).Where(IsError));
        foreach (var id in documents)
        {
            if (await project.GetDocument(id)!.GetSyntaxTreeAsync(cancel) is not { } tree)
                continue;
            var model = compilation.GetSemanticModel(tree);
            errors.UnionWith(
                model.GetDiagnostics(cancellationToken: cancel).Where(error => IsError(error) && !IsPerhapsInherited(error, model, cancel))
            );
        }
        return [.. errors];
    }

    static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>Whether a name may be one of a base class that is not known, such as the Session of a page.</summary>
    static bool IsPerhapsInherited(Diagnostic error, SemanticModel model, CancellationToken cancel)
    {
        if (error.Id != "CS0103" || error.Location.SourceTree is not { } tree)
            return false;
        var type = tree.GetRoot(cancel).FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        for (
            var ancestor = type is null ? null : model.GetDeclaredSymbol(type, cancel)?.BaseType;
            ancestor is not null;
            ancestor = ancestor.BaseType
        )
        {
            if (ancestor.TypeKind == TypeKind.Error)
                return true;
        }
        return false;
    }

    static string MessageOf(Diagnostic error) => $"{error.Id} {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
