using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Requests that are objects of the program's own types get members for the proof key.</summary>
public sealed class PKCE1001RequestObjectFixTests
{
    [Fact]
    public Task Members_are_declared_as_the_others_are() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        class AuthorizationRequest
        {
            [JsonPropertyName("response_type")]
            public string ResponseType => "code";

            [JsonPropertyName("client_id")]
            public required string ClientId { get; set; }

            /// <summary>Comes back.</summary>
            [JsonPropertyName("state")]
            public string State { get; set; } = ""; // random
        }

        class TokenRequest
        {
            public string grant_type = "authorization_code";
            public string? code;
        }

        class Login
        {
            private readonly HttpClient _http = new();

            public Task PushAsync() => _http.PostAsJsonAsync("https://server/par", {|PKCE1001:new AuthorizationRequest
            {
                ClientId = "app",
                State = "x",
            }|});

            public Task RedeemAsync(string given)
            {
                return _http.PostAsJsonAsync("https://server/token", {|PKCE1004:new TokenRequest { code = given }|});
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Pkce;

        class AuthorizationRequest
        {
            [JsonPropertyName("response_type")]
            public string ResponseType => "code";

            [JsonPropertyName("client_id")]
            public required string ClientId { get; set; }

            /// <summary>Comes back.</summary>
            [JsonPropertyName("state")]
            public string State { get; set; } = ""; // random

            /// <summary>The S256 code challenge of a code verifier that goes with the token request (RFC 7636, section 4.3).</summary>
            [JsonPropertyName("code_challenge")]
            public string? CodeChallenge { get; set; }

            /// <summary>The transformation that made the code challenge (RFC 7636, section 4.3).</summary>
            [JsonPropertyName("code_challenge_method")]
            public string? CodeChallengeMethod { get; set; }
        }

        class TokenRequest
        {
            public string grant_type = "authorization_code";
            public string? code;
            public string? code_verifier;
        }

        class Login
        {
            private readonly HttpClient _http = new();
            private ProofKey? _proofKey;

            public Task PushAsync()
            {
                _proofKey = ProofKey.Create();
                return _http.PostAsJsonAsync("https://server/par", new AuthorizationRequest
                {
                    ClientId = "app",
                    State = "x",
                    CodeChallenge = _proofKey.CodeChallenge,
                    CodeChallengeMethod = _proofKey.CodeChallengeMethod,
                });
            }

            public Task RedeemAsync(string given)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return _http.PostAsJsonAsync("https://server/token", new TokenRequest { code = given, code_verifier = proofKey.CodeVerifier });
            }
        }
        """, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public Task Members_that_are_there_are_set() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string GrantType => "authorization_code";

            [JsonPropertyName("code")]
            public string? Code { get; set; }

            [JsonPropertyName("code_verifier")]
            public string? Proof { get; set; }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var given = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                TokenRequest request = {|PKCE1004:new() { Code = given }|};
                await http.PostAsJsonAsync("https://server/token", request);
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Pkce;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string GrantType => "authorization_code";

            [JsonPropertyName("code")]
            public string? Code { get; set; }

            [JsonPropertyName("code_verifier")]
            public string? Proof { get; set; }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var proofKey = ProofKey.Create();
                var given = await browser($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                TokenRequest request = new() { Code = given, Proof = proofKey.CodeVerifier };
                await http.PostAsJsonAsync("https://server/token", request);
            }
        }
        """);

    [Fact]
    public Task What_the_pattern_demands_is_not_demanded_of_the_verifier() => Verify.VerifyAsync(
        """
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string GrantType => "authorization_code";

            [Required, JsonRequired, JsonPropertyName("code")]
            required public string Code { get; init; }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var given = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                var request = {|PKCE1004:new TokenRequest { Code = given }|};
                await http.PostAsJsonAsync("https://server/token", request);
            }
        }
        """,
        """
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Pkce;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string GrantType => "authorization_code";

            [Required, JsonRequired, JsonPropertyName("code")]
            required public string Code { get; init; }

            [JsonPropertyName("code_verifier")]
            public string? CodeVerifier { get; init; }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var proofKey = ProofKey.Create();
                var given = await browser($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                var request = new TokenRequest { Code = given, CodeVerifier = proofKey.CodeVerifier };
                await http.PostAsJsonAsync("https://server/token", request);
            }
        }
        """);

    [Fact]
    public Task Type_of_which_there_are_other_objects_is_left_alone() => Verify.VerifyNoneWholeAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        class TokenRequest
        {
            [JsonPropertyName("grant_type")]
            public string? GrantType { get; set; }

            [JsonPropertyName("code")]
            public string? Code { get; set; }

            [JsonPropertyName("refresh_token")]
            public string? Refresh { get; set; }
        }

        class Login
        {
            internal async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var given = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                var request = new TokenRequest { {|PKCE1004:GrantType = "authorization_code"|}, Code = given };
                await http.PostAsJsonAsync("https://server/token", request);
            }

            internal Task RefreshAsync(HttpClient http, string token) =>
                http.PostAsJsonAsync("https://server/token", new TokenRequest { GrantType = "refresh_token", Refresh = token });
        }
        """);

    [Fact]
    public Task Object_whose_constructor_makes_it_a_request() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Runtime.Serialization;
        using System.Threading.Tasks;

        [DataContract]
        class CodeModel
        {
            [DataMember(Name = "grant_type")]
            public string GrantType { get; set; }

            [DataMember(Name = "code")]
            public string? Code { get; set; }

            public CodeModel()
            {
                {|PKCE1004:GrantType = "authorization_code"|};
            }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var given = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                var request = new CodeModel() { Code = given };
                await SendAsync(http, request);
            }

            private Task SendAsync<T>(HttpClient http, T request) => http.PostAsJsonAsync("https://server/token", request);
        }
        """,
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Runtime.Serialization;
        using System.Threading.Tasks;
        using Pkce;

        [DataContract]
        class CodeModel
        {
            [DataMember(Name = "grant_type")]
            public string GrantType { get; set; }

            [DataMember(Name = "code")]
            public string? Code { get; set; }

            [DataMember(Name = "code_verifier")]
            public string? CodeVerifier { get; set; }

            public CodeModel()
            {
                GrantType = "authorization_code";
            }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var proofKey = ProofKey.Create();
                var given = await browser($"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                var request = new CodeModel() { Code = given, CodeVerifier = proofKey.CodeVerifier };
                await SendAsync(http, request);
            }

            private Task SendAsync<T>(HttpClient http, T request) => http.PostAsJsonAsync("https://server/token", request);
        }
        """);

    [Fact]
    public Task Object_that_is_made_twice_is_left_alone() => Verify.VerifyNoneWholeAsync(
        """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Runtime.Serialization;
        using System.Threading.Tasks;

        [DataContract]
        class CodeModel
        {
            [DataMember(Name = "grant_type")]
            public string GrantType { get; set; }

            [DataMember(Name = "code")]
            public string? Code { get; set; }

            public CodeModel()
            {
                {|PKCE1004:GrantType = "authorization_code"|};
            }
        }

        class Login
        {
            public async Task RunAsync(HttpClient http, System.Func<string, Task<string>> browser)
            {
                var given = await browser({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                var request = given.Length > 0 ? new CodeModel() { Code = given } : new CodeModel();
                await http.PostAsJsonAsync("https://server/token", request);
            }
        }
        """);
}
