using PkceAnalyzers.CodeFixes.ProofKeys;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The verifier between two HTTP requests of one user agent.</summary>
public sealed class PKCE1001WebStoreFixTests
{
    [Fact]
    public Task Controller_keeps_it_in_TempData() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class AccountController(HttpClient http) : Controller
        {
            public IActionResult Login(string state) =>
                Redirect($"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&redirect_uri=https://app/callback&state=|}{state}");

            public async Task<IActionResult> Callback(string code)
            {
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                    ["client_id"] = "app",
                }));
                return Content(await response.Content.ReadAsStringAsync());
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class AccountController(HttpClient http) : Controller
        {
            public IActionResult Login(string state)
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server app:" + state] = proofKey.CodeVerifier;
                return Redirect($"https://server/authorize?response_type=code&client_id=app&redirect_uri=https://app/callback&state={state}&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:server app:" + Request.Query["state"]] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["client_id"] = "app",
                    ["code_verifier"] = codeVerifier,
                }));
                return Content(await response.Content.ReadAsStringAsync());
            }
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Page_without_the_Runtime() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        public class LoginModel : PageModel
        {
            private static readonly HttpClient Http = new();

            public IActionResult OnGet()
            {
                // To the server.
                return Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
            }

            public async Task OnGetCallbackAsync(string code)
            {
                await Http.PostAsync("https://server/token", new FormUrlEncodedContent([
                    {|PKCE1004:new KeyValuePair<string, string>("grant_type", "authorization_code")|},
                    new("code", code)]));
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        public class LoginModel : PageModel
        {
            private static readonly HttpClient Http = new();

            public IActionResult OnGet()
            {
                // To the server.
                var codeVerifier = ProofKey.CreateCodeVerifier();
                TempData["code_verifier:server app"] = codeVerifier;
                return Redirect($"https://server/authorize?response_type=code&client_id=app&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256");
            }

            public async Task OnGetCallbackAsync(string code)
            {
                var codeVerifier = TempData["code_verifier:server app"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                await Http.PostAsync("https://server/token", new FormUrlEncodedContent([
                    new KeyValuePair<string, string>("grant_type", "authorization_code"),
                    new("code", code),
                    new("code_verifier", codeVerifier)]));
            }
        }
        """ + Helper, hasRuntime: false, within: Surroundings.Server("AddRazorPages()"));

    [Fact]
    public Task Controller_that_has_a_session_keeps_it_there() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        static class Startup
        {
            static void Configure(Microsoft.AspNetCore.Builder.IApplicationBuilder app) => Microsoft.AspNetCore.Builder.SessionMiddlewareExtensions.UseSession(app);
        }

        [ApiController]
        public class LoginController : ControllerBase
        {
            [HttpGet("login")]
            public IActionResult Login()
            {
                var state = System.Guid.NewGuid().ToString();
                HttpContext.Session.SetString("state", state);
                var url = {|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + state;
                return Redirect(url);
            }

            [HttpGet("callback")]
            public async Task<IActionResult> Callback(string code, string state, [FromServices] HttpClient http)
            {
                if (HttpContext.Session.GetString("state") != state)
                    return BadRequest();
                var form = new Dictionary<string, string>();
                {|PKCE1004:form.Add("grant_type", "authorization_code")|};
                form.Add("code", code);
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(form));
                return Ok();
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        static class Startup
        {
            static void Configure(Microsoft.AspNetCore.Builder.IApplicationBuilder app) => Microsoft.AspNetCore.Builder.SessionMiddlewareExtensions.UseSession(app);
        }

        [ApiController]
        public class LoginController : ControllerBase
        {
            [HttpGet("login")]
            public IActionResult Login()
            {
                var state = System.Guid.NewGuid().ToString();
                HttpContext.Session.SetString("state", state);
                var proofKey = ProofKey.Create();
                HttpContext.Session.SetString("code_verifier:server app:" + state, proofKey.CodeVerifier);
                var url = "https://server/authorize?response_type=code&client_id=app&state=" + state + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
                return Redirect(url);
            }

            [HttpGet("callback")]
            public async Task<IActionResult> Callback(string code, string state, [FromServices] HttpClient http)
            {
                if (HttpContext.Session.GetString("state") != state)
                    return BadRequest();
                var form = new Dictionary<string, string>();
                form.Add("grant_type", "authorization_code");
                var codeVerifier = HttpContext.Session.GetString("code_verifier:server app:" + state) ?? throw new BadHttpRequestException("No login is under way in this browser.");
                HttpContext.Session.Remove("code_verifier:server app:" + state);
                form.Add("code", code);
                form.Add("code_verifier", codeVerifier);
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(form));
                return Ok();
            }
        }
        """);

    [Fact]
    public Task Page_of_the_old_framework_keeps_it_in_its_session() => Verify.VerifyAsync(
        SystemWeb + """
        namespace App
        {
            using System.Net;
            using System.Collections.Specialized;
            using System.Web.UI;

            public partial class Login : Page
            {
                protected void Start()
                {
                    Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                }
            }

            public partial class Login
            {
                protected void Callback(string code)
                {
                    NameValueCollection form = new NameValueCollection();
                    {|PKCE1004:form["grant_type"] = "authorization_code"|};
                    form["code"] = code;
                    using (WebClient client = new WebClient())
                        client.UploadValues("https://server/token", form);
                }
            }
        }
        """,
        SystemWeb + """
        namespace App
        {
            using System.Net;
            using System.Collections.Specialized;
            using System.Web.UI;
            using Pkce;

            public partial class Login : Page
            {
                protected void Start()
                {
                    var proofKey = ProofKey.Create();
                    Session["code_verifier:server app"] = proofKey.CodeVerifier;
                    Redirect($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                }
            }

            public partial class Login
            {
                protected void Callback(string code)
                {
                    NameValueCollection form = new NameValueCollection();
                    form["grant_type"] = "authorization_code";
                    var codeVerifier = Session["code_verifier:server app"] as string ?? throw new System.Web.HttpException(400, "No login is under way in this browser.");
                    Session.Remove("code_verifier:server app");
                    form["code"] = code;
                    form["code_verifier"] = codeVerifier;
                    using (WebClient client = new WebClient())
                        client.UploadValues("https://server/token", form);
                }
            }
        }
        """);

    [Theory]
    [InlineData("app.UseHsts();", "codeVerifier", "codeVerifier")]
    [InlineData("Length(\"\"); static int Length(string codeVerifier) => codeVerifier.Length;", "text", "codeVerifier")]
    [InlineData("var codeVerifier = args;", "text", "codeVerifier2")]
    [InlineData("codeVerifier(); object codeVerifier() => app;", "text", "codeVerifier2")]
    public Task Names_of_functions_beside_one_do_not_matter(string before, string parameter, string name) => Verify.VerifyAsync(
        $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        var http = new HttpClient();
        {{before}}
        app.MapGet("/length", (string {{parameter}}) => {{parameter}}.Length);
        app.MapGet("/login", () => Results.Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|}));
        app.MapGet("/callback", async (string code, HttpContext context) =>
        {
            await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:["grant_type"] = "authorization_code"|},
                ["code"] = code,
            }));
        });

        app.Run();
        """,
        $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDataProtection();
        var app = builder.Build();
        var http = new HttpClient();
        {{before}}
        app.MapGet("/length", (string {{parameter}}) => {{parameter}}.Length);
        app.MapGet("/login", (HttpContext httpContext) =>
        {
            var codeChallenge = ProofKeyCookie.Begin(httpContext, "server app", null, $"{httpContext.Request.Scheme}://{httpContext.Request.Host}");
            return Results.Redirect($"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256");
        });
        app.MapGet("/callback", async (string code, HttpContext context) =>
        {
            var {{name}} = ProofKeyCookie.Take(context, "server app", null) ?? throw new BadHttpRequestException("No login is under way in this browser.");
            await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = {{name}},
            }));
        });

        app.Run();
        """ + CookieCode, hasRuntime: false);

    [Fact]
    public Task Program_of_mapped_routes_keeps_it_in_a_protected_cookie() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient();
        var app = builder.Build();

        app.MapGet("/login", () => Results.Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|}));

        app.MapGet("/callback", async (string code, IHttpClientFactory clients, HttpContext context) =>
        {
            var response = await clients.CreateClient().PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:["grant_type"] = "authorization_code"|},
                ["code"] = code,
            }));
            return await response.Content.ReadAsStringAsync();
        });

        app.Run();
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Pkce;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient();
        builder.Services.AddDataProtection();
        var app = builder.Build();

        app.MapGet("/login", (HttpContext httpContext) =>
        {
            var proofKey = ProofKeyCookie.Begin(httpContext, "server app", null, $"{httpContext.Request.Scheme}://{httpContext.Request.Host}");
            return Results.Redirect($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
        });

        app.MapGet("/callback", async (string code, IHttpClientFactory clients, HttpContext context) =>
        {
            var proofKey = ProofKeyCookie.Take(context, "server app", null) ?? throw new BadHttpRequestException("No login is under way in this browser.");
            var response = await clients.CreateClient().PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = proofKey.CodeVerifier,
            }));
            return await response.Content.ReadAsStringAsync();
        });

        app.Run();
        """);

    [Fact]
    public Task Service_that_redeems_the_code_for_a_controller() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class AccountController(Tokens tokens) : Controller
        {
            public IActionResult Login(string state) => Redirect($"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&state=|}{state}");

            public async Task<IActionResult> Callback(string code)
            {
                await tokens.RedeemAsync(code);
                return Redirect("/");
            }
        }

        public class Tokens(HttpClient http)
        {
            public Task RedeemAsync(string code) => http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:["grant_type"] = "authorization_code"|},
                ["code"] = code,
                ["client_id"] = "app",
            }));
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class AccountController(Tokens tokens) : Controller
        {
            public IActionResult Login(string state)
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server app:" + state] = proofKey.CodeVerifier;
                return Redirect($"https://server/authorize?response_type=code&client_id=app&state={state}&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }

            public async Task<IActionResult> Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:server app:" + Request.Query["state"]] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                await tokens.RedeemAsync(code, codeVerifier);
                return Redirect("/");
            }
        }

        public class Tokens(HttpClient http)
        {
            public Task RedeemAsync(string code, string codeVerifier) => http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["client_id"] = "app",
                ["code_verifier"] = codeVerifier,
            }));
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Service_that_redeems_the_code_of_another_client() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class AccountController(Tokens tokens) : Controller
        {
            public IActionResult Login(string state) => Redirect($"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&state=|}{state}");

            public async Task<IActionResult> Callback(string code)
            {
                await tokens.RedeemAsync(code);
                return Redirect("/");
            }
        }

        public class Tokens(HttpClient http)
        {
            public Task RedeemAsync(string code) => http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:["grant_type"] = "authorization_code"|},
                ["code"] = code,
                ["client_id"] = "other",
            }));
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Two_controllers_that_each_do_a_step() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Configure(IServiceCollection services) => services.AddAuthentication();
        }

        public class StartController : ControllerBase
        {
            public IActionResult Start()
            {
                return Redirect(Settings.Url);
            }
        }

        public class CallbackController : ControllerBase
        {
            public async Task<IActionResult> Callback(string code, [FromServices] HttpClient http)
            {
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(new[]
                {
                    {|PKCE1004:new KeyValuePair<string, string>("grant_type", "authorization_code")|},
                    new KeyValuePair<string, string>("code", code)
                }));
                return Ok();
            }
        }

        static class Settings
        {
            public const string Url = {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Pkce;

        static class Startup
        {
            static void Configure(IServiceCollection services) => services.AddAuthentication();
        }

        public class StartController : ControllerBase
        {
            public IActionResult Start()
            {
                var proofKey = ProofKeyCookie.Begin(HttpContext, "server app", null, $"{Request.Scheme}://{Request.Host}");
                return Redirect(Settings.Url + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }
        }

        public class CallbackController : ControllerBase
        {
            public async Task<IActionResult> Callback(string code, [FromServices] HttpClient http)
            {
                var proofKey = ProofKeyCookie.Take(HttpContext, "server app", null) ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(new[]
                {
                    new KeyValuePair<string, string>("grant_type", "authorization_code"),
                    new KeyValuePair<string, string>("code", code),
                    new KeyValuePair<string, string>("code_verifier", proofKey.CodeVerifier)
                }));
                return Ok();
            }
        }

        static class Settings
        {
            public const string Url = "https://server/authorize?response_type=code&client_id=app";
        }
        """);

    [Theory]
    [InlineData("Dictionary")]
    [InlineData("Items")]
    public Task Handler_keeps_it_in_the_state_that_it_protects(string dictionary) => Verify.VerifyAsync(
        Handler(dictionary, """
                public string Challenge(AuthenticationProperties challenge)
                {
                    var properties = challenge;
                    GenerateCorrelationId(properties);
                    var endpoint = {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
                    // Now it is complete.
                    var state = Options.StateDataFormat.Protect(properties);
                    return endpoint + "&state=" + state;
                }

                public async Task<AuthenticationProperties?> AuthenticateAsync(HttpClient http, string code, string state)
                {
                    var properties = Options.StateDataFormat.Unprotect(state);
                    if (!ValidateCorrelationId(properties))
                        return null;
                    await http.PostAsync("https://server/token", new FormUrlEncodedContent(new List<KeyValuePair<string, string>>
                    {
                        {|PKCE1004:new("grant_type", "authorization_code")|},
                        new("code", code),
                    }));
                    return properties;
                }
            """),
        Handler(dictionary, $$"""
                public string Challenge(AuthenticationProperties challenge)
                {
                    var properties = challenge;
                    GenerateCorrelationId(properties);
                    var proofKey = ProofKey.Create();
                    properties.{{dictionary}}["code_verifier"] = proofKey.CodeVerifier;
                    var endpoint = $"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
                    // Now it is complete.
                    var state = Options.StateDataFormat.Protect(properties);
                    return endpoint + "&state=" + state;
                }

                public async Task<AuthenticationProperties?> AuthenticateAsync(HttpClient http, string code, string state)
                {
                    var properties = Options.StateDataFormat.Unprotect(state);
                    if (!ValidateCorrelationId(properties))
                        return null;
                    properties.{{dictionary}}.TryGetValue("code_verifier", out var codeVerifier);
                    properties.{{dictionary}}.Remove("code_verifier");
                    await http.PostAsync("https://server/token", new FormUrlEncodedContent(new List<KeyValuePair<string, string>>
                    {
                        new("grant_type", "authorization_code"),
                        new("code", code),
                        new("code_verifier", codeVerifier ?? throw new System.InvalidOperationException("No authorization request has been made.")),
                    }));
                    return properties;
                }
            """).Replace("using System.Threading.Tasks;\n", "using System.Threading.Tasks;\nusing Pkce;\n"));

    static string Handler(string dictionary, string members) => $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class ExampleAuthenticationHandler
        {
            private readonly HandlerOptions Options = new();

        {{members}}

            private static void GenerateCorrelationId(AuthenticationProperties properties) => properties.ToString();

            private static bool ValidateCorrelationId(AuthenticationProperties properties) => properties is not null;
        }

        public class HandlerOptions
        {
            public ISecureDataFormat<AuthenticationProperties> StateDataFormat { get; init; } = null!;
        }

        public interface ISecureDataFormat<T>
        {
            string Protect(T data);

            T Unprotect(string text);
        }

        public class AuthenticationProperties
        {
            public IDictionary<string, string?> {{dictionary}} { get; } = new Dictionary<string, string?>();
        }
        """;

    [Fact]
    public Task Action_that_does_both_steps_runs_once_for_each() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(HttpClient http) : Controller
        {
            public async Task<IActionResult> Login(string? code)
            {
                if (code is null)
                    return Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:{ "grant_type", "authorization_code" }|},
                    { "code", code },
                }));
                return Ok();
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class LoginController(HttpClient http) : Controller
        {
            public async Task<IActionResult> Login(string? code)
            {
                if (code is null)
                {
                    var proofKey = ProofKey.Create();
                    TempData["code_verifier:server app"] = proofKey.CodeVerifier;
                    return Redirect($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                }
                var codeVerifier = TempData["code_verifier:server app"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    { "grant_type", "authorization_code" },
                    { "code", code },
                    { "code_verifier", codeVerifier },
                }));
                return Ok();
            }
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Object_that_each_action_makes_anew_keeps_no_verifier() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController : Controller
        {
            public IActionResult Start()
            {
                return Redirect(new Provider().Url());
            }

            public HttpContent Callback(string code)
            {
                return new Provider().Form(code);
            }
        }

        public class Provider
        {
            public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class LoginController : Controller
        {
            public IActionResult Start()
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server app"] = proofKey.CodeVerifier;
                return Redirect(new Provider().Url(proofKey.CodeChallenge));
            }

            public HttpContent Callback(string code)
            {
                var codeVerifier = TempData["code_verifier:server app"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                return new Provider().Form(code, codeVerifier);
            }
        }

        public class Provider
        {
            public string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

            public HttpContent Form(string code, string codeVerifier) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier });
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Controller_without_any_store_is_left_alone() => Verify.VerifyNoneCarriedAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        [ApiController]
        public class LoginController : ControllerBase
        {
            [HttpGet("login")]
            public IActionResult Login() => Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});

            [HttpGet("callback")]
            public Task Callback(string code, [FromServices] HttpClient http) =>
                http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code }));
        }
        """);

    [Fact]
    public Task Type_that_is_only_called_Controller_keeps_it_nowhere() => Verify.VerifyNoneCarriedAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        public class Controller
        {
            public Dictionary<string, object> TempData { get; } = new();
        }

        public class LoginController : Controller
        {
            public string Login() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public HttpContent Callback(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }
        """);

    const string SystemWeb = """
        #pragma warning disable SYSLIB0014

        namespace System.Web
        {
            public class HttpException : Exception
            {
                public HttpException(int httpCode, string message) : base(message + httpCode) { }
            }
        }

        namespace System.Web.UI
        {
            public class Page
            {
                public SessionState.HttpSessionState Session { get; } = new SessionState.HttpSessionState();

                protected void Redirect(string url) => System.Console.WriteLine(url);
            }
        }

        namespace System.Web.SessionState
        {
            public class HttpSessionState
            {
                public object? this[string name] { get => null; set { } }

                public void Remove(string name) { }
            }
        }


        """;

    /// <summary>The helper for a cookie, as it is written behind the code of a file.</summary>
    static string CookieCode => "\n\n" + CookieHelper.Class.Text("System", "Microsoft", "file static", CookieHelper.Class.Names[0], "?");

    const string Helper = """


        /// <summary>PKCE (RFC 7636): binds an authorization code to the client that asked for it.</summary>
        file static class ProofKey
        {
            /// <summary>32 random octets, 43 characters (RFC 7636, section 4.1); one for each authorization request.</summary>
            public static string CreateCodeVerifier()
            {
                var octets = new byte[32];
                using (var random = System.Security.Cryptography.RandomNumberGenerator.Create())
                {
                    random.GetBytes(octets);
                }
                return Base64Url(octets);
            }

            /// <summary>S256: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))) (RFC 7636, section 4.2).</summary>
            public static string CreateCodeChallenge(string codeVerifier)
            {
                using (var sha256 = System.Security.Cryptography.SHA256.Create())
                {
                    return Base64Url(sha256.ComputeHash(System.Text.Encoding.ASCII.GetBytes(codeVerifier)));
                }
            }

            private static string Base64Url(byte[] octets)
            {
                return System.Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            }
        }
        """;
}
