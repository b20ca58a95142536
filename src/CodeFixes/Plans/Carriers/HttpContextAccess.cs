using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>How code that answers a request of ASP.NET Core names its <c>HttpContext</c>.</summary>
/// <param name="Expression">The expression that gives it; null where the handler's parameters get one of that type first.</param>
/// <param name="Handler">The parameters that get it.</param>
sealed record HttpContextAccess(string? Expression, ParameterListSyntax? Handler)
{
    public const string ContextType = "HttpContext";

    const string Space = "Microsoft.AspNetCore.Http";

    static readonly string[] OfContext = ["HttpRequest", "HttpResponse"];

    /// <summary>Methods that map a URL to a handler whose parameters the framework fills in.</summary>
    static readonly string[] Maps = ["Map", "MapGet", "MapPost", "MapPut", "MapMethods", "MapFallback"];

    /// <summary>Names of hosts whose functions share no key ring.</summary>
    static readonly string[] FunctionsHosts =
    [
        "Function",
        "FunctionName",
        "FunctionsApplication",
        "ConfigureFunctionsWebApplication",
        "ConfigureFunctionsWorkerDefaults",
        "AddAWSLambdaHosting",
        "APIGatewayProxyFunction",
        "APIGatewayHttpApiV2ProxyFunction",
        "ApplicationLoadBalancerFunction",
        "IHttpFunction",
    ];

    /// <summary>Base types that have a member for it.</summary>
    static readonly Dictionary<string, string> Members = new()
    {
        ["ControllerBase"] = ContextType,
        ["Controller"] = ContextType,
        ["PageModel"] = ContextType,
        ["ViewComponent"] = ContextType,
        ["AuthenticationHandler"] = "Context",
    };

    /// <summary>Null where the place does not answer such a request. A function of a cloud shares no key ring with the next one, a
    /// component outlives its request.</summary>
    public static HttpContextAccess? At(SyntaxNode place, CompilationCache cache, CancellationToken cancellation)
    {
        var model = cache.ModelOf(place.SyntaxTree);
        if (Functions.Around(place) is not { } function || FunctionsHosts.Any(name => cache.UsesOf(name, cancellation).Any()))
            return null;
        if (
            ParametersOf(function).Select(parameter => NameIn(parameter, model, cancellation)).FirstOrDefault(name => name is not null) is
            { } given
        )
            return new HttpContextAccess(given, null);
        if (OpenHandler(function, cache, cancellation) is { } handler)
            return new HttpContextAccess(null, handler);
        // A function within a method may run when the request is answered. A property may be read any number of times.
        return
            function is MethodDeclarationSyntax
            && Functions.IsInstance(place)
            && cache.TypeAt(place, cancellation) is { } type
            && MemberOf(type, cancellation) is { } member
            ? new HttpContextAccess(member, null)
            : null;
    }

    /// <summary>The calls that map a URL to a function.</summary>
    public static IEnumerable<InvocationExpressionSyntax> MappingsOf(
        SyntaxNode function,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        if (function is AnonymousFunctionExpressionSyntax)
            return IsMapped(function) ? [(InvocationExpressionSyntax)function.Parent!.Parent!.Parent!] : [];
        if (
            Functions.NameOf(function) is not { } name
            || cache.ModelOf(function.SyntaxTree).GetDeclaredSymbol(function, cancellation) is not { } symbol
        )
            return [];
        return cache
            .UsesOf(name, cancellation)
            .Where(use => Means(use, symbol, cache, cancellation))
            .Select(use => use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? (SyntaxNode)access : use)
            .Where(IsMapped)
            .Select(handler => (InvocationExpressionSyntax)handler.Parent!.Parent!.Parent!);
    }

    /// <summary>Whether a method is mapped to a URL and called in no other way.</summary>
    static bool IsMappedOnly(SyntaxNode function, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            Functions.NameOf(function) is not { } name
            || cache.ModelOf(function.SyntaxTree).GetDeclaredSymbol(function, cancellation) is not { } symbol
        )
            return false;
        var uses = cache.UsesOf(name, cancellation).Where(use => Means(use, symbol, cache, cancellation)).ToList();
        return uses.Count > 0
            && uses.TrueForAll(use => IsMapped(use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use));
    }

    static bool Means(SimpleNameSyntax use, ISymbol symbol, CompilationCache cache, CancellationToken cancellation)
    {
        var info = cache.ModelOf(use.SyntaxTree).GetSymbolInfo(use, cancellation);
        return SymbolEqualityComparer.Default.Equals(info.Symbol, symbol)
            || info.CandidateSymbols.Contains(symbol, SymbolEqualityComparer.Default);
    }

    /// <summary>The parameters of a handler that takes what it names: they can name the context, too.</summary>
    static ParameterListSyntax? OpenHandler(SyntaxNode function, CompilationCache cache, CancellationToken cancellation) =>
        function switch
        {
            ParenthesizedLambdaExpressionSyntax lambda
                when IsMapped(lambda) && lambda.ParameterList.Parameters.All(parameter => parameter.Type is not null) =>
                lambda.ParameterList,
            MethodDeclarationSyntax method when IsMappedOnly(method, cache, cancellation) => method.ParameterList,
            LocalFunctionStatementSyntax local when IsMappedOnly(local, cache, cancellation) => local.ParameterList,
            _ => null,
        };

    /// <summary>Whether an expression is the handler of a call that maps a URL.</summary>
    public static bool IsMapped(SyntaxNode handler) =>
        handler.Parent
            is ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var method } }
            } argument
        && Maps.Contains(method.Identifier.ValueText)
        && ((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument) > 0;

    static string? NameIn(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellation)
    {
        var type = (model.GetDeclaredSymbol(parameter, cancellation) as IParameterSymbol)?.Type;
        if (type is null || type.TypeKind != TypeKind.Error && type.ContainingNamespace?.ToDisplayString() != Space)
            return null;
        var name = parameter.Identifier.ValueText;
        return type.Name == ContextType ? name
            : OfContext.Contains(type.Name) ? $"{name}.{ContextType}"
            : null;
    }

    static string? MemberOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Members.TryGetValue(current.Name, out var member) && Functions.IsOf("Microsoft.AspNetCore", current, type, cancellation))
                return member;
        }
        return null;
    }

    static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode function) =>
        function switch
        {
            SimpleLambdaExpressionSyntax lambda => [lambda.Parameter],
            _ => Functions.ParametersOf(function)?.Parameters ?? Enumerable.Empty<ParameterSyntax>(),
        };
}
