using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>How a place calls the <c>HttpContext</c> of the HTTP request that it answers.</summary>
static class HttpContextName
{
    const string Type = "HttpContext";

    /// <summary>The name of a parameter of the handler, one that is added where it has none, or the property of a controller; null where the
    /// handler's parameters cannot be added to.</summary>
    public static string? At(Request request, SolutionEdits edits, Names names)
    {
        var file = request.File;
        var lambda = request.Place.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax) as ParenthesizedLambdaExpressionSyntax;
        if (lambda is null)
            return Type;
        var parameters = lambda.ParameterList.Parameters;
        if (parameters.FirstOrDefault(parameter => file.Model.GetDeclaredSymbol(parameter) is { Type.Name: Type }) is { } given)
            return given.Identifier.ValueText;
        if (parameters.Any(parameter => parameter.Type is null) || !UsingDirective.TryImport(edits, file, lambda.SpanStart, $"Microsoft.AspNetCore.Http.{Type}"))
            return null;
        var name = names.Local("httpContext", null, lambda);
        ParameterInsertion.Insert(edits.In(file), lambda.ParameterList, $"{Type} {name}");
        return name;
    }
}
