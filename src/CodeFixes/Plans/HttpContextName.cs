using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>How a place calls the <c>HttpContext</c> of the HTTP request that it answers.</summary>
static class HttpContextName
{
    const string Type = HttpContextAccess.ContextType;

    /// <summary>The expression that gives it, or the name of a parameter that the handler gets for it; null where there is
    /// neither.</summary>
    public static string? At(InsertionTarget request, SolutionEdits edits, Names names)
    {
        var file = request.File;
        var cache = CompilationCache.Of(file.Model.Compilation, FileGates.OfCode, followsProjects: false);
        if (HttpContextAccess.At(request.Place, cache, CancellationToken.None) is not { } access)
            return null;
        if (access is not { Handler: { Parent: { } function } handler })
            return access.Expression;
        if (!UsingDirective.TryImport(edits, file, handler.SpanStart, $"Microsoft.AspNetCore.Http.{Type}"))
            return null;
        var name = names.Local("httpContext", null, function);
        ParameterInsertion.Insert(edits.In(file), handler, $"{Type} {name}");
        return name;
    }
}
