using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Exchanges of which one step is written several times: all of it gets the proof key, or none.</summary>
public sealed class PKCE1001SeveralRequestsFixTests
{
    [Fact]
    public Task Two_authorization_requests_of_one_client_share_a_field() => Verify.VerifyAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http, Uri server, string id)
        {
            private readonly HttpClient _http = http;
            private readonly Uri _server = server;
            private readonly string _id = id;

            public string Url(bool withState)
            {
                if (withState)
                    return $"{_server}{|PKCE1001:authorize?response_type=code&state=|}{Guid.NewGuid()}&client_id={_id}";

                return $"{_server}{|PKCE1001:authorize?response_type=code&client_id=|}{_id}";
            }

            public Task<HttpResponseMessage> RedeemAsync(string code) =>
                _http.PostAsync($"{_server}token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={_id}"));
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Client(HttpClient http, Uri server, string id)
        {
            private readonly HttpClient _http = http;
            private readonly Uri _server = server;
            private readonly string _id = id;
            private ProofKey? _proofKey;

            public string Url(bool withState)
            {
                if (withState)
                {
                    _proofKey = ProofKey.Create();
                    return $"{_server}authorize?response_type=code&state={Guid.NewGuid()}&client_id={_id}&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                }

                _proofKey = ProofKey.Create();
                return $"{_server}authorize?response_type=code&client_id={_id}&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public Task<HttpResponseMessage> RedeemAsync(string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return _http.PostAsync($"{_server}token", new StringContent($"grant_type=authorization_code&code={code}&client_id={_id}&code_verifier={proofKey.CodeVerifier}"));
            }
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient(), new Uri(\"https://server\"), \"app\")"));

    [Fact]
    public Task Clients_of_one_object_are_told_by_their_ids() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        class Client(Dictionary<string, string> settings)
        {
            private readonly Dictionary<string, string> _settings = settings;

            public string One()
            {
                var id = _settings["One:ClientId"];
                return $"{|PKCE1001:https://one/authorize?response_type=code&client_id=|}{id}";
            }

            public string Other() => $"{|PKCE1001:https://two/authorize?response_type=code&client_id=|}{_settings["Two:ClientId"]}";

            public HttpContent RedeemOne(string code) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={_settings["One:ClientId"]}");

            public HttpContent RedeemOther(string code)
            {
                var client = _settings["Two:ClientId"]!;
                return new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    {|PKCE1004:["grant_type"] = "authorization_code"|},
                    ["code"] = code,
                    ["client_id"] = client!,
                });
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Pkce;

        class Client(Dictionary<string, string> settings)
        {
            private readonly Dictionary<string, string> _settings = settings;
            private ProofKey? _proofKey;
            private ProofKey? _proofKey2;

            public string One()
            {
                var id = _settings["One:ClientId"];
                _proofKey = ProofKey.Create();
                return $"https://one/authorize?response_type=code&client_id={id}&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public string Other()
            {
                _proofKey2 = ProofKey.Create();
                return $"https://two/authorize?response_type=code&client_id={_settings["Two:ClientId"]}&code_challenge={_proofKey2.CodeChallenge}&code_challenge_method={_proofKey2.CodeChallengeMethod}";
            }

            public HttpContent RedeemOne(string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return new StringContent($"grant_type=authorization_code&code={code}&client_id={_settings["One:ClientId"]}&code_verifier={proofKey.CodeVerifier}");
            }

            public HttpContent RedeemOther(string code)
            {
                var client = _settings["Two:ClientId"]!;
                var proofKey = _proofKey2 ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["client_id"] = client!,
                    ["code_verifier"] = proofKey.CodeVerifier,
                });
            }
        }
        """, within: Surroundings.Desktop("new Client(new Dictionary<string, string>())"));

    [Fact]
    public Task Request_that_names_no_client_may_be_of_any() => Verify.VerifyNoneWholeAsync(
        """
        class Client
        {
            public string One() => {|PKCE1001:"https://one/authorize?response_type=code&client_id=one"|};

            public string RedeemOne(string code) => $"{|PKCE1004:grant_type=authorization_code&client_id=one&code=|}{code}";

            public string Redeem(string code) => $"{|PKCE1004:grant_type=authorization_code&code=|}{code}";
        }
        """, within: Surroundings.Desktop("new Client()"));

    [Fact]
    public Task Requests_of_two_servers_are_no_exchange_of_one() => Verify.VerifyNoneWholeAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http, string id)
        {
            public string Url() => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=|}{id}";

            public string OtherUrl() => $"{|PKCE1001:https://two/authorize?response_type=code&client_id=|}{id}";

            public Task<HttpResponseMessage> RedeemAsync(string code) =>
                http.PostAsync("https://one/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={id}"));
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient(), \"app\")"));

    [Fact]
    public Task Token_requests_of_clients_that_callers_name_may_be_of_several() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        class Client
        {
            public string Url() => {|PKCE1001:"https://one/authorize?response_type=code&client_id=app"|};

            public HttpContent One(string id, string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = id });

            public HttpContent Other(string id, string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = id });
        }
        """, within: Surroundings.Desktop("new Client()"));

    [Fact]
    public Task Token_requests_of_one_client_all_send_the_verifier() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;

        class Client
        {
            private const string Id = "app";

            public string Url() => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=|}{Id}";

            public HttpContent One(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = Id });

            public HttpContent Other(string code)
            {
                return new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = Id, ["scope"] = "all" });
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using Pkce;

        class Client
        {
            private const string Id = "app";
            private ProofKey? _proofKey;

            public string Url()
            {
                _proofKey = ProofKey.Create();
                return $"https://one/authorize?response_type=code&client_id={Id}&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public HttpContent One(string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = Id, ["code_verifier"] = proofKey.CodeVerifier });
            }

            public HttpContent Other(string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["client_id"] = Id, ["scope"] = "all", ["code_verifier"] = proofKey.CodeVerifier });
            }
        }
        """, within: Surroundings.Desktop("new Client()"));

    [Fact]
    public Task Two_ways_in_and_two_callbacks_of_a_controller_use_one_method() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(HttpClient http, string id) : Controller
        {
            public IActionResult Get() => Redirect($"https://server/authorize?client_id={id}{|PKCE1001:&response_type=code&redirect_uri=https://app/one|}");

            public IActionResult GetOther()
            {
                return Redirect($"https://server/authorize?client_id={id}{|PKCE1001:&response_type=code&redirect_uri=https://app/two|}");
            }

            public async Task<IActionResult> One(string code) => Redirect(await TokenAsync(code, "https://app/one"));

            public async Task<IActionResult> Two(string code)
            {
                return Redirect(await TokenAsync(code, "https://app/two"));
            }

            private async Task<string> TokenAsync(string code, string redirectUri)
            {
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    { "client_id", id },
                    {|PKCE1004:{ "grant_type", "authorization_code" }|},
                    { "code", code },
                    { "redirect_uri", redirectUri },
                }));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Pkce;

        public class LoginController(HttpClient http, string id) : Controller
        {
            public IActionResult Get()
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server id"] = proofKey.CodeVerifier;
                return Redirect($"https://server/authorize?client_id={id}&response_type=code&redirect_uri=https://app/one&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }

            public IActionResult GetOther()
            {
                var proofKey = ProofKey.Create();
                TempData["code_verifier:server id"] = proofKey.CodeVerifier;
                return Redirect($"https://server/authorize?client_id={id}&response_type=code&redirect_uri=https://app/two&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
            }

            public async Task<IActionResult> One(string code) => Redirect(await TokenAsync(code, "https://app/one"));

            public async Task<IActionResult> Two(string code)
            {
                return Redirect(await TokenAsync(code, "https://app/two"));
            }

            private async Task<string> TokenAsync(string code, string redirectUri)
            {
                var codeVerifier = TempData["code_verifier:server id"] as string ?? throw new Microsoft.AspNetCore.Http.BadHttpRequestException("No login is under way in this browser.");
                var response = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    { "client_id", id },
                    { "grant_type", "authorization_code" },
                    { "code", code },
                    { "redirect_uri", redirectUri },
                    { "code_verifier", codeVerifier },
                }));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Format_that_goes_on_with_a_parameter_now_and_then() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http, string server, string? prompt)
        {
            public async Task LogInAsync(System.Func<string, Task<string>> browser)
            {
                var url = string.Format({|PKCE1001:"{0}?client_id={1}&response_type={2}&state={3}"|}, server, "app", "code", "x");
                if (prompt != null)
                    url += string.Format("&prompt={0}", prompt);
                var code = await browser(url);
                await http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Client(HttpClient http, string server, string? prompt)
        {
            public async Task LogInAsync(System.Func<string, Task<string>> browser)
            {
                var proofKey = ProofKey.Create();
                var url = string.Format("{0}?client_id={1}&response_type={2}&state={3}&code_challenge={4}&code_challenge_method={5}", server, "app", "code", "x", proofKey.CodeChallenge, proofKey.CodeChallengeMethod);
                if (prompt != null)
                    url += string.Format("&prompt={0}", prompt);
                var code = await browser(url);
                await http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}"));
            }
        }
        """);

    [Theory]
    [InlineData("""
        public void Load()
        {
            One = {|PKCE1001:"https://one/authorize?response_type=code&client_id=app&prompt=login"|};
            Two = {|PKCE1001:"https://one/authorize?response_type=code&client_id=app&prompt=create"|};
        }
        """)]
    [InlineData("""
        public void Load(string[] hints)
        {
            foreach (var hint in hints)
                One += {|PKCE1001:"https://one/authorize?response_type=code&client_id=app"|};
        }
        """)]
    public Task One_run_that_makes_several_requests_keeps_no_verifier_for_them(string member) => Verify.VerifyNoneWholeAsync(
        $$"""
        using System.Collections.Generic;
        using System.Net.Http;

        class Client
        {
            public string? One { get; private set; }

            public string? Two { get; private set; }

            {{member}}

            public HttpContent Form(string code) =>
                new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app" });
        }
        """, within: Surroundings.Desktop("new Client()"));

    [Fact]
    public Task Callback_that_tries_twice_would_find_the_store_empty() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(HttpClient http) : Controller
        {
            public IActionResult Login() => Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});

            public async Task<IActionResult> Callback(string code)
            {
                var answer = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app" }));
                if (!answer.IsSuccessStatusCode)
                    answer = await http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = "app", ["client_secret"] = "s" }));
                return Content(await answer.Content.ReadAsStringAsync());
            }
        }
        """, within: Surroundings.Server("AddControllersWithViews()"));

    [Fact]
    public Task Token_requests_of_one_client_to_two_servers() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            private const string Id = "app";

            public string Url() => $"{|PKCE1001:https://one/authorize?response_type=code&client_id=app|}";

            public Task<HttpResponseMessage> One(string code) =>
                http.PostAsync("https://one/token", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = Id }));

            public Task<HttpResponseMessage> Other(string code) =>
                http.PostAsync("https://two/token", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code, ["client_id"] = Id }));
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient())"));

    [Fact]
    public Task Branches_of_one_member_each_make_one() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            private readonly HttpClient _http = http;
            private readonly string _id = Guid.NewGuid().ToString();

            public Task PushAsync(string? scope, int prompt)
            {
                HttpContent request;
                if (scope == null)
                {
                    request = new FormUrlEncodedContent(new Dictionary<string, string>
                    {
                        {|PKCE1001:["response_type"] = "code"|},
                        ["client_id"] = _id,
                    });
                }
                else
                {
                    switch (prompt)
                    {
                        case 0:
                            request = new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = _id, ["scope"] = scope });
                            break;
                        default:
                            request = new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = _id, ["scope"] = scope, ["prompt"] = "login" });
                            break;
                    }
                }
                return _http.PostAsync("https://server/par", request);
            }

            public Task<HttpResponseMessage> RedeemAsync(string code) =>
                _http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={_id}"));
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Client(HttpClient http)
        {
            private readonly HttpClient _http = http;
            private readonly string _id = Guid.NewGuid().ToString();
            private ProofKey? _proofKey;

            public Task PushAsync(string? scope, int prompt)
            {
                HttpContent request;
                if (scope == null)
                {
                    _proofKey = ProofKey.Create();
                    request = new FormUrlEncodedContent(new Dictionary<string, string>
                    {
                        ["response_type"] = "code",
                        ["client_id"] = _id,
                        ["code_challenge"] = _proofKey.CodeChallenge,
                        ["code_challenge_method"] = _proofKey.CodeChallengeMethod,
                    });
                }
                else
                {
                    switch (prompt)
                    {
                        case 0:
                            _proofKey = ProofKey.Create();
                            request = new FormUrlEncodedContent(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = _id, ["scope"] = scope, ["code_challenge"] = _proofKey.CodeChallenge, ["code_challenge_method"] = _proofKey.CodeChallengeMethod });
                            break;
                        default:
                            _proofKey = ProofKey.Create();
                            request = new FormUrlEncodedContent(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = _id, ["scope"] = scope, ["prompt"] = "login", ["code_challenge"] = _proofKey.CodeChallenge, ["code_challenge_method"] = _proofKey.CodeChallengeMethod });
                            break;
                    }
                }
                return _http.PostAsync("https://server/par", request);
            }

            public Task<HttpResponseMessage> RedeemAsync(string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return _http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&client_id={_id}&code_verifier={proofKey.CodeVerifier}"));
            }
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient())"));

    [Fact]
    public Task Requests_that_follow_each_other_in_branches_of_two_decisions() => Verify.VerifyNoneWholeAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            private readonly string _id = Guid.NewGuid().ToString();

            public async Task PushAsync(bool one, bool other)
            {
                if (one)
                    await http.PostAsync("https://server/par", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = _id }));
                if (other)
                    await http.PostAsync("https://server/par", new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = _id, ["prompt"] = "login" }));
            }

            public Task<HttpResponseMessage> RedeemAsync(string code) =>
                http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}&client_id={_id}"));
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient())"));

    [Fact]
    public Task Derived_class_that_redeems_the_code_in_its_own_way_would_not_know_the_field() => Verify.VerifyNoneWholeAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            protected HttpClient Http { get; } = http;

            public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public virtual Task<HttpResponseMessage> RedeemAsync(string code) =>
                Http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
        }

        class OtherClient(HttpClient http) : Client(http)
        {
            public override Task<HttpResponseMessage> RedeemAsync(string code) => Http.GetAsync("https://server/other?with=" + code);
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient())"));

    [Fact]
    public Task Derived_class_that_makes_both_requests_in_its_own_way_is_no_hindrance() => Verify.VerifyAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client(HttpClient http)
        {
            private readonly HttpClient _http = http;

            protected virtual string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            protected virtual Task<HttpResponseMessage> RedeemAsync(string code)
            {
                return _http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
            }
        }

        class OtherClient(HttpClient http) : Client(http)
        {
            protected override string Url() => "https://server/other";

            protected override Task<HttpResponseMessage> RedeemAsync(string code) => Task.FromResult(new HttpResponseMessage());
        }
        """,
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Client(HttpClient http)
        {
            private readonly HttpClient _http = http;
            private ProofKey? _proofKey;

            protected virtual string Url()
            {
                _proofKey = ProofKey.Create();
                return $"https://server/authorize?response_type=code&client_id=app&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            protected virtual Task<HttpResponseMessage> RedeemAsync(string code)
            {
                var proofKey = _proofKey ?? throw new System.InvalidOperationException("No authorization request has been made.");
                return _http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}"));
            }
        }

        class OtherClient(HttpClient http) : Client(http)
        {
            protected override string Url() => "https://server/other";

            protected override Task<HttpResponseMessage> RedeemAsync(string code) => Task.FromResult(new HttpResponseMessage());
        }
        """, within: Surroundings.Desktop("new Client(new HttpClient())"));

    [Fact]
    public Task Derived_class_that_adds_to_both_requests() => Verify.VerifyNoneWholeAsync(
        """
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Client
        {
            protected virtual HttpContent Push() => new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1001:["response_type"] = "code"|}, ["client_id"] = "app" });

            protected virtual HttpContent Redeem(string code) => new FormUrlEncodedContent(new Dictionary<string, string> { {|PKCE1004:["grant_type"] = "authorization_code"|}, ["code"] = code });
        }

        class OtherClient : Client
        {
            protected override HttpContent Push() => new MultipartContent { base.Push() };

            protected override HttpContent Redeem(string code) => new MultipartContent { base.Redeem(code) };
        }
        """, within: Surroundings.Desktop("new Client()"));
}
