using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>What code that answers HTTP requests has to keep something of one user agent from one request to another, without set-up that
/// the program may lack. <c>docs/carriers.md</c> says when each is sound.</summary>
sealed class WebStores(CompilationCache cache, CancellationToken cancellation)
{
    const string FormPost = "form_post";

    /// <summary>What registers Data Protection among the services, by itself or with others.</summary>
    static readonly string[] WithDataProtection =
    [
        "AddDataProtection",
        "AddAuthentication",
        "AddControllersWithViews",
        "AddRazorPages",
        "AddMvc",
        "AddSession",
        "AddAntiforgery",
        "AddIdentity",
        "AddDefaultIdentity",
        "AddRazorComponents",
        "AddServerSideBlazor",
    ];

    /// <summary>What registers TempData: <c>AddControllers</c> does not.</summary>
    static readonly string[] WithTempData = ["AddControllersWithViews", "AddRazorPages", "AddMvc"];

    /// <summary>How methods of a response begin that start the answer.</summary>
    static readonly string[] Answers = ["Write", "Flush", "StartAsync", "CompleteAsync", "SendFile"];

    readonly ParameterValue _values = new(cache, cancellation);
    readonly RunOrder _order = new(cache, cancellation);

    static readonly string[] MadePerRequest =
    [
        "Controller",
        "ControllerBase",
        "PageModel",
        "Endpoint",
        "AuthenticationHandler",
        "OAuthHandler",
        "ViewComponent",
        "HttpTaskAsyncHandler",
        "Hub",
        "WebPage",
        "ComponentBase",
    ];

    /// <summary>Whether a carrier is a store of one user agent's between two HTTP requests.</summary>
    public static bool Include(VerifierCarrier carrier) =>
        carrier is VerifierCarrier.TempData or VerifierCarrier.HttpSession or VerifierCarrier.Session or VerifierCarrier.ProtectedCookie;

    /// <summary>The store that all places of an exchange share, or null.</summary>
    public VerifierCarrier? Of(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens)
    {
        var places = authorizations.Concat(tokens).SelectMany(end => end.Places).ToList();
        if (places.TrueForAll(IsOfSystemWeb))
            return IsPosted(authorizations, tokens) || IsSessionOff ? null : VerifierCarrier.Session;
        if (!places.TrueForAll(IsOfAspNetCore) || IsStrict(IsOfAllCookies) || places.Exists(HasAnswered))
            return null;
        // What is begun in answer to a callback would be taken for what the callback belongs to.
        if (
            tokens
                .SelectMany(end => end.Places)
                .Any(token => authorizations.SelectMany(end => end.Places).Any(begin => _order.Leads(begin, token)))
        )
            return null;
        // A script's request is not the browser's that comes back with the code, and brings no form.
        if (places.Exists(place => Callback.BodyAt(place, cache, cancellation) == RequestBody.Other))
            return null;
        // A script of another site is told the URL, and its browser keeps no cookie of this one.
        if (UsesCors && !authorizations.SelectMany(end => end.Places).All(Callback.Redirects))
            return null;
        if (IsPosted(authorizations, tokens))
            return authorizations.All(IsHttps) && HasDataProtection ? VerifierCarrier.ProtectedCookie : null;
        // Until the user consents, neither is kept.
        var isHeldBack = IsUsed("CheckConsentNeeded");
        if (!isHeldBack && IsUsed("UseSession") && !IsStrict(node => IsCallOf(node, "AddSession")))
            return VerifierCarrier.HttpSession;
        if (!isHeldBack && WithTempData.Any(IsUsed) && places.TrueForAll(HasTempData) && !IsStrict(IsOfTempData))
            return VerifierCarrier.TempData;
        return HasDataProtection && !IsOutOfReach(authorizations, tokens) ? VerifierCarrier.ProtectedCookie : null;
    }

    /// <summary>Whether a web framework makes an object of the type, for each HTTP request or page, and calls it.</summary>
    public bool IsMadePerRequest(INamedTypeSymbol type) =>
        Functions
            .Bases(type)
            .Prepend(type)
            .Any(current =>
                MadePerRequest.Any(suffix => current.Name.EndsWith(suffix, StringComparison.Ordinal))
                || current.Name == "Page" && Functions.IsOf("System.Web", current, type, cancellation)
            ) || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute");

    /// <summary>Whether a place runs for an HTTP request of which something can be kept.</summary>
    public bool IsAt(SyntaxNode place) => IsOfSystemWeb(place) || IsOfAspNetCore(place);

    /// <summary>Whether the authorization response comes by an HTTP POST: a cookie of the session is not sent along with another site's
    /// form.</summary>
    public bool IsPosted(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens) =>
        authorizations.Any(end =>
            end.Request.All("response_mode").Any(mode => mode.Value.Alternatives.Any(value => value is Text { Exact: null or FormPost }))
        ) || tokens.SelectMany(end => end.Places).Any(place => Callback.BodyAt(place, cache, cancellation) == RequestBody.Form);

    /// <summary>Where a program that does not register Data Protection can: the call that builds its host. Null where it does, or is built
    /// in another way.</summary>
    public InvocationExpressionSyntax? SetUp() =>
        WithDataProtection.Any(IsUsed)
            ? null
            : cache
                .UsesOf("CreateBuilder", cancellation)
                .SelectMany(name => cache.NamesIn(name.SyntaxTree, cancellation)["Build"])
                .Select(name => name.Parent?.Parent)
                .OfType<InvocationExpressionSyntax>()
                .FirstOrDefault(call =>
                    call
                        is {
                            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax },
                            ArgumentList.Arguments.Count: 0
                        }
                );

    /// <summary>Whether a controller says what session state it has: perhaps none.</summary>
    bool IsSessionOff => cache.UsesOf("SessionState", cancellation).Any(name => name.FirstAncestorOrSelf<AttributeSyntax>() is not null);

    bool UsesCors => IsUsed("AddCors") || IsUsed("UseCors") || IsUsed("EnableCors");

    /// <summary>Whether the code is redeemed at another path than that of the redirect URI, to which a cookie goes that is not a
    /// host's.</summary>
    bool IsOutOfReach(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens)
    {
        var redirects = authorizations
            .SelectMany(end => _values.TextsAt(end, WireNames.RedirectUri))
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "http" ? LastOf(uri.AbsolutePath) : null)
            .OfType<string>()
            .ToList();
        return redirects.Count > 0
            && tokens
                .SelectMany(end => end.Places)
                .SelectMany(place => Callback.RoutesAt(place, cache, cancellation))
                .Select(LastOf)
                .Any(route => !route.Contains('{') && !route.Contains('[') && !redirects.Contains(route, StringComparer.OrdinalIgnoreCase));
    }

    static string LastOf(string path) => path.TrimEnd('/').Split('/').Last();

    bool HasDataProtection => WithDataProtection.Any(IsUsed) || SetUp() is not null;

    bool IsHttps(ExchangeParticipant authorization)
    {
        var texts = _values.TextsAt(authorization, WireNames.RedirectUri);
        return texts.Count > 0 && texts.All(text => text?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true);
    }

    bool IsOfAspNetCore(SyntaxNode place) => HttpContextAccess.At(place, cache, cancellation) is not null;

    bool IsOfSystemWeb(SyntaxNode place) =>
        Functions.Around(place) is MethodDeclarationSyntax
        && Functions.IsInstance(place)
        && cache.TypeAt(place, cancellation) is { } type
        && Functions
            .Bases(type)
            .Any(current => current.Name is "Controller" or "Page" && Functions.IsOf("System.Web", current, type, cancellation));

    bool HasTempData(SyntaxNode place) =>
        Functions.IsInstance(place)
        && cache.TypeAt(place, cancellation) is { } type
        && Functions
            .Bases(type)
            .Any(current =>
                current.Name is "Controller" or "PageModel" && Functions.IsOf("Microsoft.AspNetCore", current, type, cancellation)
            );

    /// <summary>Whether the program says of its cookies, or of those of one store, that other sites' redirects do not bring them.</summary>
    bool IsStrict(Func<SyntaxNode, bool> settings) => cache.UsesOf("Strict", cancellation).Any(use => use.Ancestors().Any(settings));

    static bool IsOfAllCookies(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { Left: var left } && left.GetLastToken().ValueText == "MinimumSameSitePolicy";

    static bool IsCallOf(SyntaxNode node, string method) =>
        node is InvocationExpressionSyntax { Expression: var called } && called.GetLastToken().ValueText == method;

    static bool IsOfTempData(SyntaxNode node) =>
        node is InvocationExpressionSyntax call
        && call.DescendantTokens().Any(token => token.ValueText is "CookieTempDataProviderOptions" or "AddCookieTempDataProvider");

    /// <summary>Whether an answer has begun before a place: then no cookie can be set any more.</summary>
    bool HasAnswered(SyntaxNode place) =>
        Functions.Around(place) is { } function
        && function
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var target }
                && Answers.Any(start => name.StartsWith(start, StringComparison.Ordinal))
                && target.DescendantTokens().Any(token => token.ValueText == "Response")
                && !call.Span.Contains(place.Span)
                && _order.Leads(call, place)
            );

    bool IsUsed(string name) => cache.UsesOf(name, cancellation).Any();
}
