using System.Text.Json;

namespace PkceAnalyzers.Tool.Tests;

/// <summary><c>pkce inventory</c> and <c>pkce explain FILE:LINE</c>.</summary>
public sealed class InspectingTests : IDisposable
{
    /// <summary>One request of each state.</summary>
    const string Requests = """
        using System.Collections.Generic;

        class Login
        {
            const string Server = "https://as.example";

            string None(string client) => $"{Server}/authorize?response_type=code&client_id={client}&redirect_uri=https%3A%2F%2Fapp.example%2F";

            string Right(string client, string challenge) =>
                $"{Server}/authorize?response_type=code&client_id={client}&redirect_uri=r&code_challenge={challenge}&code_challenge_method=S256";

            string Plain(string client, string challenge) =>
                $"{Server}/authorize?response_type=code&client_id={client}&redirect_uri=r&code_challenge={challenge}&code_challenge_method=plain";

            Dictionary<string, string> Token(string code, string verifier) => new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = "r",
                ["code_verifier"] = verifier,
            };
        }
        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_inventory_holds_right_requests_too()
    {
        _folder.Write("Login.cs", Requests);
        var lines = (await Pkce.RunAsync(_folder, "inventory")).Succeeded().Lines.ToList();
        Assert.Matches(@"^place +request +pkce +project +member +endpoint +provider +verifier +kept +reason$", lines[0]);
        Assert.Matches(@"^Login\.cs:7 +authorization +none +Login\.None +https://as\.example/authorize", lines[1]);
        Assert.Matches(@"^Login\.cs:10 +authorization +S256 +Login\.Right ", lines[2]);
        Assert.Matches(@"^Login\.cs:13 +authorization +plain +Login\.Plain ", lines[3]);
        Assert.Matches(@"^Login\.cs:17 +token +verifier +Login\.Token", lines[4]);
        Assert.Equal("4 requests (S256: 1, none: 1, plain: 1, verifier: 1)", lines[5]);
    }

    [Fact]
    public async Task The_inventory_for_other_programs()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Requests);
        var json = JsonDocument.Parse((await Pkce.RunAsync(_folder, "inventory", "--format", "json")).Succeeded().Output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["none", "S256", "plain", "verifier"], json.Select(request => request.GetProperty("pkce").GetString()!));
        Assert.All(json, request => Assert.Equal("App", request.GetProperty("project").GetString()));
        Assert.Contains(json[0].GetProperty("parameters").EnumerateArray(), parameter =>
            parameter.GetProperty("name").GetString() == "response_type" && parameter.GetProperty("values")[0].GetString() == "\"code\"");

        var csv = (await Pkce.RunAsync(_folder, "inventory", "-f", "csv")).Succeeded().Lines.ToList();
        Assert.Equal("place,request,pkce,project,member,endpoint,provider,verifier,kept,reason", csv[0]);
        Assert.StartsWith("App/Login.cs:7,authorization,none,App,Login.None,", csv[1]);
        Assert.Equal(5, csv.Count);
    }

    [Fact]
    public async Task The_inventory_says_what_is_known_of_verifier_and_server()
    {
        _folder.Write("Login.cs", """
            using System;
            using System.Collections.Generic;
            using System.Security.Cryptography;
            using System.Text;

            class Login
            {
                string verifier = "";

                string Url()
                {
                    var octets = new byte[32];
                    RandomNumberGenerator.Fill(octets);
                    verifier = System.Buffers.Text.Base64Url.EncodeToString(octets);
                    var challenge = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
                    return $"https://accounts.spotify.com/authorize?response_type=code&client_id=app&redirect_uri=r&code_challenge={challenge}&code_challenge_method=S256";
                }

                Dictionary<string, string> Token(string code) => new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier };
            }
            """);
        var json = JsonDocument.Parse((await Pkce.RunAsync(_folder, "inventory", "--format", "json")).Succeeded().Output).RootElement.EnumerateArray().ToList();
        Assert.Equal("secure random numbers", json[0].GetProperty("verifier").GetProperty("source").GetString());
        Assert.Equal(("Spotify", "supported"), (json[0].GetProperty("provider").GetProperty("name").GetString(), json[0].GetProperty("provider").GetProperty("pkce").GetString()));
        Assert.Equal("verifier", json[1].GetProperty("verifier").GetProperty("kept").GetString());
        Assert.Equal(JsonValueKind.Null, json[1].GetProperty("provider").ValueKind);
    }

    [Fact]
    public async Task A_request_that_a_server_gets_and_hands_on_is_not_its_own()
    {
        _folder.Write("Server.cs", """
            class Server
            {
                string Consent(Microsoft.AspNetCore.Http.IQueryCollection query) =>
                    $"/consent?response_type={query["response_type"]}&client_id={query["client_id"]}&redirect_uri={query["redirect_uri"]}"
                    + $"&code_challenge={query["code_challenge"]}&code_challenge_method=S256";
            }
            """);
        Assert.Equal("no requests", (await Pkce.RunAsync(_folder, "inventory")).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task A_finding_is_reproduced_without_names_and_texts_of_its_owner()
    {
        _folder.Write("Acme/Login.cs", """
            using System;
            using System.Linq;
            using System.Security.Cryptography;
            using System.Text;

            namespace Acme.Billing;

            /// <summary>Acme's own.</summary>
            public class AcmeLogin
            {
                public int Unrelated() => 42;

                public string Url(string customer)
                {
                    var random = new Random(); // Acme needs no better
                    var verifier = new string(Enumerable.Range(0, 64).Select(_ => "abcdefghijklmnopqrstuvwxyz"[random.Next(26)]).ToArray());
                    Console.WriteLine("Acme " + customer);
                    var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                    return $"https://login.acme.example/authorize?response_type=code&client_id={customer}&code_challenge={challenge}&code_challenge_method=S256";
                }
            }
            """);
        var result = (await Pkce.RunAsync(_folder, "explain", "Acme/Login.cs:16", "--repro")).Succeeded();
        Assert.DoesNotContain("acme", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Unrelated", result.Output);
        Assert.DoesNotContain("customer", result.Output);
        _folder.Write("Shown/Login.cs", result.Output);
        Assert.Contains(Pkce.Findings(await Pkce.RunAsync(_folder, "scan", "Shown")), finding => finding.Id == "PKCE3001");
    }

    [Fact]
    public async Task A_place_without_a_finding_is_not_reproduced()
    {
        _folder.Write("Login.cs", Requests);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "explain", "Login.cs:10", "--repro"), "nothing is reported at line 10");
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _pkce pkce")]
    [InlineData("zsh", "compdef _pkce pkce")]
    [InlineData("fish", "complete -c pkce")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName pkce")]
    public async Task Shells_are_told_to_ask_the_program(string shell, string expected)
    {
        Assert.Contains(expected, (await Pkce.RunAsync(_folder, "completion", shell)).Succeeded().Output);
        Assert.Equal("inventory", (await Pkce.RunAsync(_folder, "[suggest:8]", "pkce inv")).Succeeded().Output.Trim());
    }

    [Fact]
    public async Task Code_without_requests_has_an_empty_inventory()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        Assert.Equal("no requests", (await Pkce.RunAsync(_folder, "inventory")).Succeeded().Output.Trim());
    }

    [Theory]
    [InlineData(7, "reported: warning PKCE1001: ")]
    [InlineData(10, "not reported: it has a code challenge with S256 on every path")]
    [InlineData(18, "not reported: it has a code verifier on every path")]
    [InlineData(5, "line 5: no request is seen here, and nothing is reported")]
    public async Task A_line_is_explained(int line, string verdict)
    {
        _folder.Write("Login.cs", Requests);
        Assert.Contains(verdict, (await Pkce.RunAsync(_folder, "explain", $"Login.cs:{line}")).Succeeded().Output);
    }

    [Fact]
    public async Task A_request_is_explained_with_its_parameters()
    {
        _folder.Write("Login.cs", Requests);
        var lines = (await Pkce.RunAsync(_folder, "explain", "Login.cs:7", ".")).Succeeded().Lines.ToList();
        Assert.Equal("Login.cs:7: an authorization request, put together by Login.None", lines[0]);
        Assert.Contains("response_type = \"code\"  [Login.cs:7]", lines);
        Assert.Contains("and nothing else: all that is added is known", lines);
    }

    [Fact]
    public async Task What_may_add_to_a_request_is_said_where_it_is_silent()
    {
        _folder.Write("Login.cs", """
            using System.Collections.Generic;

            class Login
            {
                Dictionary<string, string> Form(string code, IExtra extra)
                {
                    var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = "r" };
                    extra.AddTo(form);
                    return form;
                }
            }

            interface IExtra { void AddTo(Dictionary<string, string> form); }
            """);
        var output = (await Pkce.RunAsync(_folder, "explain", "Login.cs:7")).Succeeded().Output;
        Assert.Contains("and what may be added by extra.AddTo(form)", output);
        Assert.Contains("not reported: parts of it are not known", output);
        Assert.Contains("unknown", (await Pkce.RunAsync(_folder, "inventory")).Succeeded().Output);
    }

    [Fact]
    public async Task A_file_that_is_not_looked_at()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        Assert.Contains("A.cs: is not looked at", (await Pkce.RunAsync(_folder, "explain", "A.cs:1")).Succeeded().Output);
    }

    [Fact]
    public async Task A_file_that_is_no_part_of_what_is_named()
    {
        _folder.Write("a/A.cs", Pkce.Harmless);
        _folder.Write("b/B.cs", Pkce.Harmless);
        Pkce.AssertRefused(await Pkce.RunAsync(_folder, "explain", "a/A.cs:1", "b"), "a/A.cs: is no file of C# or Razor that is part of b");
    }
}
