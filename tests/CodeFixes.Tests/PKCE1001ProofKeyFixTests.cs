using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The fix of PKCE1001 and PKCE1004, by what the analyzer reports.</summary>
public sealed class PKCE1001ProofKeyFixTests
{
    [Fact]
    public Task Program_with_both_requests() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;

        // Ask the user to log in.
        var url = $"{|PKCE1001:https://server/authorize?response_type=code&client_id=app&redirect_uri=http://127.0.0.1/&state=|}{Guid.NewGuid()}";
        Console.WriteLine(url);
        var code = Console.ReadLine()!;

        using var http = new HttpClient();
        var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            {|PKCE1004:["grant_type"] = "authorization_code"|},
            ["code"] = code,
            ["client_id"] = "app",
        }));
        Console.WriteLine(response.StatusCode);
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using Pkce;

        // Ask the user to log in.
        var proofKey = ProofKey.Create();
        var url = $"https://server/authorize?response_type=code&client_id=app&redirect_uri=http://127.0.0.1/&state={Guid.NewGuid()}&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
        Console.WriteLine(url);
        var code = Console.ReadLine()!;

        using var http = new HttpClient();
        var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["client_id"] = "app",
            ["code_verifier"] = proofKey.CodeVerifier,
        }));
        Console.WriteLine(response.StatusCode);
        """);

    [Fact]
    public Task Method_that_is_there_without_a_challenge_is_not_doubled() => Verify.VerifyAsync(
        Completed("""{|PKCE1001:["response_type"] = "code"|}, ["code_challenge_method"] = "S256",""", """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code,""", "", ""),
        Completed(
            """["response_type"] = "code", ["code_challenge_method"] = "S256", ["code_challenge"] = proofKey.CodeChallenge,""",
            """["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = proofKey.CodeVerifier,""",
            "using Pkce;\n",
            "var proofKey = ProofKey.Create();\n"));

    [Fact]
    public Task Method_of_another_transformation_is_left() => Verify.VerifyNoneAsync(
        Completed("""{|PKCE1001:["response_type"] = "code"|}, ["code_challenge_method"] = "plain",""", """{|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code,""", "", ""));

    static string Completed(string url, string form, string import, string before) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.WebUtilities;
        {{import}}
        {{before}}Console.WriteLine(QueryHelpers.AddQueryString("https://server/authorize", new Dictionary<string, string?> { ["client_id"] = "app", {{url}} }));
        var code = Console.ReadLine()!;

        using var http = new HttpClient();
        var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["client_id"] = "app", {{form}} }));
        Console.WriteLine(response.StatusCode);
        """;

    [Fact]
    public Task Classes_with_a_request_in_each_of_two_members() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;

        namespace App
        {
            /// <summary>Two providers in one class of its own each.</summary>
            public class Google
            {
                private readonly HttpClient _http;

                public Google(HttpClient http)
                {
                    _http = http;
                }

                public string AuthorizationUrl(string state)
                {
                    var query = HttpUtility.ParseQueryString(string.Empty);
                    {|PKCE1001:query["response_type"] = "code"|}; // the code grant
                    query["client_id"] = "app";
                    query["state"] = state;
                    return "https://google/authorize?" + query;
                }

                public Task<HttpResponseMessage> RedeemAsync(string code) =>
                    _http.PostAsync("https://google/token", new FormUrlEncodedContent(new[]
                    {
                        {|PKCE1004:new KeyValuePair<string, string>("grant_type", "authorization_code")|},
                        new KeyValuePair<string, string>("code", code),
                        new KeyValuePair<string, string>("client_id", "app")
                    }));
            }

            public class Github
            {
                private const string Server = "https://github";

                private readonly HttpClient _http = new HttpClient();

                public string AuthorizationUrl()
                {
                    return Server + {|PKCE1001:"/authorize?response_type=code&client_id=app&scope="|} + Uri.EscapeDataString("user repo");
                }

                public async Task<string> RedeemAsync(string code)
                {
                    var form = new Dictionary<string, string>();
                    {|PKCE1004:form.Add("grant_type", "authorization_code")|};
                    form.Add("code", code);
                    form.Add("client_id", "app");
                    var response = await _http.PostAsync(Server + "/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;
        using Pkce;

        namespace App
        {
            /// <summary>Two providers in one class of its own each.</summary>
            public class Google
            {
                private readonly HttpClient _http;
                private ProofKey? _proofKey;

                public Google(HttpClient http)
                {
                    _http = http;
                }

                public string AuthorizationUrl(string state)
                {
                    var query = HttpUtility.ParseQueryString(string.Empty);
                    query["response_type"] = "code"; // the code grant
                    query["client_id"] = "app";
                    _proofKey = ProofKey.Create();
                    query["state"] = state;
                    query["code_challenge"] = _proofKey.CodeChallenge;
                    query["code_challenge_method"] = _proofKey.CodeChallengeMethod;
                    return "https://google/authorize?" + query;
                }

                public Task<HttpResponseMessage> RedeemAsync(string code)
                {
                    var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    return _http.PostAsync("https://google/token", new FormUrlEncodedContent(new[]
                    {
                        new KeyValuePair<string, string>("grant_type", "authorization_code"),
                        new KeyValuePair<string, string>("code", code),
                        new KeyValuePair<string, string>("client_id", "app"),
                        new KeyValuePair<string, string>("code_verifier", proofKey.CodeVerifier)
                    }));
                }
            }

            public class Github
            {
                private const string Server = "https://github";

                private readonly HttpClient _http = new HttpClient();
                private ProofKey? _proofKey;

                public string AuthorizationUrl()
                {
                    _proofKey = ProofKey.Create();
                    return Server + "/authorize?response_type=code&client_id=app&scope=" + Uri.EscapeDataString("user repo") + $"&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                }

                public async Task<string> RedeemAsync(string code)
                {
                    var form = new Dictionary<string, string>();
                    form.Add("grant_type", "authorization_code");
                    form.Add("code", code);
                    var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    form.Add("client_id", "app");
                    form.Add("code_verifier", proofKey.CodeVerifier);
                    var response = await _http.PostAsync(Server + "/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }
            }
        }
        """, within: Surroundings.Desktop("new App.Google(new HttpClient())", "new App.Github()"));

    [Fact]
    public Task Old_language_without_the_Runtime() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;

        namespace App
        {
            /// <summary>Two providers in one class of its own each.</summary>
            public class Google
            {
                private readonly HttpClient _http;

                public Google(HttpClient http)
                {
                    _http = http;
                }

                public string AuthorizationUrl(string state)
                {
                    var query = HttpUtility.ParseQueryString(string.Empty);
                    {|PKCE1001:query["response_type"] = "code"|}; // the code grant
                    query["client_id"] = "app";
                    query["state"] = state;
                    return "https://google/authorize?" + query;
                }

                public Task<HttpResponseMessage> RedeemAsync(string code) =>
                    _http.PostAsync("https://google/token", new FormUrlEncodedContent(new[]
                    {
                        {|PKCE1004:new KeyValuePair<string, string>("grant_type", "authorization_code")|},
                        new KeyValuePair<string, string>("code", code),
                        new KeyValuePair<string, string>("client_id", "app")
                    }));
            }

            public class Github
            {
                private const string Server = "https://github";

                private readonly HttpClient _http = new HttpClient();

                public string AuthorizationUrl()
                {
                    return Server + {|PKCE1001:"/authorize?response_type=code&client_id=app&scope="|} + Uri.EscapeDataString("user repo");
                }

                public async Task<string> RedeemAsync(string code)
                {
                    var form = new Dictionary<string, string>();
                    {|PKCE1004:form.Add("grant_type", "authorization_code")|};
                    form.Add("code", code);
                    form.Add("client_id", "app");
                    var response = await _http.PostAsync(Server + "/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;

        namespace App
        {
            /// <summary>Two providers in one class of its own each.</summary>
            public class Google
            {
                private readonly HttpClient _http;
                private string _codeVerifier;

                public Google(HttpClient http)
                {
                    _http = http;
                }

                public string AuthorizationUrl(string state)
                {
                    var query = HttpUtility.ParseQueryString(string.Empty);
                    query["response_type"] = "code"; // the code grant
                    query["client_id"] = "app";
                    _codeVerifier = ProofKey.CreateCodeVerifier();
                    query["state"] = state;
                    query["code_challenge"] = ProofKey.CreateCodeChallenge(_codeVerifier);
                    query["code_challenge_method"] = "S256";
                    return "https://google/authorize?" + query;
                }

                public Task<HttpResponseMessage> RedeemAsync(string code)
                {
                    var codeVerifier = _codeVerifier ?? throw new InvalidOperationException("No authorization request has been made.");
                    return _http.PostAsync("https://google/token", new FormUrlEncodedContent(new[]
                    {
                        new KeyValuePair<string, string>("grant_type", "authorization_code"),
                        new KeyValuePair<string, string>("code", code),
                        new KeyValuePair<string, string>("client_id", "app"),
                        new KeyValuePair<string, string>("code_verifier", codeVerifier)
                    }));
                }

        <helper>
            }

            public class Github
            {
                private const string Server = "https://github";

                private readonly HttpClient _http = new HttpClient();
                private string _codeVerifier;

                public string AuthorizationUrl()
                {
                    _codeVerifier = ProofKey.CreateCodeVerifier();
                    return Server + "/authorize?response_type=code&client_id=app&scope=" + Uri.EscapeDataString("user repo") + $"&code_challenge={ProofKey.CreateCodeChallenge(_codeVerifier)}&code_challenge_method=S256";
                }

                public async Task<string> RedeemAsync(string code)
                {
                    var form = new Dictionary<string, string>();
                    form.Add("grant_type", "authorization_code");
                    form.Add("code", code);
                    var codeVerifier = _codeVerifier ?? throw new InvalidOperationException("No authorization request has been made.");
                    form.Add("client_id", "app");
                    form.Add("code_verifier", codeVerifier);
                    var response = await _http.PostAsync(Server + "/token", new FormUrlEncodedContent(form));
                    return await response.Content.ReadAsStringAsync();
                }

        <helper>
            }
        }
        """.Replace("\n<helper>", HelperTests.Helper("private static", "        ")), LanguageVersion.CSharp7_3, hasRuntime: false, within: Surroundings.Desktop("new App.Google(new HttpClient())", "new App.Github()"));

    [Fact]
    public Task Client_without_the_Runtime() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        sealed record Server(string AuthorizationEndpoint, string TokenEndpoint);

        sealed class OAuthClient
        {
            readonly HttpClient http;
            readonly Server server;
            readonly string clientId;

            public OAuthClient(HttpClient http, Server server, string clientId)
            {
                this.http = http;
                this.server = server;
                this.clientId = clientId;
            }

            public string CreateAuthorizationUrl(string state)
            {
                return $"{server.AuthorizationEndpoint}{|PKCE1001:?response_type=code&client_id=|}{Uri.EscapeDataString(clientId)}" +
                    $"&scope=openid&state={state}";
            }

            public async Task<string> RequestTokensAsync(string code)
            {
                var form = new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["client_id"] = clientId,
                    ["code"] = code,
                };
                using var content = new FormUrlEncodedContent(form);
                using var response = await http.PostAsync(server.TokenEndpoint, content);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        sealed record Server(string AuthorizationEndpoint, string TokenEndpoint);

        sealed class OAuthClient
        {
            readonly HttpClient http;
            readonly Server server;
            readonly string clientId;
            string? codeVerifier;

            public OAuthClient(HttpClient http, Server server, string clientId)
            {
                this.http = http;
                this.server = server;
                this.clientId = clientId;
            }

            public string CreateAuthorizationUrl(string state)
            {
                codeVerifier = ProofKey.CreateCodeVerifier();
                return $"{server.AuthorizationEndpoint}?response_type=code&client_id={Uri.EscapeDataString(clientId)}" +
                    $"&scope=openid&state={state}" +
                    $"&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256";
            }

            public async Task<string> RequestTokensAsync(string code)
            {
                var pendingCodeVerifier = codeVerifier ?? throw new InvalidOperationException("No authorization request has been made.");
                var form = new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = clientId,
                    ["code"] = code,
                    ["code_verifier"] = pendingCodeVerifier,
                };
                using var content = new FormUrlEncodedContent(form);
                using var response = await http.PostAsync(server.TokenEndpoint, content);
                return await response.Content.ReadAsStringAsync();
            }
        }

        <helper>
        """.Replace("\n<helper>", HelperTests.Helper("file static", "")), hasRuntime: false, within: Surroundings.Desktop("new OAuthClient(new HttpClient(), new Server(\"https://server/authorize\", \"https://server/token\"), \"app\")"));

    [Fact]
    public Task The_other_request_goes_without_PKCE_on_purpose() => Verify.VerifyNoneWholeAsync("""
        class Login
        {
            public string Authorize(string state)
            {
                Pkce.NoPkce.Because("shop.example refuses code_challenge");
                return {|PKCE1001:"https://shop.example/authorize?response_type=code&client_id=app&state="|} + state;
            }

            public string Redeem(string code) => {|PKCE1004:"grant_type=authorization_code&client_id=app&code="|} + code;
        }
        """, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public async Task Format_with_an_argument_that_does_not_resolve()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var written = await TestProgram.OfAsync("one", OutputKind.WindowsApplication, ("/0/Main.cs", Surroundings.Desktop("new Login()").Code), ("/0/File.cs", """
            using System.Net.Http;

            class Login
            {
                public string Url(string state) => string.Format("https://server/authorize?response_type=code&client_id=app&state={0}", Missing.Encode(state));

                public HttpContent Form(string code) => new StringContent("grant_type=authorization_code&code=" + code);
            }
            """));
        var program = await AnalyzedProgram.OfAsync(written.WithRuntime().Solution, cancellation);
        var action = await new PKCE1001ProofKeyFix().FixAllAsync(program.Solution, program.Findings, nameof(PKCE1001ProofKeyFix), isUnread: false, cancellation);
        var repaired = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action!.GetOperationsAsync(cancellation))).ChangedSolution;
        var text = (await repaired.Projects.Single().Documents.Single(document => document.Name == "File.cs").GetTextAsync(cancellation)).ToString();
        Assert.Contains("&state={0}&code_challenge={1}&code_challenge_method={2}\", Missing.Encode(state), _proofKey.CodeChallenge, _proofKey.CodeChallengeMethod)", text, StringComparison.Ordinal);
    }
}
