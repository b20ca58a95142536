using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Where the rule speaks and where it is silent; the ways to build a request are in <see cref="Builders"/>.</summary>
public sealed class PKCE1004MissingVerifierTests
{
    [Fact]
    public Task A_code_without_grant_type_may_be_a_devices() => PkceTest.VerifyAsync("""
        class Login
        {
            string Poll(string deviceCode) => $"https://login.example.com/oauth/token?client_id=app&client_secret=secret&code={deviceCode}";

            string PollJson(string deviceCode) => $"{{ \"code\": \"{deviceCode}\", \"client_id\": \"app\", \"client_secret\": \"secret\" }}";

            string Redeem(string code) => $"{|PKCE1004:https://login.example.com/oauth/token?client_id=app&client_secret=secret&code=|}{code}";
        }
        """);

    [Fact]
    public Task A_verifier_that_is_too_much_work_to_follow_is_not_missing() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;

        public class Authenticator
        {
            readonly HttpClient _http = new();
            string _verifier = "";

            public string BuildAuthorizeUrl()
            {
                _verifier = RandomText.Create(64);
                var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier)));
                return "https://id.example.com/authorize?response_type=code&client_id=sync&code_challenge=" + challenge + "&code_challenge_method=S256";
            }

            public Task<HttpResponseMessage> RedeemAsync(string code) => _http.PostAsync("https://id.example.com/token", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["client_id"] = "sync",
                ["code_verifier"] = _verifier,
            }));

            static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }

        public static class RandomText
        {
            const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
            static readonly Random Source = new();

            public static string Create(int length)
            {
                var chars = new char[length];
                for (var i = 0; i < length; i++)
                    chars[i] = Alphabet[{|PKCE3001:Source.Next(Alphabet.Length)|}];
                return new string(chars);
            }
        }
        """);

    [Fact]
    public Task What_an_overload_with_the_verifier_supersedes_is_kept_for_old_callers() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            [Obsolete("Call the overload.")]
            string Old(string code) => $"grant_type=authorization_code&code={code}";

            string Old(string code, string codeVerifier) => $"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}";

            string Now(string code) => $"{|PKCE1004:grant_type=authorization_code&code=|}{code}";

            string Now(string code, string codeVerifier) => $"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}";

            [Obsolete("Call nothing.")]
            string Never(string code) => $"{|PKCE1004:grant_type=authorization_code&code=|}{code}";
        }
        """);

    [Fact]
    public async Task Message_lists_the_parameters_that_were_seen()
    {
        var test = new PkceTest
        {
            TestCode = """
                using System.Collections.Generic;
                using System.Net.Http;
                using System.Threading.Tasks;

                class Login
                {
                    Task<HttpResponseMessage> Redeem(HttpClient client, string code) => client.PostAsync("https://login.example.com/token",
                        new FormUrlEncodedContent(new Dictionary<string, string>
                        {
                            {|#0:["grant_type"] = "authorization_code"|},
                            ["code"] = code,
                            ["client_id"] = "app",
                        }));
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1004", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The client's token request (grant_type, code, client_id) has no code_verifier, so anyone who has the authorization code can redeem it: send the code_verifier whose code_challenge went with the authorization request"));
        await test.RunAsync();
    }

    [Fact]
    public Task Request_with_verifier() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task<HttpResponseMessage> Redeem(HttpClient client, string code, string verifier) => client.PostAsync("https://login.example.com/token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["client_id"] = "app",
                    ["code_verifier"] = verifier,
                }));
        }
        """);

    [Theory]
    [InlineData("refresh_token", "refresh_token")]
    [InlineData("password", "username")]
    [InlineData("client_credentials", "scope")]
    [InlineData("urn:ietf:params:oauth:grant-type:device_code", "device_code")]
    [InlineData("urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion")]
    public Task Other_grant(string grant, string parameter) => PkceTest.VerifyAsync($$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task<HttpResponseMessage> Redeem(HttpClient client, string value) => client.PostAsync("https://login.example.com/token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "{{grant}}",
                    ["{{parameter}}"] = value,
                    ["client_id"] = "app",
                }));
        }
        """);

    [Fact]
    public Task Grant_chosen_by_the_caller_among_others() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task<HttpResponseMessage> Redeem(HttpClient client, string grant, string refreshToken) => client.PostAsync("https://login.example.com/token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = grant,
                    ["refresh_token"] = refreshToken,
                    ["client_id"] = "app",
                }));
        }
        """);

    [Fact]
    public Task Code_of_a_mini_program() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Threading.Tasks;

        class WeChat
        {
            Task<string> Session(HttpClient client, string code) =>
                client.GetStringAsync("https://api.example.com/sns/jscode2session?appid=app&secret=s&grant_type=authorization_code&js_code=" + code);
        }
        """);

    [Fact]
    public Task Exchange_without_grant_type() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class GitHub
        {
            Task<HttpResponseMessage> Redeem(HttpClient client, string code) => client.PostAsync("https://github.com/login/oauth/access_token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["client_id"] = "app",
                    ["client_secret"] = "secret",
                    {|PKCE1004:["code"] = code|},
                    ["redirect_uri"] = "https://app.example.com/callback",
                }));

            Task<HttpResponseMessage> RedeemWithPkce(HttpClient client, string code, string verifier) => client.PostAsync("https://github.com/login/oauth/access_token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["client_id"] = "app",
                    ["client_secret"] = "secret",
                    ["code"] = code,
                    ["redirect_uri"] = "https://app.example.com/callback",
                    ["code_verifier"] = verifier,
                }));
        }
        """);

    [Fact]
    public Task Other_codes() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Codes
        {
            Task<HttpResponseMessage> Redeem(HttpClient client, string code, string phone) => client.PostAsync("https://api.example.com/verify",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["client_id"] = "app",
                    ["code"] = code,
                    ["phone"] = phone,
                }));
        }
        """);

    [Fact]
    public Task Verifier_that_is_made_and_never_sent() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Threading.Tasks;

        class Login
        {
            readonly string codeVerifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

            Task<HttpResponseMessage> Redeem(HttpClient client, string code, string codeVerifier) => client.PostAsync("https://login.example.com/token",
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                    ["client_id"] = "app",
                }));
        }
        """);

    [Fact]
    public Task Server_that_handles_token_requests() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var app = WebApplication.Create(args);
        app.MapPost("/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if ({|PKCE4004:form["grant_type"] != "authorization_code"|} || !form.ContainsKey("code") || form["client_id"] == "")
                return Results.BadRequest(new Dictionary<string, string> { ["error"] = "unsupported_grant_type", ["error_description"] = "grant_type must be authorization_code" });
            return Results.Json(new { access_token = "token", token_type = "Bearer" });
        });
        app.Run();
        """);

    [Fact]
    public Task Names_in_metadata_and_logs() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;

        class Metadata
        {
            Dictionary<string, string[]> Discovery() => new()
            {
                ["grant_types_supported"] = ["authorization_code", "refresh_token"],
                ["response_types_supported"] = ["code"],
                ["token_endpoint_auth_methods_supported"] = ["client_secret_post"],
            };

            void Log(string code) => Console.WriteLine("grant_type authorization_code refused for code " + code);
        }
        """);

    [Fact]
    public Task Top_level_statements_and_target_typed_new() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Net.Http;

        using var client = new HttpClient();
        Dictionary<string, string> form = new()
        {
            {|PKCE1004:{ "grant_type", "authorization_code" }|},
            { "code", args[0] },
            { "redirect_uri", "http://127.0.0.1:7890/" },
        };
        await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
        """);

    [Fact]
    public Task Lambdas_and_local_functions() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            static Func<HttpClient, string, Task> redeem = async (client, code) =>
            {
                await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                }));
            };

            async Task Redeem(HttpClient client, string code)
            {
                await Send();

                async Task Send() => await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                }));
            }
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            async Task Redeem(HttpClient client, string code)
            {
                var form = new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                    ["client_id"] = ,
                };
                await client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form))
                client.
            }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task New(HttpClient client, string code) => client.PostAsync("https://new.example.com/token",
                new StringContent({|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code));

        #pragma warning disable PKCE1004 // This provider rejects unknown parameters.
            Task Old(HttpClient client, string code) => client.PostAsync("https://old.example.com/token",
                new StringContent("grant_type=authorization_code&client_id=app&code=" + code));
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task Redeem(HttpClient client, string code) => client.PostAsync("https://login.example.com/token",
                new StringContent("grant_type=authorization_code&client_id=app&code=" + code));
        }
        """);

    [Theory]
    [InlineData("string RedirectUri", "\"https://app.example.com\"", true)]
    [InlineData("[property: JsonPropertyName(\"code_verifier\")] string Proof", "Console.ReadLine()!", false)]
    public Task Positional_record_with_names_of_parameters(string member, string value, bool isMissing) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        record TokenDto(
            [property: JsonPropertyName("grant_type")] string GrantType,
            [property: JsonPropertyName("code")] string Code,
            [property: JsonPropertyName("client_id")] string ClientId,
            {{member}});

        class Login
        {
            StringContent Redeem(string code) =>
                new(JsonSerializer.Serialize(new TokenDto({{(isMissing ? "{|PKCE1004:\"authorization_code\"|}" : "\"authorization_code\"")}}, code, "app", {{value}})));
        }
        """);

    [Fact]
    public Task Constants_of_libraries_that_are_not_at_hand() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;

        class Login
        {
            FormUrlEncodedContent Redeem(string code) => new(new Dictionary<string, string>
            {
                { OpenIdConnectParameterNames.ClientId, "app" },
                {|PKCE1004:{ OpenIdConnectParameterNames.GrantType, OpenIdConnectGrantTypes.AuthorizationCode }|},
                { OpenIdConnectParameterNames.Code, code },
            });

            FormUrlEncodedContent Refresh(string token) => new(new Dictionary<string, string>
            {
                { OpenIdConnectParameterNames.ClientId, "app" },
                { OpenIdConnectParameterNames.GrantType, OpenIdConnectGrantTypes.RefreshToken },
                { OpenIdConnectParameterNames.RefreshToken, token },
            });
        }
        """);
}
