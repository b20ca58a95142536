using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>How the code verifier gets from where an authorization request is made to where its code is redeemed.</summary>
sealed class Carrying(CompilationCache cache, CancellationToken cancellation)
{
    static readonly string[] MadePerRequest =
        ["Controller", "ControllerBase", "PageModel", "Endpoint", "AuthenticationHandler", "OAuthHandler", "ViewComponent", "HttpTaskAsyncHandler", "Hub", "WebPage"];

    static readonly string[] HttpRequests = ["HttpContext", "HttpContextBase", "HttpRequest", "HttpRequestBase", "HttpRequestData", "IOwinContext"];

    readonly WebStore _store = new(cache, cancellation);

    /// <summary>The first sound way between any of the authorization requests and any of the token requests: one of <see cref="Repair"/>'s, or
    /// null.</summary>
    public string? Between(IEnumerable<SyntaxNode> authorizations, IEnumerable<SyntaxNode> tokens)
    {
        List<SyntaxNode> first = [.. authorizations], all = [.. first, .. tokens];
        if (all is [var authorization, var token] && ProtectedState.Between(authorization, token, cache, cancellation) is not null)
            return Repair.CarryState;
        // A function that answers HTTP requests runs once for each of the two.
        if (all.Select(_store.At).Distinct().ToList() is [{ } store])
            return EachRunMakesOne(first) && EachRunMakesOne(all.Skip(first.Count)) ? store : null;
        if (first.Select(FunctionOf).Distinct().ToList() is [var function] && all.All(place => place.SyntaxTree == function.SyntaxTree && function.Span.Contains(place.Span)) && !AnswersHttp(function))
            return Repair.CarryLocal;
        var types = all.Select(place => cache.TypeAt(place, cancellation)).Distinct(SymbolEqualityComparer.Default).Cast<INamedTypeSymbol?>().ToList();
        return types is [{ } type] && KeepsInstance(type) && all.All(IsInstance) && !AreReplaced(all) && !all.Any(place => WebStore.IsEndpoint(FunctionOf(place))) && EachRunMakesOne(first) ? Repair.CarryField : null;
    }

    /// <summary>Whether no run of a function comes to two of the places, or twice to one: what is kept of the first would be lost.</summary>
    static bool EachRunMakesOne(IEnumerable<SyntaxNode> places) => places.GroupBy(FunctionOf).All(function => function.All(place => !IsRepeated(place, function.Key))
        && function.All(place => function.All(other => other == place || AreAlternatives(place, other))));

    static bool AreAlternatives(SyntaxNode place, SyntaxNode other)
    {
        if (IsReturned(place) && IsReturned(other))
            return true;
        // What decides is the innermost code around both: apart from its condition, they lie in two of its branches.
        ExpressionSyntax? condition = place.Ancestors().First(node => node.Span.Contains(other.Span)) switch
        {
            IfStatementSyntax branches => branches.Condition,
            ConditionalExpressionSyntax branches => branches.Condition,
            SwitchStatementSyntax branches => branches.Expression,
            SwitchExpressionSyntax branches => branches.GoverningExpression,
            _ => null,
        };
        return condition is not null && !condition.Span.Contains(place.Span) && !condition.Span.Contains(other.Span);
    }

    static bool IsReturned(SyntaxNode place) => place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax) is ReturnStatementSyntax;

    static bool IsRepeated(SyntaxNode place, SyntaxNode function) => place.Ancestors().TakeWhile(node => node != function)
        .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax || node is CommonForEachStatementSyntax loop && !loop.Expression.Span.Contains(place.Span));

    static bool AnswersHttp(SyntaxNode function) => function.ChildNodes().OfType<ParameterListSyntax>().SelectMany(list => list.Parameters)
        .Any(parameter => parameter.Type is SimpleNameSyntax { Identifier.ValueText: var name } && HttpRequests.Contains(name));

    /// <summary>The innermost function that a place runs with: what is outside of it may run once for many logins.</summary>
    public static SyntaxNode FunctionOf(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax || node == Declarations.Executable(place)) ?? place;

    /// <summary>A field lasts from one request to the other only in an object that does: not in a struct.</summary>
    bool KeepsInstance(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && !new ServiceLifetime(cache, cancellation).IsOfOtherUsers(type) && !IsMadePerRequest(type, cache, cancellation);

    /// <summary>Whether a derived type makes some of the requests in another way, without the proof key, or adds to them.</summary>
    bool AreReplaced(IEnumerable<SyntaxNode> places)
    {
        var executables = places.Select(Declarations.Executable).Distinct().ToList();
        var overrides = executables.OfType<MethodDeclarationSyntax>().Select(method => cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation)).OfType<IMethodSymbol>().SelectMany(method => cache.OverridesOf(method));
        return overrides.GroupBy(method => method.ContainingType, SymbolEqualityComparer.Default)
            .Any(type => type.Count() < executables.Count || type.Any(method => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration || HandlerTraps.GoesOn(declaration)));
    }

    /// <summary>Whether a web framework makes an object of the type anew for each HTTP request, and calls it.</summary>
    public static bool IsMadePerRequest(INamedTypeSymbol type, CompilationCache cache, CancellationToken cancellation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (MadePerRequest.Any(suffix => current.Name.EndsWith(suffix, StringComparison.Ordinal)) || new WebStore(cache, cancellation).Of(current) is not null)
                return true;
        }
        return type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute");
    }

    public static bool IsInstance(SyntaxNode place) => Declarations.Executable(place) is MethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
        && place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
