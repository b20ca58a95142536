using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>What the frameworks call the methods and events by which a program is set up: services, their lifetimes, endpoints and what
/// happens in a login.</summary>
static class HostSetup
{
    /// <summary>The first words of the methods that set a program up.</summary>
    static readonly string[] SetUps = ["Add", "Use", "Configure", "PostConfigure"];

    /// <summary>The first word of the methods that add an endpoint.</summary>
    const string Endpoint = "Map";

    /// <summary>The first word of the events of ASP.NET Core's authentication handlers.</summary>
    const string Event = "On";

    /// <summary>Katana's events of a login.</summary>
    static readonly string[] KatanaEvents = ["RedirectToIdentityProvider", "AuthorizationCodeReceived"];

    /// <summary>Registrations of a service of which the process has one.</summary>
    public static readonly string[] Singletons = ["AddSingleton", "TryAddSingleton"];

    /// <summary>Those, and the registration of what runs beside the requests.</summary>
    public static readonly string[] ProcessWide = [.. Singletons, "AddHostedService"];

    /// <summary>Registrations of a service of which each scope has one: an HTTP request, as a rule.</summary>
    public static readonly string[] Scoped = ["AddScoped", "TryAddScoped"];

    /// <summary>Registrations of a service that is made anew wherever it is asked for.</summary>
    public static readonly string[] Transient = ["AddTransient", "TryAddTransient", "AddHttpClient"];

    /// <summary>What a program that answers HTTP requests names.</summary>
    public static readonly string[] WebHosts =
    [
        "WebApplication",
        "IApplicationBuilder",
        "ConfigureWebHostDefaults",
        "UseStartup",
        "HttpApplication",
    ];

    /// <summary>What keeps a scope for longer: the circuit of a Blazor server, a browser's program, a scope that the program
    /// makes.</summary>
    public static readonly string[] Keepers =
    [
        "AddServerSideBlazor",
        "AddInteractiveServerComponents",
        "AddRazorComponents",
        "MapBlazorHub",
        "WebAssemblyHostBuilder",
        "CreateScope",
        "CreateAsyncScope",
        "MauiApp",
    ];

    /// <summary>The base types of objects that a framework makes for each HTTP request.</summary>
    static readonly HashSet<string> MadeForRequests = ["Controller", "ControllerBase", "ApiController", "AsyncController", "PageModel"];

    /// <summary>Whether a framework makes the objects that derive from a type of that name for each HTTP request.</summary>
    public static bool IsMadeForRequest(string type) => MadeForRequests.Contains(type);

    public static bool IsSetUp(InvocationExpressionSyntax call) =>
        Array.Exists(SetUps, words => Identifier.BeginsWith(call.MethodName(), words));

    public static bool AddsEndpoint(InvocationExpressionSyntax call) => Identifier.BeginsWith(call.MethodName(), Endpoint);

    /// <summary>Whether a member is an event that a framework calls in each login.</summary>
    public static bool IsLoginEvent(string? member) =>
        member is not null && (Identifier.BeginsWith(member, Event) || Array.IndexOf(KatanaEvents, member) >= 0);
}
