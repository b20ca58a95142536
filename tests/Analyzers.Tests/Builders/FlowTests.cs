using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests whose parts come from elsewhere: constants, branches, other members, callers.</summary>
public sealed class FlowTests
{
    [Fact]
    public Task Ternary() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(bool hybrid) => {|PKCE1001:"https://login.example.com/authorize?client_id=app&response_type="|} + (hybrid ? "code id_token" : "code");

            string BadLocal(bool hybrid)
            {
                string type;
                if (hybrid)
                    type = "code id_token";
                else
                    type = "code";
                return {|PKCE1001:"https://login.example.com/authorize?client_id=app&response_type="|} + type;
            }

            string BadSwitch(int kind)
            {
                var type = kind switch { 0 => "code", 1 => "code id_token", _ => "none" };
                return {|PKCE1001:"https://login.example.com/authorize?client_id=app&response_type="|} + type;
            }

            string Good(bool hybrid, string challenge) => "https://login.example.com/authorize?client_id=app&response_type=" + (hybrid ? "code id_token" : "code") + "&code_challenge_method=S256&code_challenge=" + challenge;

            string Other(bool signed) => "https://login.example.com/authorize?client_id=app&response_type=" + (signed ? "id_token" : "none");
        }
        """);

    [Fact]
    public Task Enum() => PkceTest.VerifyAsync("""
        class Login
        {
            enum ResponseType { code, id_token }

            string Bad() => {|PKCE1001:"https://login.example.com/authorize?client_id=app&response_type="|} + ResponseType.code;

            string BadToString() => $"{|PKCE1001:https://login.example.com/authorize?client_id=app&response_type=|}{ResponseType.code.ToString()}";

            string Good(string challenge) => $"https://login.example.com/authorize?client_id=app&response_type={ResponseType.code}&code_challenge={challenge}&code_challenge_method=S256";

            string Other() => "https://login.example.com/authorize?client_id=app&response_type=" + ResponseType.id_token;
        }
        """);

    [Fact]
    public Task Default_parameter() => PkceTest.VerifyAsync("""
        class Login
        {
            public string Bad(string clientId, string responseType = "code") => $"https://login.example.com/authorize?client_id={clientId}{|PKCE1001:&response_type=|}{responseType}";

            public string Good(string clientId, string challenge, string responseType = "code") => $"https://login.example.com/authorize?client_id={clientId}&response_type={responseType}&code_challenge={challenge}&code_challenge_method=S256";

            public string Other(string clientId, string responseType = "id_token") => $"https://login.example.com/authorize?client_id={clientId}&response_type={responseType}";
        }
        """);

    [Fact]
    public Task Constants_of_another_class() => PkceTest.VerifyAsync(
        """
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Bad() => new()
            {
                {|PKCE1001:[Names.ResponseType] = Values.Code|},
                [Names.ClientId] = "app",
            };

            string BadText() => $"https://login.example.com/authorize?{{|PKCE1001:Names.ResponseType|}}={Values.Code}&{Names.ClientId}=app";

            Dictionary<string, string> Good(string challenge) => new()
            {
                [Names.ResponseType] = Values.Code,
                [Names.ClientId] = "app",
                [Names.CodeChallenge] = challenge,
                [Names.CodeChallengeMethod] = "S256",
            };

            Dictionary<string, string> Other() => new() { [Names.ResponseType] = Values.IdToken, [Names.ClientId] = "app" };
        }
        """,
        """
        static class Names
        {
            public const string ResponseType = "response_type";
            public const string ClientId = "client_id";
            public const string CodeChallenge = "code_challenge";
            public const string CodeChallengeMethod = "code_challenge_method";
        }

        static class Values
        {
            public const string Code = "code";
            public const string IdToken = "id_token";
        }
        """);

    [Fact]
    public Task Names_held_by_properties_of_another_file() => PkceTest.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Web;

        class Login(Settings settings)
        {
            Uri Bad()
            {
                var query = HttpUtility.ParseQueryString("");
                query.Add(settings.ClientIdKey, settings.ClientId);
                {|PKCE1001:query.Add(settings.ResponseTypeKey, settings.ResponseType)|};
                return new UriBuilder("https://login.example.com/authorize") { Query = query.ToString() }.Uri;
            }

            KeyValuePair<string, string>[] BadToken(string code) =>
            [
                {|PKCE1004:new(settings.GrantTypeKey, "authorization_code")|},
                new("code", code),
            ];

            Uri Good(string challenge)
            {
                var query = HttpUtility.ParseQueryString("code_challenge_method=S256");
                query.Add(settings.ClientIdKey, settings.ClientId);
                query.Add(settings.ResponseTypeKey, settings.ResponseType);
                query.Add("code_challenge", challenge);
                return new UriBuilder("https://login.example.com/authorize") { Query = query.ToString() }.Uri;
            }
        }
        """,
        """
        class Settings
        {
            public string ClientId { get; set; } = "";
            public string ClientIdKey => "client_id";
            public string ResponseTypeKey => "response_type";
            public string ResponseType => "code";
            public string GrantTypeKey => "grant_type";
        }
        """);

    [Fact]
    public Task Default_of_a_type_in_another_file() => PkceTest.VerifyAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Exchange(HttpClient client)
        {
            Task Bad(string code) => client.PostAsJsonAsync("https://login.example.com/access", new Redemption { Code = code });
        }
        """,
        """
        using System.Text.Json.Serialization;

        class Redemption
        {
            [JsonPropertyName("grant_type")] public string Grant { get; set; } = {|PKCE1004:"authorization_code"|};
            [JsonPropertyName("code")] public string Code { get; set; } = "";
            [JsonPropertyName("redirect_uri")] public string Redirect { get; set; } = "https://app.example.com/";
        }
        """);

    [Fact]
    public Task Static_readonly_fields() => PkceTest.VerifyAsync("""
        class Login
        {
            static readonly string Type = "code";
            static readonly string IdToken = "id_token";
            static readonly string Endpoint = "https://login.example.com/authorize";
            readonly string clientId = "app";

            string Bad() => Endpoint + "?client_id=" + clientId + {|PKCE1001:"&response_type="|} + Type;

            string Good(string challenge) => Endpoint + "?client_id=" + clientId + "&response_type=" + Type + "&code_challenge_method=S256&code_challenge=" + challenge;

            string Other() => Endpoint + "?client_id=" + clientId + "&response_type=" + IdToken;
        }
        """);

    [Fact]
    public Task Static_field_that_holds_the_request() => PkceTest.VerifyAsync("""
        using System.Diagnostics;

        class Login
        {
            static readonly string Url = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + ClientId;
            const string ClientId = "app";

            void Start() => Process.Start(Url);
        }

        class SafeLogin
        {
            static readonly string Url = "https://login.example.com/authorize?response_type=code&client_id=app";

            void Start(string challenge) => Process.Start(Url + "&code_challenge_method=S256&code_challenge=" + challenge);
        }
        """);

    [Fact]
    public Task Template_in_a_constant_of_another_file() => PkceTest.VerifyAsync(
        """
        class Login
        {
            string Bad(string clientId) => string.Format(Templates.Authorize, clientId);

            string Good(string clientId, string challenge) => string.Format(Templates.Consent, clientId) + "&code_challenge_method=S256&code_challenge=" + challenge;

            string Other(string clientId) => string.Format(Templates.SignIn, clientId);
        }
        """,
        """
        static class Templates
        {
            public const string Authorize = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id={0}"|};
            public const string Consent = "https://login.example.com/authorize?response_type=code&client_id={0}&prompt=consent";
            public const string SignIn = "https://login.example.com/authorize?response_type=id_token&client_id={0}";
        }
        """);

    [Fact]
    public Task Request_in_a_constant() => PkceTest.VerifyAsync(
        """
        using System.Diagnostics;

        class Login
        {
            void Bad() => Process.Start(Requests.Authorize);

            void Good(string challenge) => Process.Start(Requests.Consent + "&code_challenge_method=S256&code_challenge=" + challenge);
        }
        """,
        """
        static class Requests
        {
            public const string Authorize = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
            public const string Consent = "https://login.example.com/authorize?response_type=code&client_id=app&prompt=consent";
            public const string Unused = "https://login.example.com/authorize?response_type=code&client_id=app&prompt=none";
        }
        """);

    [Fact]
    public Task Parts_made_by_other_methods() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string state) => Endpoint() + "?" + Client() + {|PKCE1001:"&response_type="|} + Type + "&state=" + state;

            string Good(string state, string challenge) => Endpoint() + "?" + Client() + "&response_type=" + Type + "&state=" + state + Proof(challenge);

            string Endpoint() => "https://login.example.com/authorize";

            string Client() => "client_id=app";

            string Type => "code";

            string Proof(string challenge) => "&code_challenge_method=S256&code_challenge=" + challenge;
        }
        """);

    [Fact]
    public Task Dictionary_filled_by_another_method() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task Bad(HttpClient client, string code)
            {
                var form = new Dictionary<string, string>();
                AddCode(form, code);
                return client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
            }

            void AddCode(Dictionary<string, string> form, string code)
            {
                {|PKCE1004:form["grant_type"] = "authorization_code"|};
                form["code"] = code;
            }
        }

        class SafeLogin
        {
            Task Good(HttpClient client, string code, string verifier)
            {
                var form = new Dictionary<string, string>();
                AddCode(form, code);
                AddProof(form, verifier);
                return client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
            }

            void AddCode(Dictionary<string, string> form, string code)
            {
                form["grant_type"] = "authorization_code";
                form["code"] = code;
            }

            void AddProof(Dictionary<string, string> form, string verifier) => form["code_verifier"] = verifier;
        }
        """);

    [Fact]
    public Task Pieces_held_by_fields() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            readonly StringBuilder query = new();
            readonly string endpoint;

            Login(string server) => endpoint = server + "/authorize";

            string Bad(string clientId)
            {
                query.Append({|PKCE1001:"?response_type=code"|});
                query.Append("&client_id=").Append(clientId);
                return endpoint + query;
            }
        }

        class SafeLogin
        {
            readonly StringBuilder query = new();

            string Good(string clientId, string challenge)
            {
                query.Append("?response_type=code");
                query.Append("&client_id=").Append(clientId);
                query.Append("&code_challenge_method=S256&code_challenge=").Append(challenge);
                return "https://login.example.com/authorize" + query;
            }
        }
        """);

    [Fact]
    public Task Caller_adds_the_challenge() => PkceTest.VerifyAsync("""
        class Login
        {
            public string Start(string challenge) => BaseUrl("app") + "&code_challenge_method=S256&code_challenge=" + challenge;

            string BaseUrl(string clientId) => "https://login.example.com/authorize?response_type=code&client_id=" + clientId;
        }
        """);

    [Fact]
    public Task Caller_in_another_class_adds_the_challenge() => PkceTest.VerifyAsync(
        """
        using System.Collections.Generic;

        class Parameters
        {
            public Dictionary<string, string> Create(string clientId) => new() { ["response_type"] = "code", ["client_id"] = clientId };
        }
        """,
        """
        using System.Collections.Generic;

        class Login
        {
            public Dictionary<string, string> Start(string challenge)
            {
                var parameters = new Parameters().Create("app");
                parameters["code_challenge"] = challenge;
                parameters["code_challenge_method"] = "S256";
                return parameters;
            }
        }
        """);

    [Fact]
    public Task Caller_gives_the_grant() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            public Task Redeem(HttpClient client, string code) => Send(client, "authorization_code", "code", code);

            public Task Refresh(HttpClient client, string token) => Send(client, "refresh_token", "refresh_token", token);

            Task Send(HttpClient client, string grant, string name, string value) => client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                {|PKCE1004:["grant_type"] = grant|},
                [name] = value,
                ["client_id"] = "app",
            }));
        }
        """);

    [Fact]
    public Task Ref_out_tuples_patterns_and_with() => PkceTest.VerifyAsync("""
        record Request(string Endpoint, string Query);

        class Login
        {
            string BadRef()
            {
                var url = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
                AddScope(ref url);
                return url;
            }

            string GoodRef(string challenge)
            {
                var url = "https://login.example.com/authorize?response_type=code&client_id=app";
                AddProof(ref url, challenge);
                return url;
            }

            string GoodOut(string challenge)
            {
                MakeProof(challenge, out var proof);
                return "https://login.example.com/authorize?response_type=code&client_id=app" + proof;
            }

            string GoodTuple(string challenge)
            {
                var (url, proof) = Both(challenge);
                return url + proof;
            }

            Request GoodWith(string challenge)
            {
                var request = new Request("https://login.example.com/authorize", "?response_type=code&client_id=app");
                return request with { Query = request.Query + "&code_challenge_method=S256&code_challenge=" + challenge };
            }

            static void AddScope(ref string url) => url += "&scope=openid";

            static void AddProof(ref string url, string challenge) => url += "&code_challenge_method=S256&code_challenge=" + challenge;

            static void MakeProof(string challenge, out string proof) => proof = "&code_challenge_method=S256&code_challenge=" + challenge;

            static (string Url, string Proof) Both(string challenge) => ("https://login.example.com/authorize?response_type=code&client_id=app", "&code_challenge_method=S256&code_challenge=" + challenge);
        }
        """);

    [Fact]
    public Task Try_using_and_await() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            async Task<string> Bad(string code)
            {
                using var client = new HttpClient();
                try
                {
                    var form = new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = await Decode(code) };
                    using var response = await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }
                catch (HttpRequestException e) when (e.StatusCode is not null)
                {
                    throw new InvalidOperationException("The token request failed", e);
                }
                finally
                {
                    Console.WriteLine("done");
                }
            }

            async Task<string> Good(string code, string verifier)
            {
                using var client = new HttpClient();
                try
                {
                    var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = await Decode(code) };
                    form["code_verifier"] = await Decode(verifier);
                    using var response = await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }
                catch (HttpRequestException e) when (e.StatusCode is not null)
                {
                    throw new InvalidOperationException("The token request failed", e);
                }
            }

            static async Task<string> Decode(string value)
            {
                await Task.Yield();
                return Uri.UnescapeDataString(value);
            }
        }
        """);
}
