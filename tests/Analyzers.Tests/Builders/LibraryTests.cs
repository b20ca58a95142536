using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written with libraries, known by their compiled public surface, and once not restored. In each program <c>Bad</c> lacks
/// the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class LibraryTests
{
    const string FlurlProgram = """
        using System.Threading.Tasks;
        using Flurl;
        using Flurl.Http;

        class Login
        {
            string Bad(string clientId) => {|PKCE1001:"https://login.example.com/authorize"
                .SetQueryParam("client_id", clientId)
                .SetQueryParam("response_type", "code")|};

            string BadObject(string clientId) => "https://login.example.com".AppendPathSegment("authorize").SetQueryParams(new { {|PKCE1001:response_type = "code"|}, client_id = clientId });

            string BadSegments(string clientId) => {|PKCE1001:"https://login.example.com".AppendPathSegments("oauth", "authorize").SetQueryParam("response_type", "code")|}.SetQueryParam("client_id", clientId).ToString();

            string BadQuery(string clientId)
            {
                var url = new Url("https://login.example.com/authorize");
                {|PKCE1001:url.QueryParams.Add("response_type", "code")|};
                url.QueryParams.Add("client_id", clientId);
                return url.ToString();
            }

            string GoodSegments(string clientId, string challenge) => "https://login.example.com".AppendPathSegments("oauth", "authorize").SetQueryParam("response_type", "code").SetQueryParam("client_id", clientId)
                .SetQueryParam("code_challenge", challenge).SetQueryParam("code_challenge_method", "S256").ToString();

            string GoodQuery(string clientId, string challenge)
            {
                var url = new Url("https://login.example.com/authorize");
                url.QueryParams.Add("response_type", "code");
                url.QueryParams.Add("client_id", clientId);
                url.QueryParams.Add("code_challenge", challenge);
                url.QueryParams.Add("code_challenge_method", "S256");
                return url.ToString();
            }

            string BadAnywhere(string endpoint, string clientId) => {|PKCE1001:endpoint.SetQueryParam("response_type", "code")|}.SetQueryParam("client_id", clientId);

            Task BadPosted(string code) => "https://login.example.com/token".PostUrlEncodedAsync(new { {|PKCE1004:grant_type = "authorization_code"|}, code, client_id = "app" });

            string Good(string clientId, string challenge) => "https://login.example.com/authorize"
                .SetQueryParam("client_id", clientId)
                .SetQueryParam("response_type", "code")
                .SetQueryParams(new { code_challenge = challenge, code_challenge_method = "S256" });

            string GoodAnywhere(string endpoint, string clientId, string challenge) => endpoint.SetQueryParam("response_type", "code").SetQueryParam("client_id", clientId)
                .SetQueryParam("code_challenge", challenge).SetQueryParam("code_challenge_method", "S256");

            Task GoodPosted(string code, string verifier) => "https://login.example.com/token".PostUrlEncodedAsync(new { grant_type = "authorization_code", code, client_id = "app", code_verifier = verifier });

            string Other(string clientId) => "https://login.example.com/authorize".SetQueryParams(new { response_type = "id_token", client_id = clientId });

            Task OtherPosted(string token) => "https://login.example.com/token".PostUrlEncodedAsync(new { grant_type = "refresh_token", refresh_token = token, client_id = "app" });
        }
        """;

    const string RestSharp106Program = """
        using RestSharp;

        class Login
        {
            string Bad(RestClient client, string code)
            {
                var request = new RestRequest("token", Method.POST);
                request.AddHeader("Accept", "application/json");
                {|PKCE1004:request.AddParameter("grant_type", "authorization_code")|};
                request.AddParameter("code", code);
                request.AddParameter("client_id", "app");
                return client.Execute(request).Content;
            }

            string BadBody(RestClient client, string code)
            {
                var request = new RestRequest(Method.POST);
                request.AddParameter("application/x-www-form-urlencoded", {|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code, ParameterType.RequestBody);
                return client.Execute(request).Content;
            }

            string Good(RestClient client, string code, string verifier)
            {
                var request = new RestRequest("token", Method.POST);
                request.AddParameter("grant_type", "authorization_code");
                request.AddParameter("code", code);
                request.AddParameter("client_id", "app");
                request.AddParameter("code_verifier", verifier);
                return client.Execute(request).Content;
            }

            string GoodBody(RestClient client, string code, string verifier)
            {
                var request = new RestRequest(Method.POST);
                request.AddParameter("application/x-www-form-urlencoded", $"grant_type=authorization_code&client_id=app&code={code}&code_verifier={verifier}", ParameterType.RequestBody);
                return client.Execute(request).Content;
            }

            string Other(RestClient client, string token)
            {
                var request = new RestRequest("token", Method.POST);
                request.AddParameter("grant_type", "refresh_token");
                request.AddParameter("refresh_token", token);
                return client.Execute(request).Content;
            }
        }
        """;

    const string RestSharp107Program = """
        using System;
        using System.Threading.Tasks;
        using RestSharp;

        class Login
        {
            async Task<string> Bad(RestClient client, string code)
            {
                var request = new RestRequest("token", Method.Post);
                {|PKCE1004:request.AddParameter("grant_type", "authorization_code")|};
                request.AddOrUpdateParameter("code", code);
                var response = await client.ExecuteAsync(request);
                return response.Content;
            }

            Uri BadQuery(RestClient client, string clientId)
            {
                var request = new RestRequest("authorize");
                {|PKCE1001:request.AddQueryParameter("response_type", "code")|};
                request.AddQueryParameter("client_id", clientId);
                return client.BuildUri(request);
            }

            async Task BadChain(RestClient client, string code) => await client.ExecuteAsync(
                {|PKCE1004:new RestRequest("token", Method.Post).AddParameter("grant_type", "authorization_code")|}.AddParameter("code", code));

            async Task BadObject(RestClient client, string code) => await client.ExecuteAsync(
                new RestRequest("token", Method.Post).AddObject(new { {|PKCE1004:grant_type = "authorization_code"|}, code }));

            async Task<string> Good(RestClient client, string code, string verifier)
            {
                var request = new RestRequest("token", Method.Post)
                    .AddParameter("grant_type", "authorization_code")
                    .AddParameter("code", code)
                    .AddParameter("code_verifier", verifier);
                var response = await client.ExecuteAsync(request);
                return response.Content;
            }

            Uri GoodQuery(RestClient client, string clientId, string challenge)
            {
                var request = new RestRequest("authorize");
                request.AddQueryParameter("response_type", "code");
                request.AddQueryParameter("client_id", clientId);
                request.AddQueryParameter("code_challenge", challenge);
                request.AddQueryParameter("code_challenge_method", "S256");
                return client.BuildUri(request);
            }

            async Task Other(RestClient client, string token) => await client.ExecuteAsync(
                new RestRequest("token", Method.Post).AddParameter("grant_type", "refresh_token").AddParameter("refresh_token", token));
        }
        """;

    const string IdentityModelProgram = """
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;

        class Login
        {
            string Bad(string clientId)
            {
                var parameters = new Parameters();
                {|PKCE1001:parameters.AddRequired("response_type", "code")|};
                parameters.AddRequired("client_id", clientId);
                parameters.AddOptional("scope", "openid");
                return new RequestUrl("https://login.example.com/authorize").Create(parameters);
            }

            Parameters BadInitializer(string clientId) => new() { {|PKCE1001:{ "response_type", "code" }|}, { "client_id", clientId } };

            Task BadToken(HttpClient client, string code) => client.RequestTokenAsync(new TokenRequest
            {
                Address = "https://login.example.com/token",
                Parameters = { {|PKCE1004:{ "grant_type", "authorization_code" }|}, { "code", code } },
            });

            string Good(string clientId, string challenge)
            {
                var parameters = new Parameters { { "response_type", "code" }, { "client_id", clientId } };
                parameters.AddRequired("code_challenge", challenge);
                parameters.AddRequired("code_challenge_method", "S256");
                return new RequestUrl("https://login.example.com/authorize").Create(parameters);
            }

            Task GoodToken(HttpClient client, string code, string verifier) => client.RequestTokenAsync(new TokenRequest
            {
                Parameters = { { "grant_type", "authorization_code" }, { "code", code }, { "code_verifier", verifier } },
            });

            Parameters Other(string clientId) => new() { { "response_type", "id_token" }, { "client_id", clientId } };
        }
        """;

    const string OpenIdConnectMessageProgram = """
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;

        class Login
        {
            string Bad(string clientId)
            {
                var message = new OpenIdConnectMessage
                {
                    IssuerAddress = "https://login.example.com/authorize",
                    ClientId = clientId,
                    {|PKCE1001:ResponseType = "code"|},
                    Scope = "openid",
                };
                return message.CreateAuthenticationRequestUrl();
            }

            OpenIdConnectMessage BadToken(string code) => new()
            {
                {|PKCE1004:GrantType = OpenIdConnectGrantTypes.AuthorizationCode|},
                Code = code,
                ClientId = "app",
            };

            string BadParameters(string clientId)
            {
                var message = new OpenIdConnectMessage();
                {|PKCE1001:message.SetParameter("response_type", "code")|};
                message.SetParameter("client_id", clientId);
                return message.BuildRedirectUrl();
            }

            string Good(string clientId, string challenge)
            {
                var message = new OpenIdConnectMessage { ClientId = clientId, ResponseType = OpenIdConnectResponseType.Code };
                message.SetParameter("code_challenge", challenge);
                message.Parameters["code_challenge_method"] = "S256";
                return message.CreateAuthenticationRequestUrl();
            }

            OpenIdConnectMessage GoodToken(string code, string verifier)
            {
                var message = new OpenIdConnectMessage { GrantType = "authorization_code", Code = code, ClientId = "app" };
                message.Parameters.Add("code_verifier", verifier);
                return message;
            }

            OpenIdConnectMessage Other(string token) => new() { GrantType = "refresh_token", RefreshToken = token, ClientId = "app" };

            bool OtherRead(OpenIdConnectMessage message) => message.ResponseType == "code" && message.ClientId != null;
        }
        """;

    const string UnityProgram = """
        using UnityEngine;
        using UnityEngine.Networking;

        class Login
        {
            void Bad(string code)
            {
                var form = new WWWForm();
                {|PKCE1004:form.AddField("grant_type", "authorization_code")|};
                form.AddField("code", code);
                form.AddField("client_id", "app");
                UnityWebRequest.Post("https://login.example.com/token", form).SendWebRequest();
            }

            void BadUrl(string clientId) => Application.OpenURL({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId + "&redirect_uri=" + UnityWebRequest.EscapeURL("app://callback"));

            void Good(string code, string verifier)
            {
                var form = new WWWForm();
                form.AddField("grant_type", "authorization_code");
                form.AddField("code", code);
                form.AddField("code_verifier", verifier);
                UnityWebRequest.Post("https://login.example.com/token", form).SendWebRequest();
            }

            void Other(string token)
            {
                var form = new WWWForm();
                form.AddField("grant_type", "refresh_token");
                form.AddField("refresh_token", token);
                UnityWebRequest.Post("https://login.example.com/token", form).SendWebRequest();
            }
        }
        """;

    [Fact]
    public Task Katana() => PkceTest.VerifyWithAsync(Packages.Owin, """
        using System.Collections.Generic;
        using Microsoft.Owin.Infrastructure;

        class Login
        {
            string Bad(string clientId)
            {
                var url = {|PKCE1001:WebUtilities.AddQueryString("https://login.example.com/authorize", "response_type", "code")|};
                return WebUtilities.AddQueryString(url, "client_id", clientId);
            }

            string BadText(string clientId) =>
                WebUtilities.AddQueryString("https://login.example.com/authorize?client_id=" + clientId, {|PKCE1001:"response_type=code"|});

            string BadDictionary(string clientId) => WebUtilities.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string>
            {
                {|PKCE1001:["response_type"] = "code"|},
                ["client_id"] = clientId,
            });

            string Good(string clientId, string challenge)
            {
                var url = WebUtilities.AddQueryString("https://login.example.com/authorize", "response_type", "code");
                url = WebUtilities.AddQueryString(url, "client_id", clientId);
                url = WebUtilities.AddQueryString(url, "code_challenge", challenge);
                return WebUtilities.AddQueryString(url, "code_challenge_method", "S256");
            }

            string Other(string clientId)
            {
                var url = WebUtilities.AddQueryString("https://login.example.com/authorize", "response_type", "id_token");
                return WebUtilities.AddQueryString(url, "client_id", clientId);
            }
        }
        """);

    [Fact]
    public Task Flurl() => PkceTest.VerifyWithAsync(Packages.Flurl, FlurlProgram);

    [Fact]
    public Task RestSharp_106() => PkceTest.VerifyWithAsync(RestSharp.Version106, RestSharp106Program);

    [Fact]
    public Task RestSharp_107() => PkceTest.VerifyWithAsync(Packages.RestSharp, RestSharp107Program);

    [Fact]
    public Task IdentityModel_Parameters() => PkceTest.VerifyWithAsync(Packages.IdentityModel, IdentityModelProgram);

    [Fact]
    public Task Duende_IdentityModel_Parameters() => PkceTest.VerifyWithAsync(
        Packages.DuendeIdentityModel, IdentityModelProgram.Replace("using IdentityModel", "using Duende.IdentityModel", StringComparison.Ordinal));

    [Fact]
    public Task OpenIdConnectMessage() => PkceTest.VerifyWithAsync(Packages.OpenIdConnectMessages, OpenIdConnectMessageProgram);

    [Fact]
    public Task Unity_WWWForm() => PkceTest.VerifyWithAsync(Unity.Reference, UnityProgram);

    [Fact]
    public Task Flurl_not_restored() => PkceTest.VerifyBrokenAsync(FlurlProgram);

    [Fact]
    public Task RestSharp_106_not_restored() => PkceTest.VerifyBrokenAsync(RestSharp106Program);

    [Fact]
    public Task RestSharp_107_not_restored() => PkceTest.VerifyBrokenAsync(RestSharp107Program);

    [Fact]
    public Task IdentityModel_Parameters_not_restored() => PkceTest.VerifyBrokenAsync(IdentityModelProgram);

    [Fact]
    public Task Unity_WWWForm_not_restored() => PkceTest.VerifyBrokenAsync(UnityProgram);
}
