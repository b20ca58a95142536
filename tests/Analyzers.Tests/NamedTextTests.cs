using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>The words of a request stand in members of the program that are called anything.</summary>
public sealed class NamedTextTests
{
    [Theory]
    [InlineData("const string A = \"response_type\"; const string B = \"client_id\";", "A", "B")]
    [InlineData("static readonly string A = \"response_type\"; static readonly string B = \"client_id\";", "A", "B")]
    [InlineData("static string A => \"response_type\"; static string B => \"client_id\";", "A", "B")]
    [InlineData("static string A { get; } = \"response_type\"; static string B { get; } = \"client_id\";", "A", "B")]
    [InlineData("static string A() => \"response_type\"; static string B() { return \"client_id\"; }", "A()", "B()")]
    [InlineData("const string A = \"response\" + \"_type\"; const string B = \"client_id\";", "A", "B")]
    [InlineData("class Names { public const string A = nameof(response_type), B = \"client_id\"; public const int response_type = 0; }", "Names.A", "Names.B")]
    public Task Of_the_same_file(string members, string type, string client) => PkceTest.VerifyAsync($$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            {{members}}

            FormUrlEncodedContent Begin() => new(new Dictionary<string, string> { {|PKCE1001:[{{type}}] = "code"|}, [{{client}}] = "app", ["scope"] = "openid" });

            FormUrlEncodedContent Other() => new(new Dictionary<string, string> { [{{client}}] = "app", ["page"] = "2" });
        }
        """);

    [Fact]
    public Task Two_requests_of_one_name_are_two() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            static readonly string Kind = "response_type";

            Dictionary<string, string> One() => new() { {|PKCE1001:[Kind] = "code"|}, ["client_id"] = "one" };

            Dictionary<string, string> Two() => new() { {|PKCE1001:[Kind] = "code"|}, ["client_id"] = "two" };
        }
        """);

    /// <summary>The beginning of a request in a local constant is no request of its own.</summary>
    [Theory]
    [InlineData("const string start = \"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=\"; return start + challenge + \"&code_challenge_method=S256\";")]
    [InlineData("const string start = \"https://login.example.com/authorize?response_type=code&client_id=app\"; return $\"{start}&code_challenge={challenge}&code_challenge_method=S256\";")]
    [InlineData("const string start = {|PKCE1001:\"https://login.example.com/authorize?response_type=code&client_id=app\"|}; return start + \"&state=\" + challenge;")]
    public Task Local_constant(string body) => PkceTest.VerifyAsync($$"""
        class Login
        {
            string Begin(string challenge) { {{body}} }
        }
        """);

    [Theory]
    [InlineData("string.Empty")]
    [InlineData("\"\"")]
    [InlineData("String.Empty")]
    public Task Nothing_is_nothing_however_it_is_written(string nothing) => PkceTest.VerifyAsync($$"""
        using System;

        class Login
        {
            string Begin(string state, bool scoped) => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|} + "&state=" + state + (scoped ? "&scope=openid" : {{nothing}});
        }
        """);

    [Theory]
    [InlineData("var all = new (string, string)[] { {|PKCE1001:(\"response_type\", \"code\")|}, (\"client_id\", \"app\") }; var set = new Dictionary<string, string>(); foreach (var (key, value) in all) set.Add(key, value); return set;")]
    [InlineData("var set = new[] { {|PKCE1001:(\"response_type\", \"code\")|}, (\"client_id\", \"app\") }.ToDictionary(pair => pair.Item1, pair => pair.Item2); return set;")]
    [InlineData("return new[] { {|PKCE1001:(\"response_type\", \"code\")|}, (\"client_id\", \"app\") }.Aggregate(new Dictionary<string, string>(), (all, one) => { all[one.Item1] = one.Item2; return all; });")]
    [InlineData("var sets = new[] { new Dictionary<string, string> { {|PKCE1001:[\"response_type\"] = \"code\"|}, [\"client_id\"] = \"app\" } }; return sets[0];")]
    [InlineData("var set = new Lazy<Dictionary<string, string>>(() => new() { {|PKCE1001:[\"response_type\"] = \"code\"|}, [\"client_id\"] = \"app\" }); return set.Value;")]
    [InlineData("return Task.FromResult(new Dictionary<string, string> { {|PKCE1001:[\"response_type\"] = \"code\"|}, [\"client_id\"] = \"app\" }).Result;")]
    [InlineData("return Enumerable.Empty<KeyValuePair<string, string>>().Append({|PKCE1001:new KeyValuePair<string, string>(\"response_type\", \"code\")|}).Append(new KeyValuePair<string, string>(\"client_id\", \"app\")).ToDictionary(pair => pair.Key, pair => pair.Value);")]
    public Task Sets_in_other_words(string body) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        class Login
        {
            object Begin() { {{body}} }
        }
        """);

    [Fact]
    public Task Set_with_the_challenge_in_other_words() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Linq;

        class Login
        {
            object Begin(string challenge)
            {
                var set = new Dictionary<string, string>();
                foreach (var (key, value) in new[] { ("response_type", "code"), ("client_id", "app"), ("code_challenge", challenge), ("code_challenge_method", "S256") })
                    set[key] = value;
                return set;
            }
        }
        """);

    /// <summary>Packages that are not restored: names of parameters by the constants that are called after them, and what adds a set to a URL.</summary>
    [Theory]
    [InlineData("OpenIdConnectParameterNames.{0}")]
    [InlineData("OAuthConstants.{0}")]
    [InlineData("OidcConstants.AuthorizeRequest.{0}")]
    public Task Names_of_packages_that_are_not_restored(string name) => PkceTest.VerifyUnresolvedAsync("", "net48", $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;
        using Microsoft.Owin.Infrastructure;

        class Login
        {
            void Begin(IOwinContext context, string endpoint, string state) => context.Response.Redirect(WebUtilities.AddQueryString(endpoint, new Dictionary<string, string>
            {
                {|PKCE1001:{ {{Named(name, "ResponseType")}}, "code" }|},
                { {{Named(name, "ClientId")}}, "app" },
                { {{Named(name, "State")}}, state },
            }));

            FormUrlEncodedContent Redeem(string code) => new(new Dictionary<string, string>
            {
                {|PKCE1004:[{{Named(name, "GrantType")}}] = "authorization_code"|},
                [{{Named(name, "Code")}}] = code,
            });

            FormUrlEncodedContent Good(string code, string verifier) => new(new Dictionary<string, string>
            {
                [{{Named(name, "GrantType")}}] = "authorization_code",
                [{{Named(name, "Code")}}] = code,
                [{{Named(name, "CodeVerifier")}}] = verifier,
            });
        }
        """);

    static string Named(string pattern, string constant) => pattern.Replace("{0}", constant, System.StringComparison.Ordinal);

    [Fact]
    public Task Parts_of_another_file_joined_by_one_that_names_a_client() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url(string clientId) => string.Concat(new[] { Texts.Endpoint, Texts.Type, Texts.Client, clientId });
        }
        """, """
        static class Texts
        {
            public static readonly string Endpoint = "https://login.example.com/authorize";
            public static readonly string Type = {|PKCE1001:"?response_type=code"|};
            public static readonly string Client = "&client_id=";
        }
        """);
}
