namespace PkceAnalyzers.Tool.Tests;

/// <summary>Values that come from, or go through, the code of a project that is referred to.</summary>
public sealed class ReferencedProjectTests : IDisposable
{
    const string App = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>
        </Project>
        """;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("new Random(7).NextBytes(octets);", "PKCE3001")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.Fill(octets);", null)]
    public async Task A_verifier_that_another_project_makes_is_judged_where_it_is_got(string draw, string? expected)
    {
        Write("""
            class Login
            {
                string verifier = "";

                public string Url()
                {
                    verifier = Core.Texts.Make();
                    var challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)));
                    return $"https://as.example/authorize?response_type=code&client_id=app&redirect_uri=x&code_challenge={challenge}&code_challenge_method=S256";
                }

                public System.Collections.Generic.Dictionary<string, string> Form(string code) => new()
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["code_verifier"] = verifier,
                };
            }
            """, $$"""
            using System;

            namespace Core;

            public static class Texts
            {
                public static string Make()
                {
                    var octets = new byte[32];
                    {{draw}}
                    return Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                }
            }
            """);
        var findings = Pkce.Findings(await Pkce.RunAsync(_folder, "scan"));
        Assert.Equal(expected is null ? [] : [("App/Login.cs", 7, expected)], findings);
        // A build sees the other project as metadata: the compiler's own answer is silence, and 'pkce scan' of the one file has no more.
        Assert.DoesNotContain(Pkce.Findings(await Pkce.RunAsync(_folder, "scan", "App/Login.cs")), finding => finding.Id == "PKCE3001");
    }

    [Fact]
    public async Task A_request_of_addresses_and_names_that_another_project_holds_is_found()
    {
        Write("""
            using Core;

            class Login
            {
                public string Url(string client) => Names.Endpoint + "?response_type=code&" + Names.Client + "=" + client + "&redirect_uri=x" + Names.Rest("openid");
            }
            """, """
            namespace Core;

            public static class Names
            {
                public const string Endpoint = "https://as.example/authorize";
                public static readonly string Client = "client_id";
                public static string Rest(string scope) => "&scope=" + scope;
            }
            """);
        Assert.Equal([("App/Login.cs", 5, "PKCE1001")], Pkce.Findings(await Pkce.RunAsync(_folder, "scan")));
    }

    [Fact]
    public async Task A_challenge_that_another_project_adds_is_seen()
    {
        Write("""
            class Login
            {
                public string Url(string client, string challenge) =>
                    Core.Proof.Added($"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=x", challenge);
            }
            """, """
            namespace Core;

            public static class Proof
            {
                public static string Added(string url, string challenge) => url + "&code_challenge=" + challenge + "&code_challenge_method=S256";
            }
            """);
        Assert.Empty(Pkce.Findings(await Pkce.RunAsync(_folder, "scan")));
    }

    void Write(string app, string core)
    {
        _folder.Write("App/App.csproj", App);
        _folder.Write("App/Login.cs", app);
        _folder.Write("Core/Core.csproj", Pkce.Library);
        _folder.Write("Core/Core.cs", core);
    }
}
