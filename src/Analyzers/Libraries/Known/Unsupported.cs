namespace PkceAnalyzers.Libraries.Known;

/// <summary>APIs that cannot send PKCE: what there is instead is said, and that is all that can be.</summary>
static class Unsupported
{
    const string ByHand = "make the two requests yourself with an HttpClient and ProofKey.Create()";
    const string AddToUri =
        "add code_challenge and code_challenge_method=S256 to the URI that it gives, and redeem the code with an HttpClient";

    static readonly CallFact[] Calls =
    [
        Of(
            "Azure.Identity",
            "AuthorizationCodeCredential",
            "use MSAL's AcquireTokenByAuthorizationCode(…).WithPkceCodeVerifier(…)",
            "Azure.Identity.AuthorizationCodeCredential"
        ),
        Of("Octokit", "GetGitHubLoginUrl", AddToUri, "Octokit.IOauthClient", "Octokit.OauthClient"),
        Of("Box SDK", "GetAuthorizeUrl", AddToUri, "Box.Sdk.Gen.BoxOAuth"),
        Of("Box SDK", "AuthCodeUri", AddToUri, "Box.V2.Config.BoxConfig", "Box.V2.Config.IBoxConfig"),
        Of("TwitchLib", "GetAuthorizationCodeUrl", ByHand, "TwitchLib.Api.Auth.Auth"),
        Of(
            "ShopifySharp",
            "BuildAuthorizationUrl",
            ByHand,
            "ShopifySharp.Utilities.IShopifyOauthUtility",
            "ShopifySharp.Utilities.ShopifyOauthUtility",
            "ShopifySharp.AuthorizationService"
        ),
        Of("Intuit QuickBooks SDK", "GetAuthorizationURL", ByHand, "Intuit.Ipp.OAuth2PlatformClient.OAuth2Client"),
        Of(
            "Intuit QuickBooks SDK",
            "RequestTokenFromCodeAsync",
            "give the verifier as extra, a dictionary with code_verifier: the argument codeVerifier is not sent",
            "Intuit.Ipp.OAuth2PlatformClient.TokenClientExtensions"
        ),
        Of("Mastonet", "ConnectWithCode", ByHand, "Mastonet.AuthenticationClient", "Mastonet.IAuthenticationClient"),
        Of("Trakt.NET", "CreateAuthorizationUrl", ByHand, "TraktNet.Modules.TraktAuthenticationModule"),
        Of("Fitbit.NET", "GenerateAuthUrl", ByHand, "Fitbit.Api.Portable.OAuth2.OAuth2Helper"),
        Of("Salesforce Toolkits", "WebServerAsync", ByHand, "Salesforce.Common.AuthenticationClient"),
        Of("SlackAPI", "GetAuthorizeUri", ByHand, "SlackAPI.SlackClientHelpers"),
        Of("Stripe.net", "OAuthAuthorizeUrlOptions", ByHand, "Stripe.OAuthAuthorizeUrlOptions"),
        Of("Senparc.Weixin", "GetAuthorizeUrl", ByHand, "Senparc.Weixin.MP.AdvancedAPIs.OAuthApi"),
        Of(
            "DotNetOpenAuth",
            "WebServerClient",
            "take a client that is maintained, such as Duende.IdentityModel.OidcClient",
            "DotNetOpenAuth.OAuth2.WebServerClient"
        ),
        Of("OAuth2", "GetLoginLinkUriAsync", ByHand, "OAuth2.Client.OAuth2Client", "OAuth2.Client.IClient"),
        Of("OAuth2", "GetLoginLinkUri", ByHand, "OAuth2.Client.OAuth2Client", "OAuth2.Client.IClient"),
        .. ServiceStack("Apple", "Discord", "Google", "LinkedIn", "MicrosoftGraph", "Spotify"),
        Of(
            "Xamarin.Auth",
            "OAuth2Authenticator",
            "use Duende.IdentityModel.OidcClient, or WebAuthenticator with a request that carries code_challenge",
            "Xamarin.Auth.OAuth2Authenticator"
        ),
        Of(
            "Katana social logins",
            "UseGoogleAuthentication",
            "move to the OpenID Connect middleware with ResponseType = \"code\"",
            "Owin.GoogleAuthenticationExtensions"
        ),
        Of(
            "Katana social logins",
            "UseFacebookAuthentication",
            "move to ASP.NET Core, whose Facebook handler does PKCE from 8.0 on",
            "Owin.FacebookAuthenticationExtensions"
        ),
        Of(
            "Katana social logins",
            "UseMicrosoftAccountAuthentication",
            "move to the OpenID Connect middleware with ResponseType = \"code\"",
            "Owin.MicrosoftAccountAuthenticationExtensions"
        ),
    ];

    static IEnumerable<CallFact> ServiceStack(params string[] providers) =>
        providers.Select(provider =>
            Of(
                "ServiceStack",
                provider + "AuthProvider",
                "log in by ASP.NET Core's handlers, with UsePkce = true",
                $"ServiceStack.Auth.{provider}AuthProvider"
            )
        );

    static CallFact Of(string library, string name, string advice, params string[] owners) =>
        new(library, name, owners, SettingEffect.Unsupported) { Advice = advice };

    public static readonly Library Library = new() { Calls = Calls };
}
