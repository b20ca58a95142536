using Microsoft.CodeAnalysis;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Session and TempData keep the verifier where the program has them, and the callback's request comes with the session's cookie.</summary>
public sealed class CarrierSessionTests
{
    const string Missing = " ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException(\"No login is under way in this browser.\");\n        ";

    static string Controller(string type, string route, string begin = "", string take = "", string query = "", string verifier = "", string use = "") => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        {{use}}
        {{type}}
        {
            public IActionResult Login(string state)
            {
                {{begin}}return Redirect({{(query.Length > 0 ? "" : "{|PKCE1001:")}}"https://server/authorize?response_type=code&client_id=app&state="{{(query.Length > 0 ? "" : "|}")}} + state{{query}});
            }

            {{route}}
            public async Task<IActionResult> Callback(string code, string state)
            {
                {{take}}await http.PostAsync("https://server/token", new StringContent($"{{(query.Length > 0 ? "grant_type=authorization_code&code=" : "{|PKCE1004:grant_type=authorization_code&code=|}")}}{code}{{verifier}}"));
                return Redirect("/" + state.Length);
            }
        }
        """;

    const string Query = " + $\"&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}\"";

    static Task VerifyTempDataAsync(string type, string route, Surroundings within, string token = "\"https://server/token\"") => Verify.VerifyAsync(
        Controller(type, route).Replace("\"https://server/token\"", token),
        Controller(type, route,
            "var proofKey = ProofKey.Create();\n        TempData[\"code_verifier:server app:\" + state] = proofKey.CodeVerifier;\n        ",
            "var codeVerifier = TempData[\"code_verifier:server app:\" + state] as string" + Missing, Query, "&code_verifier={codeVerifier}", "using Pkce;\n").Replace("\"https://server/token\"", token), within: within);

    static Task VerifyCookieAsync(string type, string route, Surroundings within, string posted = "") => Verify.VerifyAsync(
        Controller(type, route),
        Controller(type, route,
            $"var proofKey = ProofKeyCookie.Begin(HttpContext, \"server app\", state, $\"{{Request.Scheme}}://{{Request.Host}}\"{posted});\n        ",
            "var proofKey = ProofKeyCookie.Take(HttpContext, \"server app\", state)" + Missing, Query, "&code_verifier={proofKey.CodeVerifier}", "using Pkce;\n"), within: within);

    const string WithViews = "public class LoginController(HttpClient http) : Controller";

    [Theory]
    [InlineData("AddControllersWithViews()")]
    [InlineData("AddMvc()")]
    [InlineData("AddRazorPages()")]
    public Task TempData_that_the_program_registers(string registration) => VerifyTempDataAsync(WithViews, "[HttpGet(\"callback\")]", Surroundings.Server(registration));

    [Theory]
    [InlineData("[HttpGet]")]
    [InlineData("[Route(\"callback\")]")]
    [InlineData("[HttpGet, HttpPost]")]
    [InlineData("[ActionName(\"callback\")]")]
    public Task Callback_that_is_got(string route) => VerifyTempDataAsync(WithViews, route, Surroundings.Server("AddControllersWithViews()"));

    [Theory]
    [InlineData("\"https://server/token?trace=\" + state")]
    [InlineData("$\"https://server/token?trace={state}\"")]
    [InlineData("new System.Uri(\"https://server/token\" + \"?trace=\" + state)")]
    public Task Query_of_the_token_endpoint_says_nothing_of_the_provider(string token) =>
        VerifyTempDataAsync(WithViews, "[HttpGet]", Surroundings.Server("AddMvc()"), token);

    [Theory]
    [InlineData("\"https://\" + state + \"/token?trace=\"")]
    [InlineData("$\"https://{state}.server/token?trace=\"")]
    public Task Provider_that_the_response_chooses(string token) => Verify.VerifyNoneCarriedAsync(
        Controller(WithViews, "[HttpGet]").Replace("\"https://server/token\"", token), Surroundings.Server("AddMvc()"));

    [Fact]
    public Task Controllers_alone_have_no_TempData() => VerifyCookieAsync(WithViews, "[HttpGet]", Surroundings.Server("AddControllers()", "AddDataProtection()"));

    [Fact]
    public Task Consent_could_drop_TempData() => VerifyCookieAsync(WithViews, "[HttpGet]",
        Surroundings.Server("AddControllersWithViews()", "Configure<CookiePolicyOptions>(options => options.CheckConsentNeeded = context => true)"));

    [Fact]
    public Task Controller_of_a_library_in_whose_program_nothing_is_known() => Verify.VerifyNoneWholeAsync(Controller(WithViews, "[HttpGet]"));

    [Theory]
    [InlineData("AddControllersWithViews()")]
    [InlineData("AddControllersWithViews(); builder.Services.AddSession()")]
    public Task Posted_callback_finds_neither(string registrations) => Verify.VerifyNoneCarriedAsync(Controller(WithViews, "[HttpPost]"), Surroundings.Server(registrations));

    [Theory]
    [InlineData("[HttpPost]", false)]
    [InlineData("", true)]
    public Task Session_of_System_Web_and_a_posted_response(string route, bool isMode)
    {
        var source = Controller("public class LoginController(HttpClient http) : System.Web.Mvc.Controller", route).Replace("using Microsoft.AspNetCore.Mvc;\n", "") + SystemWeb;
        return Verify.VerifyNoneWholeAsync(isMode ? source.Replace("client_id=app", "client_id=app&response_mode=form_post") : source);
    }

    const string SystemWeb = """


        public class HttpPostAttribute : System.Attribute;

        public interface IActionResult;

        public record Redirection(string Url) : IActionResult;

        namespace System.Web.Mvc
        {
            public class Controller
            {
                public Collections.Generic.Dictionary<string, object> Session { get; } = new();

                protected IActionResult Redirect(string url) => new Redirection(url);
            }
        }
        """;
}
