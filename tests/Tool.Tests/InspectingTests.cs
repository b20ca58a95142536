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
