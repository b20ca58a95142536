using PkceAnalyzers.Libraries.Known;

namespace PkceAnalyzers.Libraries;

/// <summary>All libraries that the rules know.</summary>
static class LibraryRegistry
{
    public static readonly Library[] All =
    [
        AspNetCoreAuthentication.Library,
        AspNetSecurityOAuth.Library,
        Katana.Library,
        IdentityServer.Library,
        SwaggerUi.Library,
        OpenIddict.Library,
        OpenIddictClient.Library,
        GoogleApis.Library,
        Abblix.Library,
        SimpleIdServer.Library,
        Okta.Library,
        Auth0.Library,
        DuendeBff.Library,
        BlazorWebAssembly.Library,
        WindowsAppSdk.Library,
        Supabase.Library,
        Msal.Library,
        IdentityModel.Library,
        Spotify.Library,
        Dropbox.Library,
        Xero.Library,
        AppAuth.Library,
        Unsupported.Library,
        OwinOAuthProviders.Library,
    ];

    public static readonly CallFact[] Calls = [.. All.SelectMany(library => library.Calls)];

    public static readonly RequestApi[] Requests = [.. All.SelectMany(library => library.Requests)];

    public static readonly ExtraParameters[] ExtraParameters = [.. All.SelectMany(library => library.ExtraParameters)];

    static readonly ILookup<string, CallFact> CallsByName = Calls.ToLookup(call => call.Name);

    static readonly ILookup<string, RequestApi> RequestsByName = Requests.ToLookup(request => request.Name);

    public static IEnumerable<CallFact> CallsOf(string name) => CallsByName[name];

    public static IEnumerable<RequestApi> RequestsOf(string name) => RequestsByName[name];
}
