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

            public Task<object> RedeemAsync(HttpClient http, string code)
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

            public Task<object> RedeemAsync(HttpClient http, string code)
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
        """, IdentityModel.Reference);

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
                TempData["code_verifier"] = proofKey.CodeVerifier;
                return Redirect(new RequestUrl("https://server/authorize").CreateAuthorizeUrl("app", "code", "openid", codeChallenge: proofKey.CodeChallenge, codeChallengeMethod: proofKey.CodeChallengeMethod));
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier"] as string ?? throw new System.InvalidOperationException("No authorization request has been made.");
                var request = new AuthorizationCodeTokenRequest() { CodeVerifier = codeVerifier };
                request.Code = code;
                return Ok(await http.RequestAuthorizationCodeTokenAsync(request));
            }
        }
        """, IdentityModel.Reference);

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
        return Verify.VerifyNoneWholeAsync(source, old);
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
        """, Library.Compile("Thinktecture.IdentityModel.Client", Thinktecture));

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
        """);

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
        """, IdentityModel.Reference);

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
        """, Packages.Msal);

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
                TempData["code_verifier"] = codeVerifier;
                return Redirect((await authorizationRequest.ExecuteAsync()).ToString());
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier"] as string ?? throw new System.InvalidOperationException("No authorization request has been made.");
                await application.AcquireTokenByAuthorizationCode(["openid"], code)
                    .WithPkceCodeVerifier(codeVerifier)
                    .ExecuteAsync();
                return Redirect("/");
            }
        }
        """, Packages.Msal);
}
