using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>Libraries that always do PKCE, or that have no authorization code: nothing is ever said of them.</summary>
public sealed class NeverReportedTests
{
    [Theory]
    [InlineData("Microsoft.Identity.Client", "PublicClientApplicationBuilder.Create(\"app\").Build().AcquireTokenInteractive(scopes).ExecuteAsync()")]
    [InlineData("Azure.Identity", "new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions { ClientId = \"app\" })")]
    [InlineData("IdentityModel.OidcClient", "new OidcClient(new OidcClientOptions { Authority = \"https://login.example.com\", ClientId = \"app\" }).LoginAsync(new LoginRequest())")]
    [InlineData("Duende.IdentityModel.OidcClient", "new OidcClient(new OidcClientOptions { ClientId = \"app\" }).PrepareLoginAsync()")]
    [InlineData("Auth0.OidcClient", "new Auth0Client(new Auth0ClientOptions { Domain = \"example.com\", ClientId = \"app\" }).LoginAsync()")]
    [InlineData("Microsoft.AspNetCore.Authentication.Twitter", "new TwitterOptions { ConsumerKey = \"key\", ConsumerSecret = \"secret\" }")]
    [InlineData("Tweetinvi", "new TwitterClient(\"key\", \"secret\").Auth.RequestAuthenticationUrlAsync(\"https://app.example.com\")")]
    [InlineData("GitCredentialManager.Authentication.OAuth", "new OAuth2Client(null, null, \"client_id\").GetAuthorizationCodeAsync(scopes, null)")]
    [InlineData("ModelContextProtocol.Authentication", "new ClientOAuthOptions { ClientId = \"app\", RedirectUri = new(\"https://app.example.com\") }")]
    [InlineData("Microsoft.Security.Authentication.OAuth", "AuthRequestParams.CreateForAuthorizationCodeRequest(\"app\")")]
    public Task Library(string space, string use) => PkceTest.VerifyUnresolvedAsync("", "net8.0", $$"""
        using {{space}};

        class Login
        {
            object Run(string[] scopes) => {{use}};
        }
        """);
}
