using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests sent as JSON. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class JsonTests
{
    [Fact]
    public Task Anonymous_object() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Login
        {
            HttpContent Bad(string code) => JsonContent.Create(new { {|PKCE1004:grant_type = "authorization_code"|}, code, client_id = "app" });

            HttpContent BadSerialized(string code) => new StringContent(JsonSerializer.Serialize(new { {|PKCE1004:grant_type = "authorization_code"|}, code, client_id = "app" }));

            Task<HttpResponseMessage> BadPosted(HttpClient client, string code) => client.PostAsJsonAsync("https://login.example.com/token", new { {|PKCE1004:grant_type = "authorization_code"|}, code });

            HttpContent Good(string code, string verifier) => JsonContent.Create(new { grant_type = "authorization_code", code, client_id = "app", code_verifier = verifier });

            HttpContent Other(string token) => JsonContent.Create(new { grant_type = "refresh_token", refresh_token = token, client_id = "app" });
        }
        """);

    [Fact]
    public Task Dictionary() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;

        class Login
        {
            HttpContent Bad(string code)
            {
                var body = new Dictionary<string, object> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code };
                return new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            }

            HttpContent Good(string code, string verifier)
            {
                var body = new Dictionary<string, object> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier };
                return new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            }

            HttpContent Other(string token)
            {
                var body = new Dictionary<string, object> { ["grant_type"] = "refresh_token", ["refresh_token"] = token };
                return new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            }
        }
        """);

    [Fact]
    public Task Text() => PkceTest.VerifyAsync(""""
        using System.Net.Http;

        class Login
        {
            HttpContent Bad(string code) => new StringContent({|PKCE1004:"{\"grant_type\":\"authorization_code\",\"code\":\""|} + code + "\",\"client_id\":\"app\"}");

            HttpContent BadInterpolated(string code) => new StringContent($"{|PKCE1004:{{ \"client_id\": \"app\", \"grant_type\": \"authorization_code\", \"code\": \"|}{code}\" }}");

            HttpContent BadSingleQuotes(string code) => new StringContent({|PKCE1004:"{'grant_type': 'authorization_code', 'code': '"|} + code + "', 'nested': { 'code_verifier': 'x' }}");

            HttpContent Good(string code, string verifier) =>
                new StringContent("{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\",\"code_verifier\":\"" + verifier + "\"}");

            HttpContent Other(string token) => new StringContent("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + token + "\"}");

            HttpContent Open(string code, string further) => new StringContent("{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\"" + further + "}");

            HttpContent Nested(string code) => new StringContent("{\"request\":{\"grant_type\":\"authorization_code\",\"code\":\"" + code + "\"}}");

            HttpContent Broken(string code) => new StringContent("{\"grant_type\":\"authorization_code");
        }
        """");

    [Fact]
    public Task Serialized_type() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string GrantType { get; set; }

            [JsonPropertyName("code")]
            public string Code { get; set; }

            [JsonPropertyName("code_verifier")]
            public string CodeVerifier { get; set; }

            [JsonPropertyName("refresh_token")]
            public string RefreshToken { get; set; }
        }

        class Login
        {
            Task<HttpResponseMessage> Bad(HttpClient client, string code) => client.PostAsJsonAsync("https://login.example.com/token",
                new TokenRequest { {|PKCE1004:GrantType = "authorization_code"|}, Code = code });

            Task<HttpResponseMessage> Good(HttpClient client, string code, string verifier) => client.PostAsJsonAsync("https://login.example.com/token",
                new TokenRequest { GrantType = "authorization_code", Code = code, CodeVerifier = verifier });

            Task<HttpResponseMessage> Other(HttpClient client, string token) => client.PostAsJsonAsync("https://login.example.com/token",
                new TokenRequest { GrantType = "refresh_token", RefreshToken = token });
        }
        """);

    [Fact]
    public Task JsonObject() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Text.Json.Nodes;

        class Login
        {
            HttpContent Bad(string code)
            {
                var body = new JsonObject { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code };
                return new StringContent(body.ToJsonString());
            }

            HttpContent Good(string code, string verifier)
            {
                var body = new JsonObject { ["grant_type"] = "authorization_code", ["code"] = code };
                body["code_verifier"] = verifier;
                return new StringContent(body.ToJsonString());
            }

            HttpContent Other(string token) => new StringContent(new JsonObject { ["grant_type"] = "refresh_token", ["refresh_token"] = token }.ToJsonString());
        }
        """);

    [Fact]
    public Task JObject() => PkceTest.VerifyWithAsync(Packages.NewtonsoftJson, """
        using System.Net.Http;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;

        class Login
        {
            HttpContent Bad(string code)
            {
                var body = new JObject();
                body["code"] = code;
                {|PKCE1004:body["grant_type"] = "authorization_code"|};
                return new StringContent(body.ToString());
            }

            HttpContent BadProperties(string code) => new StringContent(new JObject({|PKCE1004:new JProperty("grant_type", "authorization_code")|}, new JProperty("code", code)).ToString());

            HttpContent BadConverted(string code) => new StringContent(JsonConvert.SerializeObject(new { {|PKCE1004:grant_type = "authorization_code"|}, code }));

            HttpContent Good(string code, string verifier)
            {
                var body = new JObject { { "grant_type", "authorization_code" }, { "code", code } };
                body.Add("code_verifier", verifier);
                return new StringContent(body.ToString());
            }

            HttpContent Other(string token) => new StringContent(new JObject { ["grant_type"] = "refresh_token", ["refresh_token"] = token }.ToString());
        }
        """);

    [Fact]
    public Task JSON_text() => PkceTest.VerifyAsync(""""
        using System.Net.Http;

        class Login
        {
            HttpContent Good(string code, string verifier) => new StringContent($$"""{ "grant_type": "authorization_code", "code": "{{code}}", "code_verifier": "{{verifier}}" }""");

            HttpContent Other(string token) => new StringContent($$"""{ "grant_type": "refresh_token", "refresh_token": "{{token}}" }""");
        }
        """");
}
