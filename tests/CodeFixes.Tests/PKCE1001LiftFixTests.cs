using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Methods that get the proof key's parameter from their callers.</summary>
public sealed class PKCE1001LiftFixTests
{
    [Fact]
    public Task Static_helpers_of_a_program() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        static class Program
        {
            static async Task LogInAsync()
            {
                Console.WriteLine(OAuth.AuthorizationUrl("app"));
                var code = Console.ReadLine()!;
                await OAuth.RedeemAsync(new HttpClient(), code);
            }

            static Task Main() => LogInAsync();
        }

        static class OAuth
        {
            /// <summary>Where to send the user.</summary>
            /// <param name="client">The client.</param>
            internal static string AuthorizationUrl(string client) => {|PKCE1001:"https://server/authorize?response_type=code&client_id="|} + client;

            internal static Task RedeemAsync(this HttpClient http, string code, CancellationToken cancellation = default) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:{ "grant_type", "authorization_code" }|},
                    { "code", code },
                }), cancellation);
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Pkce;

        static class Program
        {
            static async Task LogInAsync()
            {
                var proofKey = ProofKey.Create();
                Console.WriteLine(OAuth.AuthorizationUrl("app", proofKey.CodeChallenge));
                var code = Console.ReadLine()!;
                await OAuth.RedeemAsync(new HttpClient(), code, proofKey.CodeVerifier);
            }

            static Task Main() => LogInAsync();
        }

        static class OAuth
        {
            /// <summary>Where to send the user.</summary>
            /// <param name="client">The client.</param>
            /// <param name="codeChallenge">The S256 code challenge of a code verifier that goes with the token request (RFC 7636, section 4.3).</param>
            internal static string AuthorizationUrl(string client, string codeChallenge) => "https://server/authorize?response_type=code&client_id=" + client + $"&code_challenge={codeChallenge}&code_challenge_method=S256";

            internal static Task RedeemAsync(this HttpClient http, string code, string codeVerifier, CancellationToken cancellation = default) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    { "grant_type", "authorization_code" },
                    { "code", code },
                    { "code_verifier", codeVerifier },
                }), cancellation);
        }
        """);

    [Fact]
    public Task Service_behind_an_interface_and_its_controller() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        interface ILogin
        {
            string Url(string state);

            Task<string> RedeemAsync(string code);
        }

        class Login(HttpClient http) : ILogin
        {
            public string Url(string state) => $"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&state=|}{state}";

            public async Task<string> RedeemAsync(string code)
            {
                var form = new Dictionary<string, string>();
                {|PKCE1004:form["grant_type"] = "authorization_code"|};
                form["code"] = code;
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }
        }

        static class Services
        {
            static void Add(IServiceCollection services, IApplicationBuilder app) => services.AddScoped<ILogin, Login>();
        }

        class LoginController : Controller
        {
            readonly ILogin _login;

            public LoginController(IServiceScopeFactory services) => _login = (ILogin)services;

            public IActionResult Start()
            {
                return Redirect(_login.Url("state"));
            }

            public async Task<string> Callback(string code)
            {
                return await _login.RedeemAsync(code);
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Pkce;

        interface ILogin
        {
            string Url(string state, string codeChallenge);

            Task<string> RedeemAsync(string code, string codeVerifier);
        }

        class Login(HttpClient http) : ILogin
        {
            public string Url(string state, string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&state={state}&code_challenge={codeChallenge}&code_challenge_method=S256";

            public async Task<string> RedeemAsync(string code, string codeVerifier)
            {
                var form = new Dictionary<string, string>();
                form["grant_type"] = "authorization_code";
                form["code"] = code;
                form["code_verifier"] = codeVerifier;
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }
        }

        static class Services
        {
            static void Add(IServiceCollection services, IApplicationBuilder app) => services.AddScoped<ILogin, Login>();
        }

        class LoginController : Controller
        {
            readonly ILogin _login;

            public LoginController(IServiceScopeFactory services) => _login = (ILogin)services;

            public IActionResult Start()
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server app"] = proofKey.CodeVerifier;
                return Redirect(_login.Url("state", proofKey.CodeChallenge));
            }

            public async Task<string> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:server app"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                return await _login.RedeemAsync(code, codeVerifier);
            }
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Public_methods_of_a_library_keep_their_shape() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        public static class OAuth
        {
            public static string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public static HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }

        public static class Sample
        {
            public static void Run() => System.Console.WriteLine(OAuth.Url() + OAuth.Form(""));
        }
        """);

    [Fact]
    public Task Method_that_is_handed_on_as_a_delegate_keeps_its_shape() => Verify.VerifyNoneWholeAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;

        static class OAuth
        {
            static string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            static HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });

            internal static void Run(Action<Func<string>, HttpContent> log) => log(Url, Form(""));
        }
        """);

    [Fact]
    public Task Callers_that_share_nothing_keep_the_method_as_it_is() => Verify.VerifyNoneWholeAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;

        static class OAuth
        {
            internal static string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            internal static HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }

        class Start
        {
            public void Show() => Console.WriteLine(OAuth.Url());
        }

        class End
        {
            public HttpContent Redeem() => OAuth.Form(Console.ReadLine()!);
        }
        """);

    [Fact]
    public Task Type_that_redeems_the_code_gets_the_verifier_of_the_one_that_asked_for_it() => Verify.VerifyAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login(Func<string, Task<string>> browser)
        {
            public async Task<HttpContent> LogInAsync()
            {
                var code = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                return Tokens.Form(code, "app");
            }
        }

        static class Tokens
        {
            public static HttpContent Form(string code, string client) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={client}");
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Login(Func<string, Task<string>> browser)
        {
            public async Task<HttpContent> LogInAsync()
            {
                var proofKey = ProofKey.Create();
                var code = await browser($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                return Tokens.Form(code, "app", proofKey.CodeVerifier);
            }
        }

        static class Tokens
        {
            public static HttpContent Form(string code, string client, string codeVerifier) => new StringContent($"grant_type=authorization_code&code={code}&client_id={client}&code_verifier={codeVerifier}");
        }
        """);
}
