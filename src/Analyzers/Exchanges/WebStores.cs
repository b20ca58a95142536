using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Evaluation;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Exchanges;

/// <summary>What code that answers HTTP requests has to keep something of one user agent from one request to another, without set-up that the
/// program may lack. <c>docs/carriers.md</c> says when each is sound.</summary>
sealed class WebStores(CompilationCache cache, CancellationToken cancellation)
{
    const string FormPost = "form_post";

    /// <summary>What registers Data Protection among the services, by itself or with others.</summary>
    static readonly string[] WithDataProtection =
    [
        "AddDataProtection", "AddAuthentication", "AddControllersWithViews", "AddRazorPages", "AddMvc", "AddSession", "AddAntiforgery", "AddIdentity", "AddDefaultIdentity",
        "AddRazorComponents", "AddServerSideBlazor",
    ];

    /// <summary>What registers TempData: <c>AddControllers</c> does not.</summary>
    static readonly string[] WithTempData = ["AddControllersWithViews", "AddRazorPages", "AddMvc"];

    readonly ParameterValue _values = new(cache, cancellation);

    static readonly string[] MadePerRequest =
    [
        "Controller", "ControllerBase", "PageModel", "Endpoint", "AuthenticationHandler", "OAuthHandler", "ViewComponent", "HttpTaskAsyncHandler", "Hub", "WebPage", "ComponentBase",
    ];

    /// <summary>The store that all places of an exchange share; one of <see cref="Repair"/>'s ways, or null.</summary>
    public string? Of(ImmutableArray<End> authorizations, ImmutableArray<End> tokens)
    {
        var places = authorizations.Concat(tokens).SelectMany(end => end.Places).ToList();
        if (places.TrueForAll(place => IsOfSystemWeb(place)))
            return IsPosted(authorizations, tokens) ? null : Repair.CarrySession;
        if (!places.TrueForAll(IsOfAspNetCore))
            return null;
        if (IsPosted(authorizations, tokens))
            return authorizations.All(IsHttps) && HasDataProtection ? Repair.CarryProtectedCookie : null;
        // Until the user consents, neither is kept.
        var isHeldBack = IsUsed("CheckConsentNeeded");
        if (!isHeldBack && IsUsed("UseSession"))
            return Repair.CarryHttpSession;
        if (!isHeldBack && WithTempData.Any(IsUsed) && places.TrueForAll(HasTempData))
            return Repair.CarryTempData;
        return HasDataProtection ? Repair.CarryProtectedCookie : null;
    }

    /// <summary>Whether a web framework makes an object of the type, for each HTTP request or page, and calls it.</summary>
    public bool IsMadePerRequest(INamedTypeSymbol type) => Functions.Bases(type).Prepend(type).Any(current =>
        MadePerRequest.Any(suffix => current.Name.EndsWith(suffix, StringComparison.Ordinal))
        || current.Name == "Page" && Functions.IsOf("System.Web", current, type, cancellation))
        || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute");

    /// <summary>Whether a place runs for an HTTP request of which something can be kept.</summary>
    public bool IsAt(SyntaxNode place) => IsOfSystemWeb(place) || IsOfAspNetCore(place);

    /// <summary>Whether the authorization response comes by an HTTP POST: a cookie of the session is not sent along with another site's form.</summary>
    public bool IsPosted(ImmutableArray<End> authorizations, ImmutableArray<End> tokens) =>
        authorizations.Any(end => end.Request.All("response_mode").Any(mode => mode.Value.Alternatives.Any(value => value is Text { Exact: null or FormPost })))
        || tokens.SelectMany(end => end.Places).Any(AnswersPost);

    /// <summary>Where a program that does not register Data Protection can: the call that builds its host. Null where it does, or is built in
    /// another way.</summary>
    public InvocationExpressionSyntax? SetUp() => WithDataProtection.Any(IsUsed) ? null : cache.UsesOf("CreateBuilder", cancellation)
        .SelectMany(name => cache.NamesIn(name.SyntaxTree, cancellation)["Build"])
        .Select(name => name.Parent?.Parent).OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => call is { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, ArgumentList.Arguments.Count: 0 });

    bool HasDataProtection => WithDataProtection.Any(IsUsed) || SetUp() is not null;

    bool IsHttps(End authorization)
    {
        var texts = _values.TextsAt(authorization, WireNames.RedirectUri);
        return texts.Count > 0 && texts.All(text => text?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true);
    }

    bool IsOfAspNetCore(SyntaxNode place) => HttpContextAccess.At(place, cache, cancellation) is not null;

    bool IsOfSystemWeb(SyntaxNode place) => Functions.IsInstance(place) && cache.TypeAt(place, cancellation) is { } type
        && Functions.Bases(type).Any(current => current.Name is "Controller" or "Page" && Functions.IsOf("System.Web", current, type, cancellation));

    bool HasTempData(SyntaxNode place) => Functions.IsInstance(place) && cache.TypeAt(place, cancellation) is { } type
        && Functions.Bases(type).Any(current => current.Name is "Controller" or "PageModel" && Functions.IsOf("Microsoft.AspNetCore", current, type, cancellation));

    static bool AnswersPost(SyntaxNode place)
    {
        if (place.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
        {
            var attributes = method.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString()).ToList();
            if (attributes.Exists(name => name.EndsWith("HttpPost", StringComparison.Ordinal)) && !attributes.Exists(name => name.EndsWith("HttpGet", StringComparison.Ordinal)))
                return true;
            if (method.Identifier.ValueText.StartsWith("OnPost", StringComparison.Ordinal))
                return true;
        }
        return place.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(lambda => HttpContextAccess.IsMapped(lambda)
            && lambda.Parent!.Parent!.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapPost" } });
    }

    bool IsUsed(string name) => cache.UsesOf(name, cancellation).Any();
}
