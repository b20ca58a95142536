using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A cookie keeps the verifier for its browser, under the provider, the client and the state of the login.</summary>
public sealed class CarrierCookieTests
{
    const string None = "throw new Microsoft.AspNetCore.Http.BadHttpRequestException(\"No login is under way in this browser.\")";

    static readonly Surroundings Server = Surroundings.Server("AddControllers()", "AddDataProtection()");

    static string Controller(string login, string taken, string callback = "[HttpGet(\"callback\")]", string verifier = "") => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        {{(verifier.Length > 0 ? "using Pkce;\n" : "")}}
        public class LoginController(HttpClient http) : ControllerBase
        {
            private readonly string _state = Guid.NewGuid().ToString();
            private readonly string _redirect = Environment.GetCommandLineArgs()[0];

            [HttpGet("login")]
            public IActionResult Login(string? hint)
            {
                Console.WriteLine(_state + _redirect + hint);
                {{login}}
            }

            {{callback}}
            public async Task<IActionResult> Callback(string code)
            {
                {{taken}}await http.PostAsync("https://server/token", new StringContent($"{{(verifier.Length > 0 ? "" : "{|PKCE1004:")}}grant_type=authorization_code&code={{(verifier.Length > 0 ? "" : "|}")}}{code}{{verifier}}"));
                return Ok();
            }
        }
        """;

    static Task VerifyAsync(string before, string query, string begin, string take, string callback = "[HttpGet(\"callback\")]", bool isInside = false, Surroundings? within = null)
    {
        const string Challenge = "&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
        const string Url = "https://server/authorize?response_type=code&client_id=app";
        var text = query.Split("{", 2);
        var isText = text.Length == 1;
        var marked = isText ? $"{{|PKCE1001:\"{Url}{query}\"|}}" : $"$\"{{|PKCE1001:{Url}{text[0]}|}}{{{text[1]}\"";
        before = before.Length > 0 ? before.Replace("; ", ";\n        ") + "\n        " : "";
        return Verify.VerifyAsync(
            Controller($"{before}return Redirect({marked});", "", callback),
            Controller($"{before}var proofKey = ProofKeyCookie.Begin(HttpContext, \"server app\", {begin});\n        return Redirect($\"{(isInside ? Url.Replace("&", Challenge + "&") + query : Url + query + Challenge)}\");",
                $"var proofKey = ProofKeyCookie.Take(HttpContext, \"server app\", {take}) ?? {None};\n        ", callback, "&code_verifier={proofKey.CodeVerifier}"),
            within: within ?? Server);
    }

    const string Host = "$\"{Request.Scheme}://{Request.Host}\"";

    [Theory]
    [InlineData("var state = Guid.NewGuid().ToString(\"N\");", "&state={state}", "state")]
    [InlineData("var state = Guid.NewGuid().ToString(\"N\");", "&state={Uri.EscapeDataString(state)}", "state")]
    [InlineData("var state = Guid.NewGuid();", "&state={state}", "state.ToString()")]
    [InlineData("", "&state={hint}", "hint")]
    [InlineData("", "&state={Uri.EscapeDataString(hint!)}", "hint")]
    [InlineData("", "&state={_state}", "_state")]
    [InlineData("", "&state={this._state}", "this._state")]
    public Task Entry_of_the_state_that_is_sent(string before, string query, string state) =>
        VerifyAsync(before, query, $"{state}, {Host}", "Request.Query[\"state\"]");

    [Theory]
    [InlineData("", "")]
    [InlineData("", "&state=fixed")]
    [InlineData("const string state = \"fixed\";", "&state={state}")]
    [InlineData("", "&state={Guid.NewGuid()}")]
    [InlineData("", "&state={Guid.NewGuid().ToString(\"N\")}")]
    [InlineData("var state = Guid.NewGuid();", "&state={state:N}")]
    [InlineData("var state = Uri.EscapeDataString(hint!);", "&state={state}")]
    [InlineData("", "&state=login-{hint}")]
    [InlineData("var state = hint ?? \"fixed\";", "&state={state}")]
    [InlineData("var state = 7;", "&state={state}")]
    [InlineData("", "&state={Environment.TickCount64}")]
    public Task One_entry_where_no_state_can_be_named(string before, string query) => VerifyAsync(before, query, $"null, {Host}", "null");

    /// <summary>A part of it is not the whole: what is kept under the part is not found again.</summary>
    [Theory]
    [InlineData("var state = \"login-\" + hint;", "&state={state}")]
    [InlineData("var redirect = _redirect + \"/callback\";", "&redirect_uri={redirect}")]
    [InlineData("var redirect = $\"{Request.Scheme}://app.example/callback\";", "&redirect_uri={redirect}")]
    public Task Text_of_which_a_part_is_known(string before, string query) => VerifyAsync(before, query, $"null, {Host}", "null", isInside: true);

    [Theory]
    [InlineData("", "&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback", "\"https://app.example/callback\"")]
    [InlineData("", "&redirect_uri=https://app.example/callback", "\"https://app.example/callback\"")]
    [InlineData("", "&redirect_uri=http://localhost:5000/callback", "\"http://localhost:5000/callback\"")]
    [InlineData("", "&redirect_uri={_redirect}", "_redirect")]
    [InlineData("", "&redirect_uri={Uri.EscapeDataString(_redirect)}", "_redirect")]
    [InlineData("var redirect = hint ?? _redirect;", "&redirect_uri={redirect}", "redirect")]
    [InlineData("", "&redirect_uri={_redirect}/callback", Host)]
    [InlineData("", "&redirect_uri={hint}", Host)]
    [InlineData("var redirect = Uri.EscapeDataString(\"https://app.example/\" + hint);", "&redirect_uri={redirect}", Host)]
    [InlineData("", "&redirect_uri=/callback", Host)]
    [InlineData("", "&redirect_uri=com.example.app:/callback", Host)]
    [InlineData("", "&redirect_uri={Url.Action(\"Callback\")}", Host)]
    public Task Redirect_URI_says_whether_it_is_secure(string before, string query, string redirect) =>
        VerifyAsync(before, query, $"null, {redirect}", "null");

    [Theory]
    [InlineData("&response_mode=form_post&redirect_uri=https://app.example/callback", "[HttpPost(\"callback\")]")]
    [InlineData("&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback", "[HttpPost(\"callback\")]")]
    [InlineData("&redirect_uri=HTTPS://app.example/callback", "[HttpPost(\"callback\")]")]
    [InlineData("&response_mode=form_post&redirect_uri=https://app.example/callback", "[Route(\"callback\")]")]
    public Task Posted_response_by_https(string query, string callback) => VerifyAsync(
        "var state = Guid.NewGuid().ToString();", query + "&state={state}",
        $"state, \"{(query.Contains("HTTPS", StringComparison.Ordinal) ? "HTTPS" : "https")}://app.example/callback\", formPost: true", "Request.Form[\"state\"]", callback);

    [Theory]
    [InlineData("\"?response_type=code&client_id=app&response_mode=form_post&redirect_uri=http://localhost/callback\"", "[HttpGet]")]
    [InlineData("\"?response_type=code&client_id=app&response_mode=form_post\"", "[HttpGet]")]
    [InlineData("$\"?response_type=code&client_id=app&response_mode=form_post&redirect_uri={hint}\"", "[HttpGet]")]
    [InlineData("$\"?response_type=code&client_id=app&response_mode={hint}\"", "[HttpGet]")]
    [InlineData("\"?response_type=code&client_id=app&redirect_uri=http://localhost/callback\"", "[HttpPost]")]
    [InlineData("\"?response_type=code&client_id=app\"", "[HttpPost(\"callback\")]")]
    [InlineData("\"?response_type=code&client_id=app\"", "[HttpPost, Route(\"callback\")]")]
    public Task Posted_response_that_brings_no_cookie(string url, string callback)
    {
        var text = url.IndexOf('{', StringComparison.Ordinal) is > 0 and var hole ? hole : url.Length - 1;
        var marked = url[0] == '$' ? "$\"{|PKCE1001:https://server/authorize" + url[2..text] + "|}" + url[text..] : "{|PKCE1001:\"https://server/authorize" + url[1..] + "|}";
        return Verify.VerifyNoneCarriedAsync(Controller($"return Redirect({marked});", "", callback), Server);
    }

    [Theory]
    [InlineData("app.Run(async context =>", ");")]
    [InlineData("app.Use(async (HttpContext context, RequestDelegate next) =>", ");")]
    [InlineData("app.Map(\"/oauth\", branch => branch.Run(async context =>", "));")]
    [InlineData("app.MapGet(\"/oauth/{step}\", async context =>", ");")]
    [InlineData("app.MapGet(\"/oauth/{step}\", async (HttpContext context) =>", ");")]
    [InlineData("RequestDelegate handler = async context =>", "; app.Map(\"/oauth/{step}\", handler);")]
    [InlineData("RequestDelegate handler = async (HttpContext context) =>", "; app.Run(handler);")]
    [InlineData("app.Run(HandleAsync); async Task HandleAsync(HttpContext context)", "")]
    public Task Function_that_answers_both_URLs(string before, string after)
    {
        return Verify.VerifyAsync(
            Program("{|PKCE1001:\"https://server/authorize?response_type=code&client_id=app\"|}", "$\"{|PKCE1004:grant_type=authorization_code&code=|}{code}\"", "", "", ""),
            Program(
                "$\"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}\"",
                "$\"grant_type=authorization_code&code={code}&code_verifier={proofKey2.CodeVerifier}\"",
                "var proofKey = ProofKeyCookie.Begin(context, \"server app\", null, $\"{context.Request.Scheme}://{context.Request.Host}\");\n        ",
                "var proofKey2 = ProofKeyCookie.Take(context, \"server app\", null) ?? throw new BadHttpRequestException(\"No login is under way in this browser.\");\n        ", "using Pkce;\n"));

        string Program(string url, string form, string begin, string take, string use) => $$"""
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.DependencyInjection;
            {{use}}
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDataProtection();
            var app = builder.Build();
            var http = new HttpClient();

            {{before}}
            {
                if (context.Request.Path == "/login")
                {
                    {{begin}}context.Response.Redirect({{url}});
                }
                else if (context.Request.Query["code"] is [{ } code])
                {
                    {{take}}await http.PostAsync("https://server/token", new StringContent({{form}}));
                }
            }{{after}}

            app.Run();
            """;
    }

    [Fact]
    public Task Function_that_answers_the_callback_first() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public class Middleware(RequestDelegate next, HttpClient http)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (context.Request.Query["code"] is [{ } code])
                {
                    await http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
                    await next(context);
                    return;
                }

                var state = System.Guid.NewGuid().ToString();
                context.Response.Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + state);
            }
        }
        """,
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Pkce;

        public class Middleware(RequestDelegate next, HttpClient http)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (context.Request.Query["code"] is [{ } code])
                {
                    var proofKey2 = ProofKeyCookie.Take(context, "server app", context.Request.Query["state"]) ?? throw new BadHttpRequestException("No login is under way in this browser.");
                    await http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey2.CodeVerifier}"));
                    await next(context);
                    return;
                }

                var state = System.Guid.NewGuid().ToString();
                var proofKey = ProofKeyCookie.Begin(context, "server app", state, $"{context.Request.Scheme}://{context.Request.Host}");
                context.Response.Redirect("https://server/authorize?response_type=code&client_id=app&state=" + state + $"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }
        }
        """, within: Server);

    [Fact]
    public Task Two_providers_have_an_entry_each() => VerifyTwoAsync("one", "app", "two", "app");

    [Fact]
    public Task Two_clients_of_one_provider_have_an_entry_each() => VerifyTwoAsync("server", "one", "server", "two");

    static Task VerifyTwoAsync(string host, string client, string otherHost, string otherClient)
    {
        return Verify.VerifyAsync(
            Program(
                Controller("One", $"{{|PKCE1001:\"https://{host}/authorize?response_type=code&client_id={client}\"|}}", $"$\"{{|PKCE1004:grant_type=authorization_code&client_id={client}&code=|}}{{code}}\"", host, "", ""),
                Controller("Other", $"{{|PKCE1001:\"https://{otherHost}/authorize?response_type=code&client_id={otherClient}\"|}}", $"$\"{{|PKCE1004:grant_type=authorization_code&client_id={otherClient}&code=|}}{{code}}\"", otherHost, "", ""), ""),
            Program(Repaired("One", host, client), Repaired("Other", otherHost, otherClient), "using Pkce;\n"), within: Server);

        static string Program(string one, string other, string use) => $$"""
            using System.Net.Http;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Mvc;
            {{use}}
            {{one}}

            {{other}}
            """;

        static string Repaired(string name, string host, string client) => Controller(
            name,
            $"$\"https://{host}/authorize?response_type=code&client_id={client}&code_challenge={{proofKey.CodeChallenge}}&code_challenge_method={{proofKey.CodeChallengeMethod}}\"",
            $"$\"grant_type=authorization_code&client_id={client}&code={{code}}&code_verifier={{proofKey.CodeVerifier}}\"", host,
            $"var proofKey = ProofKeyCookie.Begin(HttpContext, \"{host} {client}\", null, {Host});\n        ",
            $"var proofKey = ProofKeyCookie.Take(HttpContext, \"{host} {client}\", null) ?? {None};\n        ");

        static string Controller(string name, string url, string form, string host, string begin, string take) => $$"""
            [Route("{{name}}")]
            public class {{name}}Controller(HttpClient http) : ControllerBase
            {
                [HttpGet("login")]
                public IActionResult Login()
                {
                    {{begin}}return Redirect({{url}});
                }

                [HttpGet("callback")]
                public async Task<IActionResult> Callback(string code)
                {
                    {{take}}await http.PostAsync("https://{{host}}/token", new StringContent({{form}}));
                    return Ok();
                }
            }
            """;
    }

    [Theory]
    [InlineData("$\"https://{provider}{|PKCE1001:/authorize?response_type=code&client_id=app|}\"", "$\"https://{provider}/token\"")]
    [InlineData("Options[provider].Authorize + {|PKCE1001:\"?response_type=code&client_id=app\"|}", "Options[provider].Token")]
    [InlineData("Of(provider).Authorize + {|PKCE1001:\"?response_type=code&client_id=app\"|}", "Of(provider).Token")]
    public Task Provider_that_the_route_chooses(string url, string token) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(HttpClient http) : ControllerBase
        {
            private static readonly Dictionary<string, (string Authorize, string Token, string Client)> Options = new();

            [HttpGet("{provider}/login")]
            public IActionResult Login(string provider) => Redirect({{url}});

            [HttpGet("{provider}/callback")]
            public async Task<IActionResult> Callback(string provider, string code)
            {
                await http.PostAsync({{token}}, new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&state={Of(provider)}"));
                return Ok();
            }

            private static (string Authorize, string Token, string Client) Of(string provider) => Options[provider];
        }
        """, Server);

    /// <summary>The endpoint of a static member that gives another one for each request, or that anybody may write to.</summary>
    [Theory]
    [InlineData("static readonly AsyncLocal<Provider> Chosen = new(); public static Provider Current => Chosen.Value!;")]
    [InlineData("public static Provider Current { get { return Find(); } } static Provider Find() => new();")]
    [InlineData("public static Provider Current { get; private set; } = new(); public static void Choose(Provider chosen) => Current = chosen;")]
    [InlineData("public static Provider Current = new(); public static void Choose(Provider chosen) => Current = chosen;")]
    public Task Provider_that_the_program_changes(string members) => Verify.VerifyNoneCarriedAsync(
        OfProvider(members.Replace("; ", ";\n    "), "$\"{Provider.Current.Authorize}{|PKCE1001:?response_type=code&client_id=app|}\"", "", "{|PKCE1004:grant_type=authorization_code&code=|}{code}", ""), Server);

    [Fact]
    public Task Provider_is_named_by_the_whole_name_of_the_code_that_reads_it() => Verify.VerifyAsync(
        OfProvider(OfStart, "$\"{Provider.Current.Authorize}{|PKCE1001:?response_type=code&client_id=app|}\"", "", "{|PKCE1004:grant_type=authorization_code&code=|}{code}", ""),
        OfProvider(
            OfStart, "$\"{Provider.Current.Authorize}?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}\"",
            $"var proofKey = ProofKeyCookie.Begin(HttpContext, \"One.LoginController app Provider.Current.Authorize\", null, {Host});\n        ",
            "grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}",
            $"var proofKey = ProofKeyCookie.Take(HttpContext, \"One.LoginController app Provider.Current.Authorize\", null) ?? {None};\n        ", "using Pkce;\n"),
        within: Server);

    const string OfStart = "public static Provider Current { get; } = new();";

    static string OfProvider(string members, string url, string begin, string form, string take, string use = "") => $$"""
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        {{use}}
        namespace One;

        public class LoginController(HttpClient http) : ControllerBase
        {
            [HttpGet("login")]
            public IActionResult Login()
            {
                {{begin}}return Redirect({{url}});
            }

            [HttpGet("callback")]
            public async Task<IActionResult> Callback(string code)
            {
                {{take}}await http.PostAsync(Provider.Current.Token, new StringContent($"{{form}}"));
                return Ok();
            }
        }

        public class Provider
        {
            public string Authorize { get; set; } = System.Environment.MachineName;

            public string Token { get; set; } = System.Environment.MachineName;

            {{members}}
        }
        """;

    [Theory]
    [InlineData("return Ok({|PKCE1001:\"https://server/authorize?response_type=code&client_id=app\"|});", "[HttpGet(\"callback\")]", "AddCors()")]
    [InlineData("return Redirect({|PKCE1001:\"https://server/authorize?response_type=code&client_id=app&redirect_uri=http://localhost:3000/done\"|});", "[HttpGet(\"api/exchange\")]", "AddDataProtection()")]
    public Task Cookie_that_the_callback_does_not_get(string login, string callback, string services) =>
        Verify.VerifyNoneCarriedAsync(Controller(login, "", callback), Surroundings.Server("AddControllers()", "AddAuthentication()", services));

    [Fact]
    public Task Redirect_of_a_program_that_scripts_of_other_sites_call() => VerifyAsync(
        "", "", $"null, {Host}", "null", within: Surroundings.Server("AddControllers()", "AddAuthentication()", "AddCors()"));

    [Theory]
    [InlineData("Function")]
    [InlineData("FunctionName")]
    public Task Azure_Function_shares_no_key_ring(string attribute) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        public class Functions(HttpClient http)
        {
            public static void Add(IServiceCollection services) => services.AddDataProtection();

            [{{attribute}}("login")]
            public IActionResult Login(HttpRequest request) => new RedirectResult({|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + request.Host);

            [{{attribute}}("callback")]
            public async Task<IActionResult> CallbackAsync(HttpRequest request)
            {
                await http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{request.Query["code"]}"));
                return new OkResult();
            }
        }

        public class {{attribute}}Attribute(string name) : System.Attribute
        {
            public string Name => name;
        }
        """);

    [Fact]
    public Task Controller_without_TempData_has_a_cookie() => VerifyAsync("", "", $"null, {Host}", "null", within: Surroundings.Server("AddControllers()", "AddAuthentication()"));

    [Fact]
    public Task Program_that_asks_for_consent_keeps_an_essential_cookie() => VerifyAsync("", "", $"null, {Host}", "null",
        within: Surroundings.Server("AddControllersWithViews()", "AddSession()", "Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = context => true)"));
}
