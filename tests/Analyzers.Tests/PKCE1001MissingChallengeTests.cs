using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Where the rule speaks and where it is silent; the ways to build a request are in <see cref="Builders"/>.</summary>
public sealed class PKCE1001MissingChallengeTests
{
    [Fact]
    public Task Response_type_that_only_the_caller_knows() => PkceTest.VerifyAsync("""
        using System;

        public class Api
        {
            public string Unknown(string responseType, string client, string redirect) =>
                $"{|PKCE1001:https://login.example.com/oauth/authorize?response_type=|}{responseType}&client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}";

            public string Known(string responseType, string client, string redirect) =>
                $"https://login.example.com/oauth/authorize?response_type={responseType}&client_id={client}&redirect_uri={Uri.EscapeDataString(redirect)}";

            public string Login() => Known("id_token", "app", "https://app.example.com/cb");

            public string NoRedirect(string responseType, string client) => $"https://login.example.com/oauth/authorize?response_type={responseType}&client_id={client}";

            public string Elsewhere(string responseType, string client, string redirect) =>
                $"https://login.example.com/export?response_type={responseType}&client_id={client}&redirect_uri={redirect}";
        }
        """);

    [Fact]
    public Task One_report_whatever_the_values_within_may_be() => PkceTest.VerifyAsync("""
        public class Api
        {
            public string Url(bool test, int scope, int flow, string redirect)
            {
                var host = test ? "https://test.example.com" : "https://login.example.com";
                var scopes = scope switch { 0 => "openid", 1 => "profile", 2 => "email", _ => "mail" };
                var type = flow == 0 ? "code" : "id_token";
                return host + $"/authorize?client_id=app&redirect_uri={redirect}" + $"&scope={scopes}{|PKCE1001:&response_type=|}{type}&prompt={(test ? "login" : "none")}";
            }
        }
        """);

    [Fact]
    public async Task Message_lists_the_parameters_that_were_seen()
    {
        var test = new PkceTest
        {
            TestCode = """
                class Login
                {
                    string Url(string state) => {|#0:"https://login.example.com/authorize?response_type=code&client_id=app&state="|} + state;
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1001", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The client's authorization request (response_type, client_id, state) has no code_challenge, so the authorization code is not bound to this client by PKCE: add code_challenge and code_challenge_method=S256, and code_verifier to the token request"));
        await test.RunAsync();
    }

    [Fact]
    public Task Request_with_challenge() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url(string challenge) =>
                $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method=S256";
        }
        """);

    [Fact]
    public Task One_report_for_each_request() => PkceTest.VerifyAsync("""
        class Login
        {
            string First() => {|PKCE1001:"https://one.example.com/authorize?response_type=code&client_id=app"|};

            string Second(bool admin)
            {
                var url = {|PKCE1001:"https://two.example.com/authorize?response_type=code&client_id=app"|};
                if (admin)
                    url += "&scope=admin";
                System.Console.WriteLine(url);
                return url;
            }
        }
        """);

    [Fact]
    public Task Hybrid_flow_issues_a_code_too() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url() => {|PKCE1001:"https://login.example.com/authorize?response_type=code%20id_token&client_id=app&nonce=n"|};
        }
        """);

    [Theory]
    [InlineData("https://login.example.com/authorize?response_type=id_token&client_id=app&nonce=n")]
    [InlineData("https://login.example.com/authorize?response_type=none&client_id=app")]
    [InlineData("https://login.example.com/authorize?client_id=app&request_uri=urn:example:bwc4JK&response_type=code")]
    [InlineData("https://login.example.com/authorize?response_type=code&client_id=app&request=eyJhbGciOiJSUzI1NiJ9.e30.c2ln")]
    [InlineData("https://login.example.com/logout?client_id=app&post_logout_redirect_uri=https://app.example.com")]
    [InlineData("https://login.example.com/saml?SAMLRequest=fZFfa8IwFMXfBb9D&RelayState=code")]
    [InlineData("https://api.example.com/countries?response_type=code")]
    [InlineData("https://api.example.com/discounts?code=response_type&client_id=7")]
    public Task Request_of_another_kind(string url) => PkceTest.VerifyAsync($$"""
        class Links
        {
            string Url() => "{{url}}";
        }
        """);

    [Theory]
    [InlineData("GitHub", "https://github.com/login/oauth/authorize?client_id=app&redirect_uri=https://app.example.com/callback")]
    [InlineData("Slack", "https://slack.com/oauth/v2/authorize?scope=chat:write&client_id=app&state=s")]
    [InlineData("Shopify", "https://shop.example.com/admin/oauth/authorize?client_id=app&scope=read_orders&redirect_uri=https://app.example.com&state=s")]
    [InlineData("HubSpot", "https://app.hubspot.com/oauth/authorize?client_id=app&redirect_uri=https://app.example.com&scope=contacts")]
    public Task Endpoint_that_needs_no_response_type(string provider, string url) => PkceTest.VerifyAsync($$"""
        class {{provider}}
        {
            string Url() => {|PKCE1001:"{{url}}"|};
        }
        """);

    [Fact]
    public Task Prefixed_parameter_names() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string realm) => $"{|PKCE1001:https://login.example.com/openid?openid.mode=checkid_setup&openid.oa2.response_type=code&openid.oa2.client_id=app&openid.oa2.scope=profile&openid.realm=|}{realm}";

            string Good(string realm, string challenge) => $"https://login.example.com/openid?openid.oa2.response_type=code&openid.oa2.client_id=app&openid.oa2.code_challenge={challenge}&openid.oa2.code_challenge_method=S256&openid.realm={realm}";
        }
        """);

    [Fact]
    public Task Names_on_unrelated_types() => PkceTest.VerifyAsync("""
        class Coupon
        {
            public string response_type { get; set; } = "code";
            public string client_id { get; set; } = "app";
        }

        class Survey
        {
            enum ResponseType { Code, Text }

            string Describe(Coupon coupon, ResponseType type) => coupon.response_type + "/" + coupon.client_id + type;
        }
        """);

    [Fact]
    public Task Server_that_reads_a_request() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapGet("/authorize", (HttpContext context) =>
        {
            var query = context.Request.Query;
            if (query["response_type"] != "code")
                return Results.BadRequest("response_type must be code");
            var client = query["client_id"];
            if (!query.ContainsKey("redirect_uri"))
                return Results.BadRequest("redirect_uri is missing for client_id=" + client);
            return Results.Redirect(query["redirect_uri"] + "?code=1234&state=" + query["state"]);
        });
        app.Run();
        """);

    [Fact]
    public Task Server_that_forwards_a_request() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapGet("/authorize", (HttpContext context) =>
            Results.Redirect("https://login.example.com/authorize" + context.Request.QueryString + "&response_type=code&client_id=proxy"));
        app.Run();
        """);

    [Fact]
    public Task Text_that_is_no_request() => PkceTest.VerifyAsync("""
        using System;
        using System.ComponentModel;

        class Documentation
        {
            // https://login.example.com/authorize?response_type=code&client_id=app
            /// <summary>Sends response_type=code and client_id=app.</summary>
            [Description("Redirects to /authorize?response_type=code&client_id=app")]
            void Help()
            {
                Console.WriteLine("The response_type must be code, and client_id is required.");
                throw new InvalidOperationException("Invalid response_type, expected code for client_id");
            }
        }
        """);

    [Fact]
    public Task Constants_that_nobody_sends() => PkceTest.VerifyAsync("""
        static class Parameters
        {
            public const string ResponseType = "response_type";
            public const string Code = "code";
            public const string ClientId = "client_id";
            public const string Template = "https://login.example.com/authorize?response_type=code&client_id=app";
        }
        """);

    [Fact]
    public Task Top_level_statements() => PkceTest.VerifyAsync("""
        using System;
        using System.Diagnostics;

        var clientId = args[0];
        var url = $"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}&redirect_uri={Uri.EscapeDataString("http://127.0.0.1:7890/")}";
        Process.Start(new ProcessStartInfo(url) { UseShellExecute = true });
        """);

    [Fact]
    public Task Lambdas_local_functions_iterators_and_async_methods() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            readonly Func<string, string> build = state => {|PKCE1001:"https://a.example.com/authorize?response_type=code&client_id=app&state="|} + state;

            string Local(string state)
            {
                return Build();

                string Build() => {|PKCE1001:"https://b.example.com/authorize?response_type=code&client_id=app&state="|} + state;
            }

            IEnumerable<string> Iterator(string[] states)
            {
                foreach (var state in states)
                    yield return {|PKCE1001:"https://c.example.com/authorize?response_type=code&client_id=app&state="|} + state;
            }

            async Task<string> Async(HttpClient client, string state)
            {
                await Task.Yield();
                return await client.GetStringAsync({|PKCE1001:"https://d.example.com/authorize?response_type=code&client_id=app&state="|} + state);
            }
        }
        """);

    [Fact]
    public Task Properties_indexers_operators_constructors_and_initializers() => PkceTest.VerifyAsync("""
        class Login
        {
            readonly string field = {|PKCE1001:"https://a.example.com/authorize?response_type=code&client_id=app"|};
            static readonly string Shared = {|PKCE1001:"https://b.example.com/authorize?response_type=code&client_id=app"|};

            string Arrow => {|PKCE1001:"https://c.example.com/authorize?response_type=code&client_id=app"|};
            string Getter { get { return {|PKCE1001:"https://d.example.com/authorize?response_type=code&client_id=app"|}; } }
            string Initial { get; } = {|PKCE1001:"https://e.example.com/authorize?response_type=code&client_id=app"|};
            string this[int tenant] => {|PKCE1001:"https://f.example.com/authorize?response_type=code&client_id=app&tenant="|} + tenant;

            Login(string state) => field = {|PKCE1001:"https://g.example.com/authorize?response_type=code&client_id=app&state="|} + state;

            public static implicit operator string(Login login) => {|PKCE1001:"https://h.example.com/authorize?response_type=code&client_id=app"|};
        }
        """);

    [Fact]
    public Task Partial_class_in_two_files() => PkceTest.VerifyAsync(
        """
        partial class Login
        {
            readonly string endpoint = "https://login.example.com/authorize";
            string clientId = "app";
        }
        """,
        """
        partial class Login
        {
            string Url() => $"{endpoint}{|PKCE1001:?response_type=code&client_id=|}{clientId}";
        }
        """);

    [Fact]
    public Task Partial_method_in_two_files() => PkceTest.VerifyAsync(
        """
        partial class Login
        {
            private partial string Url(string state);
        }
        """,
        """
        partial class Login
        {
            private partial string Url(string state) => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app&state="|} + state;
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        class Login
        {
            string Url(string state)
            {
                var url = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app&state="|} + state;
                url.
                return url
            }

            string Other(string state) => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} +
        """);

    [Fact]
    public Task Names_that_do_not_resolve() => PkceTest.VerifyBrokenAsync("""
        using Missing.Package;

        class Login : MissingBase
        {
            MissingType Open(MissingBrowser browser)
            {
                var url = new MissingUrl({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app&state="|} + State);
                browser.Open(url);
                return MissingHelper(url);
            }
        }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        class Login
        {
            string New() => {|PKCE1001:"https://new.example.com/authorize?response_type=code&client_id=app"|};
        #pragma warning disable PKCE1001 // This provider rejects unknown parameters.
            string Old() => "https://old.example.com/authorize?response_type=code&client_id=app";
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        class Login
        {
            string Url() => "https://login.example.com/authorize?response_type=code&client_id=app";
        }
        """);

    [Fact]
    public Task Generated_code_that_maps_to_a_file_of_the_user() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        class Page
        {
        #line 7 "Login.cshtml"
            string Link() => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
        #line default
            string Copied() => "https://login.example.com/authorize?response_type=code&client_id=app";
        }
        """);

    [Fact]
    public Task Grant_type_in_an_authorization_request() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Linq;

        class Login
        {
            string Url(string state)
            {
                var parameters = new Dictionary<string, string>();
                parameters.Add("client_id", "app");
                parameters.Add("redirect_uri", "https://app.example.com");
                {|PKCE1001:parameters.Add("response_type", "code")|};
                parameters.Add("grant_type", "authorization_code");
                parameters.Add("state", state);
                return "https://a.example/authorize?" + string.Join("&", parameters.Select(pair => pair.Key + "=" + pair.Value));
            }
        }
        """);
}
