using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Reads off a handler's declaration and mapping what requests it answers.</summary>
static class Callback
{
    public static RequestBody BodyAt(SyntaxNode place, CompilationCache cache, CancellationToken cancellation)
    {
        if (Functions.Around(place) is not { } function)
            return RequestBody.None;
        if (function.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(ReadsForm))
            return RequestBody.Form;
        if (!AnswersPost(function, cache, cancellation))
            return RequestBody.None;
        return TakesObject(function, cache, cancellation) ? RequestBody.Other : RequestBody.Form;
    }

    /// <summary>Whether the function around a place sends the browser on, and does not hand out the URL.</summary>
    public static bool Redirects(SyntaxNode place) =>
        Functions
            .Around(place)
            ?.DescendantNodes()
            .Any(node =>
                node switch
                {
                    InvocationExpressionSyntax call => IsRedirect(call.Expression.GetLastToken().ValueText),
                    ObjectCreationExpressionSyntax creation => IsRedirect(creation.Type.GetLastToken().ValueText),
                    AssignmentExpressionSyntax { Left: var header } => header.GetLastToken().ValueText == "Location",
                    _ => false,
                }
            ) == true;

    static bool IsRedirect(string name) =>
        name.StartsWith("Redirect", StringComparison.Ordinal) || name.StartsWith("LocalRedirect", StringComparison.Ordinal);

    /// <summary>The routes that a handler's attributes or its mapping name.</summary>
    public static IEnumerable<string> RoutesAt(SyntaxNode place, CompilationCache cache, CancellationToken cancellation)
    {
        if (Functions.Around(place) is not { } function)
            return [];
        var attributes = (function as MethodDeclarationSyntax)?.AttributeLists.SelectMany(list => list.Attributes) ?? [];
        var templates = attributes
            .Where(attribute => attribute.Name.ToString().Contains("Http") || Is(attribute, "Route"))
            .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression);
        var mapped = HttpContextAccess
            .MappingsOf(function, cache, cancellation)
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression);
        return templates
            .Concat(mapped)
            .OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.ValueText)
            .Where(route => route.Length > 0);
    }

    static bool ReadsForm(MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText == "ReadFormAsync"
        || access is { Name.Identifier.ValueText: "Form", Parent: not InvocationExpressionSyntax }
            && access.Expression.GetLastToken().ValueText is "Request" or "request" or "req";

    static bool AnswersPost(SyntaxNode function, CompilationCache cache, CancellationToken cancellation)
    {
        if (function is MethodDeclarationSyntax method)
        {
            var attributes = method.AttributeLists.SelectMany(list => list.Attributes).ToList();
            if (attributes.Exists(attribute => Is(attribute, "HttpGet")))
                return false;
            if (
                method.Identifier.ValueText.StartsWith("OnPost", StringComparison.Ordinal)
                || attributes.Exists(attribute => Is(attribute, "HttpPost") || Is(attribute, "AcceptVerbs") && SaysPost(attribute))
            )
                return true;
        }
        return HttpContextAccess
            .MappingsOf(function, cache, cancellation)
            .Any(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapPost" } || SaysPost(call.ArgumentList)
            );
    }

    static bool Is(AttributeSyntax attribute, string name) =>
        attribute.Name.ToString().Split('.').Last() is var last && (last == name || last == name + "Attribute");

    static bool SaysPost(SyntaxNode node) =>
        node.ChildNodes()
            .Where(child => child is not LambdaExpressionSyntax)
            .SelectMany(child => child.DescendantTokens(inner => inner is not AnonymousFunctionExpressionSyntax))
            .Any(token =>
                token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Equals("POST", StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>Whether a parameter is filled in from a body that is no form: an object of the program in an API's action or a mapped
    /// handler.</summary>
    static bool TakesObject(SyntaxNode function, CompilationCache cache, CancellationToken cancellation)
    {
        var parameters = Functions.ParametersOf(function)?.Parameters ?? default;
        if (
            parameters
                .SelectMany(parameter => parameter.AttributeLists)
                .SelectMany(list => list.Attributes)
                .Any(attribute => Is(attribute, "FromBody"))
        )
            return true;
        var isForm = parameters
            .SelectMany(parameter => parameter.AttributeLists)
            .SelectMany(list => list.Attributes)
            .Any(attribute => Is(attribute, "FromForm"));
        var isOfPage =
            cache.TypeAt(function, cancellation) is { } type
            && Functions.Bases(type).Any(current => current.Name is "Controller" or "PageModel")
            && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ApiController");
        return !isForm
            && !isOfPage
            && parameters.Any(parameter =>
                cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation)
                    is IParameterSymbol { Type: { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 } }
            );
    }
}
