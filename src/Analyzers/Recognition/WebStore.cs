using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>What code that answers HTTP requests has to keep something of one user agent from one of them to another, without set-up that the
/// program may lack.</summary>
sealed class WebStore(CompilationCache cache, CancellationToken cancellation)
{
    const string AspNetCore = "Microsoft.AspNetCore";
    const string AspNet = "System.Web";

    static readonly string[] Endpoints = ["Map", "MapGet", "MapPost", "MapMethods"];

    /// <summary>What registers Data Protection among the services, by itself or with others.</summary>
    static readonly string[] WithDataProtection =
        ["AddDataProtection", "AddAuthentication", "AddControllersWithViews", "AddRazorPages", "AddMvc", "AddSession", "AddAntiforgery", "AddIdentity", "AddDefaultIdentity", "AddRazorComponents", "AddServerSideBlazor"];

    /// <summary>One of <see cref="Repair"/>'s ways; null where a place does not run for an HTTP request.</summary>
    public string? At(SyntaxNode place)
    {
        if (IsEndpoint(Carrying.FunctionOf(place)))
            return WithContext();
        return Carrying.IsInstance(place) && cache.TypeAt(place, cancellation) is { } type ? Of(type) : null;
    }

    /// <summary>Likewise for the instance members of a type.</summary>
    public string? Of(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Controller" or "PageModel" && IsOf(AspNetCore, current, type))
                return IsUsed("UseSession") ? Repair.CarryHttpSession : Repair.CarryTempData;
            if (current.Name is "ControllerBase" && IsOf(AspNetCore, current, type))
                return WithContext();
            if (current.Name is "Controller" or "Page" && IsOf(AspNet, current, type))
                return Repair.CarrySession;
        }
        return null;
    }

    /// <summary>Whether the function is a handler that a program maps to a route; it can ask for the <c>HttpContext</c>.</summary>
    public static bool IsEndpoint(SyntaxNode function) => function is ParenthesizedLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
        && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Endpoints.Contains(name);

    /// <summary>Where a program that does not register Data Protection can: the call that builds its host. Null where it does, or is built in
    /// another way.</summary>
    public InvocationExpressionSyntax? SetUp() => WithDataProtection.Any(IsUsed) ? null : cache.UsesOf("CreateBuilder", cancellation).SelectMany(name => cache.NamesIn(name.SyntaxTree, cancellation)["Build"])
        .Select(name => name.Parent?.Parent).OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, ArgumentList.Arguments.Count: 0 });

    string? WithContext() => IsUsed("UseSession") ? Repair.CarryHttpSession : WithDataProtection.Any(IsUsed) || SetUp() is not null ? Repair.CarryProtectedCookie : null;

    bool IsUsed(string name) => cache.UsesOf(name, cancellation).Any();

    /// <summary>Whether a base type is of a framework: by its namespace or, where it does not resolve, by the using directives of the files that
    /// declare the type.</summary>
    static bool IsOf(string framework, INamedTypeSymbol type, INamedTypeSymbol derived)
    {
        if (type is not IErrorTypeSymbol)
            return IsWithin(type.ContainingNamespace?.ToDisplayString() ?? "", framework);
        for (var current = derived; current is not null and not IErrorTypeSymbol; current = current.BaseType)
        {
            if (current.BaseType is IErrorTypeSymbol)
                return current.DeclaringSyntaxReferences.Any(part => NamesIn(part.SyntaxTree.GetRoot()).Any(name => IsWithin(name, framework)));
        }
        return false;
    }

    static IEnumerable<string> NamesIn(SyntaxNode root) => root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseListSyntax or BaseTypeSyntax)
        .Select(node => node switch { UsingDirectiveSyntax directive => directive.Name?.ToString(), QualifiedNameSyntax named => named.ToString(), _ => null }).OfType<string>();

    static bool IsWithin(string name, string framework) => name == framework || name.StartsWith(framework + ".", StringComparison.Ordinal);
}
