using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE2004PkceUnsupportedTests
{
    [Fact]
    public Task Credential_made_of_a_code() => PkceTest.VerifyUnresolvedAsync("Azure.Identity=1.12.0", "net8.0", """
        using Azure.Identity;

        class Login
        {
            object Make(string code) => new {|PKCE2004:AuthorizationCodeCredential|}("tenant", "client", "secret", code);

            object Safe() => new InteractiveBrowserCredential();
        }
        """);

    [Fact]
    public Task Url_builders() => PkceTest.VerifyUnresolvedAsync("Octokit=14.0.0", "net8.0", """
        using Octokit;

        class Login
        {
            object Make(GitHubClient client) => client.Oauth.{|PKCE2004:GetGitHubLoginUrl|}(new OauthLoginRequest("id"));
        }
        """);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        class AuthorizationCodeCredential(string code)
        {
            public string GetGitHubLoginUrl() => code;

            static object Make() => new AuthorizationCodeCredential("x").GetGitHubLoginUrl();
        }
        """);
}
