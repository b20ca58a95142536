using PkceAnalyzers.Tests.Libraries;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A local keeps the verifier where one run asks for the code that it redeems, and nowhere else.</summary>
public sealed class CarrierLocalTests
{
    const string Url = """{|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|}""";

    const string FixedUrl =
        """$"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" """;

    const string Redeem = """await _http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"))""";

    [Theory]
    [InlineData("Show(<url>); var code = Console.ReadLine();")]
    [InlineData("Show(<url>); var code = Console.ReadLine()!.Trim();")]
    [InlineData("Show(<url>); var code = Console.ReadLine() ?? throw new InvalidOperationException();")]
    [InlineData("Show(<url>); string? code; do { code = Console.ReadLine(); } while (code is null);")]
    [InlineData("Show(<url>); var code = Ask(\"Code\");")]
    [InlineData("Show(<url>); var code = HttpUtility.ParseQueryString(new Uri(Console.ReadLine()!).Query)[\"code\"];")]
    [InlineData("Show(<url>); var match = Regex.Match(Console.ReadLine()!, \"code=(.*)\"); var code = match.Success ? match.Groups[1].Value : \"\";")]
    [InlineData("Show(<url>); var code = (string)Uri.UnescapeDataString(Console.ReadLine()!);")]
    [InlineData("Show(<url>); var context = await listener.GetContextAsync(); var code = context.Request.QueryString[\"code\"];")]
    [InlineData("Show(<url>); var context = await listener.GetContextAsync(); var reader = new System.IO.StreamReader(context.Request.InputStream); var code = await reader.ReadToEndAsync(cancellation);")]
    [InlineData("Show(<url>); var code = listener.GetContext().Request.QueryString.Get(\"code\");")]
    [InlineData("var code = await browser(<url>);")]
    [InlineData("var url = <url>; var code = await browser(url).ConfigureAwait(false);")]
    [InlineData("var (code, state) = await ReceiveAsync(<url>, port, cancellation);")]
    [InlineData("Show(<url>); var answer = await ReceiveAsync(_server, port, cancellation); if (answer is not { Code: { } code }) throw new InvalidOperationException();")]
    [InlineData("Show(<url>); if (!Answers(listener).TryGetValue(\"code\", out var code)) throw new InvalidOperationException();")]
    [InlineData("Show(<url>); var code = string.Empty; while (code.Length == 0) code = listener.GetContext().Request.QueryString[\"code\"] ?? string.Empty;")]
    [InlineData("Show(<url>); if (port == 0) throw new InvalidOperationException(); var code = Console.ReadLine();")]
    public Task Code_that_the_run_gets_after_it_has_asked(string statements) => Verify.VerifyAsync(
        Client(statements.Replace("<url>", Url).Replace("; ", ";\n        "), "$\"{|PKCE1004:grant_type=authorization_code&code=|}{code}\"", ""),
        Client("var proofKey = ProofKey.Create();\n        " + statements.Replace("<url>", FixedUrl.Trim()).Replace("; ", ";\n        "),
            "$\"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}\"", "using Pkce;\n"));

    static string Client(string statements, string form, string use) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using System.Web;
        {{use}}
        class Login(string server)
        {
            private readonly string _server = server;

            public async Task RunAsync(HttpClient http, HttpListener listener, Func<string, Task<string>> browser, int port, CancellationToken cancellation)
            {
                {{statements}}
                await http.PostAsync(_server + "/token", new StringContent({{form}}), cancellation);
                await browser(port.ToString() + listener.IsListening);
            }

            static void Show(string url) => Console.WriteLine(url);

            static string Ask(string question)
            {
                Console.Write(question);
                return Console.ReadLine()!;
            }

            static async Task<(string Code, string State)> ReceiveAsync(string url, int port, CancellationToken cancellation)
            {
                await Task.Delay(port, cancellation);
                return (Console.ReadLine()!, url);
            }

            static Dictionary<string, string> Answers(HttpListener listener) => new() { ["code"] = listener.GetContext().Request.RawUrl! };
        }
        """;

    [Fact]
    public Task Code_that_a_function_gets_which_the_run_calls_after_it_has_asked() => Verify.VerifyAsync(
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login(HttpClient http)
        {
            private readonly HttpClient _http = http;

            public async Task RunAsync(HttpListener listener)
            {
                Console.WriteLine(Url());
                var listening = ListenAsync(listener);
                await listening;
            }

            private static string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            private async Task ListenAsync(HttpListener listener)
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    var code = context.Request.QueryString["code"];
                    if (code != null)
                    {
                        await RedeemAsync(code);
                        break;
                    }
                }
            }

            private async Task RedeemAsync(string code) =>
                await _http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
        }
        """,
        """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Pkce;

        class Login(HttpClient http)
        {
            private readonly HttpClient _http = http;

            public async Task RunAsync(HttpListener listener)
            {
                var proofKey = ProofKey.Create();
                Console.WriteLine(Url(proofKey.CodeChallenge));
                var listening = ListenAsync(listener, proofKey.CodeVerifier);
                await listening;
            }

            private static string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

            private async Task ListenAsync(HttpListener listener, string codeVerifier)
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    var code = context.Request.QueryString["code"];
                    if (code != null)
                    {
                        await RedeemAsync(code, codeVerifier);
                        break;
                    }
                }
            }

            private async Task RedeemAsync(string code, string codeVerifier) =>
                await _http.PostAsync("https://server/token", new StringContent($"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}"));
        }
        """);

    [Theory]
    [InlineData("var code = context.Request.QueryString[\"code\"];")]
    [InlineData("var code = await new System.IO.StreamReader(context.Request.InputStream).ReadToEndAsync();")]
    [InlineData("var code = _code; await Task.Delay(1);")]
    public Task Code_that_was_there_before_the_function_was_called(string get) => Verify.VerifyNoneCarriedAsync($$"""
        #nullable disable warnings
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login(HttpClient http)
        {
            private readonly HttpClient _http = http;
            private string? _code;

            public void Take(string code) => _code = code;

            public async Task RunAsync(HttpListenerContext context)
            {
                Console.WriteLine(Url());
                await AnswerAsync(context);
            }

            private static string Url() => {{Url}};

            private async Task AnswerAsync(HttpListenerContext context)
            {
                {{get}}
                await {{Redeem}};
            }
        }
        """.Replace("await await", "await"));

    [Theory]
    [InlineData("string? code", "if (code is null) return <url>; return <redeem>;")]
    [InlineData("string? code", "if (code != null) return <redeem>; return <url>;")]
    [InlineData("string? code", "if (code is null) { return <url>; } else { return <redeem>; }")]
    [InlineData("string? code", "switch (code) { case null: return <url>; default: return <redeem>; }")]
    [InlineData("string? code", "return code switch { null => <url>, _ => <redeem> };")]
    [InlineData("string? code", "return code == null ? <url> : <redeem>;")]
    [InlineData("string? code", "var url = <url>; if (code is null) return url; return <redeem>;")]
    [InlineData("string? code", "Next = <url>; return code is null ? Next : <redeem>;")]
    [InlineData("string? code = null", "Next = <url>; if (code is not null) Next = <redeem>; return Next;")]
    [InlineData("string given", "var code = given.Trim(); if (code.Length == 0) Next = <url>; return <redeem>;")]
    [InlineData("string given", "Next = <url>; var code = Uri.UnescapeDataString(given); return <redeem>;")]
    [InlineData("string given", "Next = <url>; string code; code = given; return <redeem>;")]
    [InlineData("Uri callback", "Next = <url>; var code = HttpUtility.ParseQueryString(callback.Query)[\"code\"]; return <redeem>;")]
    [InlineData("HttpListenerContext context", "Next = <url>; var code = context.Request.QueryString[\"code\"]; return <redeem>;")]
    [InlineData("HttpListenerContext context", "Next = <url>; if (context.Request.QueryString.Get(\"code\") is { } code) return <redeem>; return Next;")]
    [InlineData("IDictionary<string, string> query", "Next = <url>; if (!query.TryGetValue(\"code\", out var code)) return Next; return <redeem>;")]
    [InlineData("string[] arguments", "Next = <url>; var code = arguments[0]; return <redeem>;")]
    [InlineData("(string Name, string Value) given", "Next = <url>; var (name, code) = given; return name + <redeem>;")]
    [InlineData("", "Next = <url>; var code = _code; if (code is null) return Next; return <redeem>;")]
    [InlineData("", "if (_code is not { } code) return <url>; return <redeem>;")]
    [InlineData("", "Next = <url>; var code = this.Given; return <redeem>;")]
    [InlineData("", "var code = Console.ReadLine(); Next = <url>; return <redeem>;")]
    [InlineData("HttpListenerContext context", "Next = <url>; using var reader = new System.IO.StreamReader(context.Request.InputStream); var code = await reader.ReadToEndAsync(); return <redeem>;")]
    [InlineData("HttpListenerContext context", "Next = <url>; var body = HttpUtility.ParseQueryString(await new System.IO.StreamReader(context.Request.InputStream).ReadToEndAsync()); var code = body[\"code\"]; return <redeem>;")]
    [InlineData("", "Next = <url>; var code = Environment.GetEnvironmentVariable(\"CODE\"); return <redeem>;")]
    [InlineData("", "Next = <url>; var code = await System.IO.File.ReadAllTextAsync(\"code\"); return <redeem>;")]
    public Task Code_that_the_run_may_have_had_before(string parameters, string statements) => Verify.VerifyNoneCarriedAsync(
        Steps(parameters, statements.Replace("<url>", Url).Replace("<redeem>", $"({Redeem}).ToString()").Replace("; ", ";\n        ")));

    static string Steps(string parameters, string statements) => $$"""
        #nullable disable warnings
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;
        using System.Web;

        class Login(HttpClient http)
        {
            private readonly HttpClient _http = http;
            private string? _code;

            public string? Next { get; private set; }

            public string? Given { get; set; }

            public void Take(string code) => _code = code;

            public async Task<string> StepAsync({{parameters}})
            {
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("while (listener.IsListening)")]
    [InlineData("for (var i = 0; i < 9; i++)")]
    [InlineData("foreach (var prefix in listener.Prefixes)")]
    public Task Rounds_of_a_loop_that_answers_both_URLs(string loop) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Server(HttpClient http)
        {
            private readonly HttpClient _http = http;

            public async Task RunAsync(HttpListener listener)
            {
                {{loop}}
                {
                    var context = await listener.GetContextAsync();
                    if (context.Request.Url!.AbsolutePath == "/login")
                    {
                        context.Response.Redirect({{Url}});
                    }
                    else
                    {
                        var code = context.Request.QueryString["code"];
                        {{Redeem}};
                    }
                    context.Response.Close();
                }
            }
        }
        """);

    [Fact]
    public Task Functions_within_one_that_run_apart() => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Server(HttpClient http)
        {
            private readonly HttpClient _http = http;

            public void Listen(Action<string, Func<string, Task<string>>> map)
            {
                map("/login", text => Task.FromResult(text + {{Url}}));
                map("/callback", async code => ({{Redeem}}).ToString());
            }
        }
        """);

    [Fact]
    public Task Code_of_which_nothing_is_known() => Verify.VerifyNoneWholeAsync(
        $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using IdentityModel.Client;

        class Login
        {
            public async Task RunAsync(HttpClient http, Action<AuthorizationCodeTokenRequest> fill)
            {
                Console.WriteLine({{Url}});
                var request = new {|PKCE1004:AuthorizationCodeTokenRequest|} { ClientId = "app" };
                fill(request);
                await http.RequestAuthorizationCodeTokenAsync(request);
            }
        }
        """, libraries: Packages.IdentityModel);
}
