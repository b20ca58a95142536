using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written with ASP.NET Core's query builders. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class AspNetCoreTests
{
    [Fact]
    public Task QueryHelpers_with_name_and_value() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.WebUtilities;

        class Login
        {
            string Bad(string clientId)
            {
                var url = "https://login.example.com/authorize";
                url = {|PKCE1001:QueryHelpers.AddQueryString(url, "response_type", "code")|};
                url = QueryHelpers.AddQueryString(url, "client_id", clientId);
                return url;
            }

            string BadNested(string clientId) => QueryHelpers.AddQueryString({|PKCE1001:QueryHelpers.AddQueryString("https://login.example.com/authorize", "response_type", "code")|}, "client_id", clientId);

            string Good(string clientId, string challenge)
            {
                var url = "https://login.example.com/authorize";
                url = QueryHelpers.AddQueryString(url, "response_type", "code");
                url = QueryHelpers.AddQueryString(url, "client_id", clientId);
                url = QueryHelpers.AddQueryString(url, "code_challenge", challenge);
                return QueryHelpers.AddQueryString(url, "code_challenge_method", "S256");
            }

            string GoodText(string challenge) => QueryHelpers.AddQueryString("https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256", "code_challenge", challenge);

            string Other(string clientId)
            {
                var url = QueryHelpers.AddQueryString("https://login.example.com/authorize", "response_type", "id_token");
                return QueryHelpers.AddQueryString(url, "client_id", clientId);
            }
        }
        """);

    [Fact]
    public Task QueryHelpers_with_pairs() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.Extensions.Primitives;

        class Login
        {
            string BadDictionary(string clientId) => QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string?>
            {
                {|PKCE1001:["response_type"] = "code"|},
                ["client_id"] = clientId,
            });

            string BadPairs(string clientId)
            {
                KeyValuePair<string, string?>[] parameters = [{|PKCE1001:new("response_type", "code")|}, new("client_id", clientId)];
                return QueryHelpers.AddQueryString("https://login.example.com/authorize", parameters);
            }

            string BadValues(string clientId) => QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, StringValues>
            {
                {|PKCE1001:{ "response_type", "code" }|},
                { "client_id", new StringValues(clientId) },
            });

            string Good(string clientId, string challenge) => QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = clientId,
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = "S256",
            });

            string GoodAdded(string clientId, string challenge)
            {
                var url = QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string?> { ["response_type"] = "code", ["client_id"] = clientId });
                return QueryHelpers.AddQueryString(url, new Dictionary<string, string?> { ["code_challenge"] = challenge, ["code_challenge_method"] = "S256" });
            }

            string Other(string clientId) => QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string?> { ["response_type"] = "id_token", ["client_id"] = clientId });

            string OtherOpen(IDictionary<string, string?> rest) => QueryHelpers.AddQueryString("https://login.example.com/authorize?response_type=code&client_id=app", rest);
        }
        """);

    [Fact]
    public Task QueryBuilder() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Http.Extensions;

        class Login
        {
            string Bad(string clientId)
            {
                var query = new QueryBuilder();
                {|PKCE1001:query.Add("response_type", "code")|};
                query.Add("client_id", clientId);
                return "https://login.example.com/authorize" + query.ToQueryString();
            }

            string BadInitializer(string clientId)
            {
                var query = new QueryBuilder { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", clientId } };
                return "https://login.example.com/authorize" + query;
            }

            string BadPairs(string clientId) => "https://login.example.com/authorize" + new QueryBuilder(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = clientId }).ToQueryString();

            string Good(string clientId, string challenge)
            {
                var query = new QueryBuilder { { "response_type", "code" }, { "client_id", clientId } };
                query.Add("code_challenge", challenge);
                query.Add("code_challenge_method", "S256");
                return "https://login.example.com/authorize" + query.ToQueryString();
            }

            string Other(string clientId)
            {
                var query = new QueryBuilder { { "response_type", "id_token" }, { "client_id", clientId } };
                return "https://login.example.com/authorize" + query.ToQueryString();
            }
        }
        """);

    [Fact]
    public Task QueryString() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Http;

        class Login
        {
            string Bad(string clientId) => "https://login.example.com/authorize" + {|PKCE1001:QueryString.Create("response_type", "code")|}.Add("client_id", clientId);

            string BadPairs(string clientId) => "https://login.example.com/authorize" + QueryString.Create(new Dictionary<string, string?> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = clientId });

            string BadText(string clientId) => "https://login.example.com/authorize" + new QueryString({|PKCE1001:"?response_type=code&client_id="|} + clientId).Add("scope", "openid").ToUriComponent();

            string Good(string clientId, string challenge) => "https://login.example.com/authorize" + QueryString.Create("response_type", "code").Add("client_id", clientId).Add("code_challenge", challenge).Add("code_challenge_method", "S256");

            string GoodPairs(string clientId, string challenge) => "https://login.example.com/authorize" + QueryString.Create(new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = clientId,
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = "S256",
            });

            string Other(string clientId) => "https://login.example.com/authorize" + QueryString.Create("response_type", "id_token").Add("client_id", clientId);
        }
        """);

    [Fact]
    public Task Redirect_of_a_controller() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Mvc;

        public class LoginController : Controller
        {
            public IActionResult Bad(string state) => Redirect($"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=app&state=|}{state}");

            public IActionResult Good(string state, string challenge) => Redirect($"https://login.example.com/authorize?response_type=code&client_id=app&state={state}&code_challenge={challenge}&code_challenge_method=S256");

            public IActionResult Other(string state) => RedirectToAction("Callback", new { code = "1234", state });
        }
        """);

    [Fact]
    public Task Redirect_of_a_minimal_endpoint() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapGet("/login", () => Results.Redirect({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app&scope=openid"|}));
        app.MapGet("/login/pkce", (HttpContext context) =>
        {
            var challenge = context.Items["challenge"];
            context.Response.Redirect($"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method=S256");
        });
        app.MapGet("/implicit", (HttpContext context) => context.Response.Redirect("https://login.example.com/authorize?response_type=id_token&client_id=app&nonce=n"));
        app.Run();
        """);
}
