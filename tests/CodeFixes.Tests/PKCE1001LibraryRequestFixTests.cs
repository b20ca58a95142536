using PkceAnalyzers.Tests.Libraries;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Requests that are calls or objects of libraries get the proof key by the library's own parameters and members.</summary>
public sealed class PKCE1001LibraryRequestFixTests
{
    [Fact]
    public Task Named_arguments_and_members_of_an_initializer() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;

        class Login
        {
            private readonly string _server = "https://server";

            public string Url() =>
                new RequestUrl($"{_server}/authorize").{|PKCE1001:CreateAuthorizeUrl|}(
                    clientId: "app",
                    responseType: "code",
                    redirectUri: "https://app/callback");

            public Task<TokenResponse> RedeemAsync(HttpClient http, string code)
            {
                return http.RequestAuthorizationCodeTokenAsync(new {|PKCE1004:AuthorizationCodeTokenRequest|}
                {
                    ClientId = "app",
                    Code = code, // once
                });
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;
        using Pkce;

        class Login
        {
            private readonly string _server = "https://server";
            private ProofKey? _proofKey;

            public string Url()
            {
                _proofKey = ProofKey.Create();
                return new RequestUrl($"{_server}/authorize").CreateAuthorizeUrl(
                    clientId: "app",
                    responseType: "code",
                    redirectUri: "https://app/callback",
                    codeChallenge: _proofKey.CodeChallenge,
                    codeChallengeMethod: _proofKey.CodeChallengeMethod);
            }

            public Task<TokenResponse> RedeemAsync(HttpClient http, string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return http.RequestAuthorizationCodeTokenAsync(new AuthorizationCodeTokenRequest
                {
                    ClientId = "app",
                    Code = code, // once
                    CodeVerifier = proofKey.CodeVerifier,
                });
            }
        }
        """, libraries: Packages.IdentityModel, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public Task Object_without_initializer_in_a_controller() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(HttpClient http) : Controller
        {
            public IActionResult Login() => Redirect(new RequestUrl("https://server/authorize").{|PKCE1001:CreateAuthorizeUrl|}("app", "code", "openid"));

            public async Task<IActionResult> Callback(string code)
            {
                var request = new {|PKCE1004:AuthorizationCodeTokenRequest|}();
                request.Code = code;
                return Ok(await http.RequestAuthorizationCodeTokenAsync(request));
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class LoginController(HttpClient http) : Controller
        {
            public IActionResult Login()
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:LoginController app"] = proofKey.CodeVerifier;
                return Redirect(new RequestUrl("https://server/authorize").CreateAuthorizeUrl("app", "code", "openid", codeChallenge: proofKey.CodeChallenge, codeChallengeMethod: proofKey.CodeChallengeMethod));
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:LoginController app"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                var request = new AuthorizationCodeTokenRequest() { CodeVerifier = codeVerifier };
                request.Code = code;
                return Ok(await http.RequestAuthorizationCodeTokenAsync(request));
            }
        }
        """, libraries: Packages.IdentityModel, within: Surroundings.Server("AddControllersWithViews()"));

    const string Auth0 = """
        using System;
        using System.Threading.Tasks;

        namespace Auth0.AuthenticationApi
        {
            using Models;
            using Builders;

            public interface IAuthenticationApiClient
            {
                Task<object> GetTokenAsync(AuthorizationCodeTokenRequest request);
                Task<object> GetTokenAsync(AuthorizationCodePkceTokenRequest request);
            }

            public static class AuthenticationApiClientExtensions
            {
                public static AuthorizationUrlBuilder BuildAuthorizationUrl(this IAuthenticationApiClient client) => null;
            }
        }

        namespace Auth0.AuthenticationApi.Builders
        {
            using Models;

            public abstract class UrlBuilderBase<T>
            {
                public Uri Build() => null;
                public T WithValue(string name, string value) => default;
            }

            public class AuthorizationUrlBuilder : UrlBuilderBase<AuthorizationUrlBuilder>
            {
                public AuthorizationUrlBuilder WithClient(string client) => this;
                public AuthorizationUrlBuilder WithResponseType(params AuthorizationResponseType[] types) => this;
            }
        }

        namespace Auth0.AuthenticationApi.Models
        {
            public enum AuthorizationResponseType { Code, IdToken, Token }

            public abstract class AuthorizationCodeRequestBase
            {
                public string ClientId { get; set; }
                public string Code { get; set; }
            }

            public class AuthorizationCodeTokenRequest : AuthorizationCodeRequestBase { }

            public class AuthorizationCodePkceTokenRequest : AuthorizationCodeRequestBase
            {
                public string CodeVerifier { get; set; }
            }
        }
        """;

    [Fact]
    public Task Builder_that_takes_any_parameter_and_object_whose_other_type_takes_the_verifier() => Verify.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Auth0.AuthenticationApi;
        using Auth0.AuthenticationApi.Models;

        class Login
        {
            private readonly IAuthenticationApiClient _auth0;

            public Login(IAuthenticationApiClient auth0) => _auth0 = auth0;

            public Uri Url()
            {
                return _auth0.{|PKCE1001:BuildAuthorizationUrl|}()
                    .WithResponseType(AuthorizationResponseType.Code)
                    .WithClient("app")
                    .WithValue("audience", "api") // as registered
                    .Build();
            }

            public Task<object> RedeemAsync(string code)
            {
                return _auth0.GetTokenAsync(new {|PKCE1004:AuthorizationCodeTokenRequest|} { ClientId = "app", Code = code });
            }
        }
        """,
        """
        using System;
        using System.Threading.Tasks;
        using Auth0.AuthenticationApi;
        using Auth0.AuthenticationApi.Models;
        using Pkce;

        class Login
        {
            private readonly IAuthenticationApiClient _auth0;
            private ProofKey? _proofKey;

            public Login(IAuthenticationApiClient auth0) => _auth0 = auth0;

            public Uri Url()
            {
                _proofKey = ProofKey.Create();
                return _auth0.BuildAuthorizationUrl()
                    .WithValue("code_challenge", _proofKey.CodeChallenge)
                    .WithValue("code_challenge_method", _proofKey.CodeChallengeMethod)
                    .WithResponseType(AuthorizationResponseType.Code)
                    .WithClient("app")
                    .WithValue("audience", "api") // as registered
                    .Build();
            }

            public Task<object> RedeemAsync(string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return _auth0.GetTokenAsync(new AuthorizationCodePkceTokenRequest { ClientId = "app", Code = code, CodeVerifier = proofKey.CodeVerifier });
            }
        }
        """, libraries: [Library.Compile("Auth0.AuthenticationApi", Auth0)], within: Surroundings.Desktop("new Login(null!)"));

    [Theory]
    [InlineData("""
        var request = new {|PKCE1004:AuthorizationCodeTokenRequest|}();
                request.Code = code;
                return await auth0.GetTokenAsync(request);
        """, """
        var request = new AuthorizationCodePkceTokenRequest() { CodeVerifier = proofKey.CodeVerifier };
                request.Code = code;
                return await auth0.GetTokenAsync(request);
        """)]
    [InlineData("return await auth0.GetTokenAsync(new Auth0.AuthenticationApi.Models.{|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code });",
        "return await auth0.GetTokenAsync(new Auth0.AuthenticationApi.Models.AuthorizationCodePkceTokenRequest { Code = code, CodeVerifier = proofKey.CodeVerifier });")]
    [InlineData("return await Kept(new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code });", null)]
    [InlineData("AuthorizationCodeTokenRequest request = new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code }; return await auth0.GetTokenAsync(request);", null)]
    [InlineData("var request = new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code }; await Kept(request); return await auth0.GetTokenAsync(request);", null)]
    public Task Object_becomes_one_of_the_other_type_where_that_is_taken(string before, string? after)
    {
        var library = Library.Compile("Auth0.AuthenticationApi", Auth0);
        return after is null ? Verify.VerifyNoneWholeAsync(Program("", """{|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|}""", before), libraries: [library])
            : Verify.VerifyAsync(
                Program("", """{|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|}""", before),
                Program("using Pkce;\n", """$"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" """, after), library);

        static string Program(string use, string url, string code) => $$"""
            using System.Threading.Tasks;
            using Auth0.AuthenticationApi;
            using Auth0.AuthenticationApi.Models;
            {{use}}
            class Login
            {
                async Task<object> RunAsync(IAuthenticationApiClient auth0, System.Func<string, Task<string>> browser)
                {
                    {{(use.Length > 0 ? "var proofKey = ProofKey.Create();\n        " : "")}}var code = await browser({{url.Trim()}});
                    {{code.Trim()}}
                }

                static Task<object> Kept(AuthorizationCodeTokenRequest request) => Task.FromResult<object>(request);
            }
            """;
    }

    [Fact]
    public Task Version_of_a_library_that_knows_no_verifier_is_left_alone()
    {
        const string source = """
            using IdentityModel.Client;

            class Login
            {
                public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

                public object Request(string code) => new {|PKCE1004:AuthorizationCodeTokenRequest|} { Code = code };
            }
            """;
        var old = Library.Compile("IdentityModel", "namespace IdentityModel.Client { public class AuthorizationCodeTokenRequest { public string Code { get; set; } } }");
        return Verify.VerifyNoneWholeAsync(source, Surroundings.Desktop("new Login()"), [old]);
    }

    [Fact]
    public Task Url_that_a_library_gives_as_text_is_gone_on_with() => Verify.VerifyAsync(
        """
        using System;
        using System.Net.Http;
        using Thinktecture.IdentityModel.Client;

        class Login
        {
            public string Url(string state)
            {
                var client = new OAuth2Client(new Uri("https://server/authorize"));
                return client.{|PKCE1001:CreateCodeFlowUrl|}("app", "all", "https://app/callback", state);
            }

            public HttpContent Form(string code) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}");
        }
        """,
        """
        using System;
        using System.Net.Http;
        using Pkce;
        using Thinktecture.IdentityModel.Client;

        class Login
        {
            private ProofKey? _proofKey;

            public string Url(string state)
            {
                var client = new OAuth2Client(new Uri("https://server/authorize"));
                _proofKey = ProofKey.Create();
                return client.CreateCodeFlowUrl("app", "all", "https://app/callback", state) + $"&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public HttpContent Form(string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}");
            }
        }
        """, libraries: [Library.Compile("Thinktecture.IdentityModel.Client", Thinktecture)], within: Surroundings.Desktop("new Login()"));

    const string Thinktecture = """
        namespace Thinktecture.IdentityModel.Client
        {
            public class OAuth2Client
            {
                public OAuth2Client(System.Uri address) { }
                public string CreateCodeFlowUrl(string clientId, string scope = null, string redirectUri = null, string state = null, string nonce = null) => null;
            }
        }
        """;

    [Fact]
    public Task Constant_that_is_used_twice() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            private const string Address = {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public async Task<string> RunAsync(HttpClient http)
            {
                string code;
                try
                {
                    code = await http.GetStringAsync(Address);
                }
                catch (HttpRequestException)
                {
                    code = await http.GetStringAsync(Login.Address).ConfigureAwait(false);
                }
                var answer = await http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
                return await answer.Content.ReadAsStringAsync();
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Login
        {
            private const string Address = "https://server/authorize?response_type=code&client_id=app";

            public async Task<string> RunAsync(HttpClient http)
            {
                string code;
                var proofKey = ProofKey.Create();
                try
                {
                    code = await http.GetStringAsync(Address + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                }
                catch (HttpRequestException)
                {
                    code = await http.GetStringAsync(Login.Address + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}").ConfigureAwait(false);
                }
                var answer = await http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}"));
                return await answer.Content.ReadAsStringAsync();
            }
        }
        """);

    [Theory]
    [InlineData("if (last == Address) return; await browser(Address);")]
    [InlineData("System.Console.WriteLine(nameof(Address)); await browser(Address);")]
    [InlineData("switch (last) { case Address: return; } await browser(Address);")]
    public Task Constant_that_is_used_for_something_else_too(string code) => Verify.VerifyNoneWholeAsync(
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            private const string Address = {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            internal async Task RunAsync(System.Func<string, Task<string>> browser, string last)
            {
                {{code}}
            }

            internal HttpContent Form(string code) => new StringContent({|PKCE1004:"grant_type=authorization_code&code="|} + code);
        }
        """, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public Task Arguments_that_are_given_already_and_say_nothing() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using IdentityModel.Client;

        class Login
        {
            public string Url(RequestUrl url) => url.{|PKCE1001:CreateAuthorizeUrl|}("app", "code", null, null, null, null, null, null, null, null, null, null);

            public HttpContent Form(string code) => new StringContent({|PKCE1004:"grant_type=authorization_code&code="|} + code);
        }
        """,
        """
        using System.Net.Http;
        using IdentityModel.Client;
        using Pkce;

        class Login
        {
            private ProofKey? _proofKey;

            public string Url(RequestUrl url)
            {
                _proofKey = ProofKey.Create();
                return url.CreateAuthorizeUrl("app", "code", null, null, null, null, null, null, null, null, null, null) + $"&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public HttpContent Form(string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return new StringContent("grant_type=authorization_code&code=" + code + $"&code_verifier={proofKey.CodeVerifier}");
            }
        }
        """, libraries: Packages.IdentityModel, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public Task Builder_that_makes_the_verifier_itself() => Verify.VerifyAsync(
        """
        using System;
        using System.Threading.Tasks;
        using Microsoft.Identity.Client;

        class Login(IConfidentialClientApplication application)
        {
            private readonly IConfidentialClientApplication _application = application;

            public async Task<string> UrlAsync(string user)
            {
                // Asks for consent, too.
                var url = await _application.{|PKCE1001:GetAuthorizationRequestUrl|}(["openid"])
                    .WithLoginHint(user)
                    .ExecuteAsync();
                return url.ToString();
            }

            public Task RedeemAsync(string code) => _application.{|PKCE1004:AcquireTokenByAuthorizationCode|}(["openid"], code).ExecuteAsync();
        }
        """,
        """
        using System;
        using System.Threading.Tasks;
        using Microsoft.Identity.Client;

        class Login(IConfidentialClientApplication application)
        {
            private readonly IConfidentialClientApplication _application = application;
            private string? _codeVerifier;

            public async Task<string> UrlAsync(string user)
            {
                // Asks for consent, too.
                var authorizationRequest = _application.GetAuthorizationRequestUrl(["openid"]).WithPkce(out _codeVerifier);
                var url = await authorizationRequest
                    .WithLoginHint(user)
                    .ExecuteAsync();
                return url.ToString();
            }

            public Task RedeemAsync(string code)
            {
                var codeVerifier = _codeVerifier ?? throw new InvalidOperationException("No authorization request has been made.");
                return _application.AcquireTokenByAuthorizationCode(["openid"], code).WithPkceCodeVerifier(codeVerifier).ExecuteAsync();
            }
        }
        """, libraries: Packages.Msal, within: Surroundings.Desktop("new Login(null!)"));

    [Fact]
    public Task Builder_of_a_controller() => Verify.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Identity.Client;

        public class LoginController(IConfidentialClientApplication application) : Controller
        {
            public async Task<IActionResult> Login() => Redirect((await application.{|PKCE1001:GetAuthorizationRequestUrl|}(["openid"]).ExecuteAsync()).ToString());

            public async Task<IActionResult> Callback(string code)
            {
                await application.{|PKCE1004:AcquireTokenByAuthorizationCode|}(["openid"], code)
                    .ExecuteAsync();
                return Redirect("/");
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Identity.Client;

        public class LoginController(IConfidentialClientApplication application) : Controller
        {
            public async Task<IActionResult> Login()
            {
                var authorizationRequest = application.GetAuthorizationRequestUrl(["openid"]).WithPkce(out var codeVerifier);
                TempData["code_verifier:LoginController"] = codeVerifier;
                return Redirect((await authorizationRequest.ExecuteAsync()).ToString());
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:LoginController"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                await application.AcquireTokenByAuthorizationCode(["openid"], code)
                    .WithPkceCodeVerifier(codeVerifier)
                    .ExecuteAsync();
                return Redirect("/");
            }
        }
        """, libraries: Packages.Msal, within: Surroundings.Server("AddControllersWithViews()"));
}
