using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Handlers that derive from ASP.NET Core's own, which makes their token requests.</summary>
public sealed class PKCE1001HandlerFixTests
{
    [Fact]
    public Task Handler_of_the_framework_sends_what_the_state_holds() => Verify.VerifyAsync(
        AspNetCoreHandler("""
                protected override string {|PKCE2003:BuildChallengeUrl|}(AuthenticationProperties properties, string redirectUri)
                {
                    var query = new Dictionary<string, string?>();
                    {|PKCE1001:query.Add("response_type", "code")|};
                    query.Add("client_id", Options.ClientId);
                    query.Add("redirect_uri", redirectUri);

                    var state = Options.StateDataFormat.Protect(properties);
                    query.Add("state", state);
                    return QueryHelpers.AddQueryString(Options.AuthorizationEndpoint, query);
                }
            """),
        AspNetCoreHandler("""
                protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
                {
                    var query = new Dictionary<string, string?>();
                    query.Add("response_type", "code");
                    query.Add("client_id", Options.ClientId);
                    query.Add("redirect_uri", redirectUri);

                    var proofKey = ProofKey.Create();
                    properties.Items["code_verifier"] = proofKey.CodeVerifier;
                    var state = Options.StateDataFormat.Protect(properties);
                    query.Add("state", state);
                    query.Add("code_challenge", proofKey.CodeChallenge);
                    query.Add("code_challenge_method", proofKey.CodeChallengeMethod);
                    return QueryHelpers.AddQueryString(Options.AuthorizationEndpoint, query);
                }
            """).Replace("using Microsoft.Extensions.Options;\n", "using Microsoft.Extensions.Options;\nusing Pkce;\n"));

    [Fact]
    public Task Handler_that_goes_on_to_the_framework_with_the_code() => Verify.VerifyAsync(
        AspNetCoreHandler("""
                protected override string {|PKCE2003:BuildChallengeUrl|}(AuthenticationProperties properties, string redirectUri) =>
                    $"{Options.AuthorizationEndpoint}{|PKCE1001:?response_type=code&client_id=|}{Options.ClientId}&redirect_uri={redirectUri}&state={Options.StateDataFormat.Protect(properties)}";

                protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) => base.ExchangeCodeAsync(context);
            """),
        AspNetCoreHandler("""
                protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
                {
                    var proofKey = ProofKey.Create();
                    properties.Items["code_verifier"] = proofKey.CodeVerifier;
                    return $"{Options.AuthorizationEndpoint}?response_type=code&client_id={Options.ClientId}&redirect_uri={redirectUri}&state={Options.StateDataFormat.Protect(properties)}&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
                }

                protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) => base.ExchangeCodeAsync(context);
            """).Replace("using Microsoft.Extensions.Options;\n", "using Microsoft.Extensions.Options;\nusing Pkce;\n"));

    [Fact]
    public Task Handler_that_redeems_the_code_where_nobody_knows() => Verify.VerifyNoneCarriedAsync(
        AspNetCoreHandler("""
                protected override string {|PKCE2003:BuildChallengeUrl|}(AuthenticationProperties properties, string redirectUri) =>
                    $"{Options.AuthorizationEndpoint}{|PKCE1001:?response_type=code&client_id=|}{Options.ClientId}&redirect_uri={redirectUri}&state={Options.StateDataFormat.Protect(properties)}";

                protected override Task<OAuthTokenResponse> {|PKCE2003:ExchangeCodeAsync|}(OAuthCodeExchangeContext context) => Somewhere.RedeemAsync(context.Code);
            """)
        + "\nstatic class Somewhere { public static Task<OAuthTokenResponse> RedeemAsync(string code) => Task.FromResult(OAuthTokenResponse.Failed(new System.Exception(code))); }\n");

    [Fact]
    public Task Handler_whose_callback_is_its_own() => Verify.VerifyNoneCarriedAsync(
        AspNetCoreHandler("""
                protected override string {|PKCE2003:BuildChallengeUrl|}(AuthenticationProperties properties, string redirectUri) =>
                    $"{Options.AuthorizationEndpoint}{|PKCE1001:?response_type=code&client_id=|}{Options.ClientId}&redirect_uri={redirectUri}&state={Options.StateDataFormat.Protect(properties)}";

                protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync() => Task.FromResult(HandleRequestResult.NoResult());
            """));

    [Fact]
    public Task Handler_of_that_name_that_is_not_the_framework_s() => Verify.VerifyNoneCarriedAsync(
        AspNetCoreHandler("""
                protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
                    $"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&redirect_uri=|}{redirectUri}&state={StateDataFormat.Protect(properties)}";
            """).Replace("OAuthHandler<OAuthOptions>(options, logger, encoder)", "Own.OAuthHandler(options, logger, encoder)")
        + """

        namespace Own
        {
            abstract class OAuthHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder)
            {
                protected object[] Services => [logger, encoder];

                protected ISecureDataFormat<AuthenticationProperties> StateDataFormat => options.CurrentValue.StateDataFormat;

                protected abstract string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri);

                protected virtual Task<string> ExchangeCodeAsync(string code) => Task.FromResult(code);
            }
        }
        """);

    static string AspNetCoreHandler(string members) => $$"""
        using System.Collections.Generic;
        using System.Text.Encodings.Web;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        class ExampleHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder)
            : OAuthHandler<OAuthOptions>(options, logger, encoder)
        {
        {{members}}
        }
        """;
}
