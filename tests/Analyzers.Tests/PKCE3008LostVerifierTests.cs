using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE3008LostVerifierTests
{
    const string Usings = """
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.DependencyInjection;

        """;

    const string Client = """
            static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            static string Hash(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
            static string Begin(string verifier) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + Hash(verifier);
        """;

    /// <summary>What is sent cannot be what the challenge was made from.</summary>
    [Theory]
    [InlineData("object Redeem(string code) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = {|PKCE3008:Draw()|} };")]
    [InlineData("object Redeem(string code) { var made = Draw(); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = {|PKCE3008:made|} }; }")]
    [InlineData("object Redeem(string code) { var form = new Dictionary<string, string>(); form.Add(\"grant_type\", \"authorization_code\"); form.Add(\"code\", code); form.Add(\"code_verifier\", {|PKCE3008:Draw()|}); return form; }")]
    [InlineData("string Redeem(string code) => $\"grant_type=authorization_code&code={code}&code_verifier={{|PKCE3008:Draw()|}}\";")]
    [InlineData("string Fresh => Draw(); string Start() => Begin(Fresh); object Redeem(string code) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = {|PKCE3008:Fresh|} };")]
    [InlineData("string Start() => Begin(Draw()); object Redeem(string code) { var made = Draw(); Console.WriteLine(code); return new[] { KeyValuePair.Create(\"grant_type\", \"authorization_code\"), KeyValuePair.Create(\"code\", code), KeyValuePair.Create(\"code_verifier\", {|PKCE3008:made|}) }; }")]
    [InlineData("object Redeem(string code) { var octets = new byte[32]; RandomNumberGenerator.Fill(octets); var made = Base64Url.EncodeToString(octets); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = {|PKCE3008:made|} }; }")]
    [InlineData("object Redeem(string code) { return Form(Draw()); object Form(string made) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = {|PKCE3008:made|} }; }")]
    public Task Drawn_anew(string member) => PkceTest.VerifyAsync(Usings + $$"""
        sealed class Login
        {
        {{Client}}
            {{member}}
        }
        """);

    /// <summary>It may be the one: one run makes both, somebody else gets it, or it comes from elsewhere.</summary>
    [Theory]
    [InlineData("object Both(string code) { var made = Draw(); Open(Begin(made)); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made }; }")]
    [InlineData("object Both(string code) { var made = Draw(); var challenge = Hash(made); Open(challenge); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made }; }")]
    [InlineData("object Both(string code) { var made = Draw(); Open(made); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made }; }")]
    [InlineData("object Both(string code) { var made = Draw(); Open(\"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=\" + made + {|PKCE1002:\"&code_challenge_method=plain\"|}); return new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made }; }")]
    [InlineData("object Redeem(string code, string made) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made };")]
    [InlineData("object Redeem(string code, string made) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = made ?? Draw() };")]
    [InlineData("string _made; string Start() { _made = Draw(); return Begin(_made); } object Redeem(string code) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = _made };")]
    [InlineData("object Redeem(string code, ISession session) => new Dictionary<string, string> { [\"grant_type\"] = \"authorization_code\", [\"code\"] = code, [\"code_verifier\"] = session.GetString(\"verifier\") };")]
    [InlineData("object Redeem(string code) => new Dictionary<string, string> { [\"grant_type\"] = \"refresh_token\", [\"refresh_token\"] = code, [\"code_verifier\"] = Draw() };")]
    public Task Perhaps_the_same(string member) => PkceTest.VerifyAsync(Usings + $$"""
        abstract class Login
        {
        {{Client}}
            protected abstract void Open(string url);
            {{member}}
        }
        """);

    /// <summary>The object that began the login is gone when the code comes back.</summary>
    [Theory]
    [InlineData("Controller", "", "_made")]
    [InlineData("ControllerBase", "", "this._made")]
    [InlineData("PageModel", "", "_made!")]
    [InlineData("object", "services.AddScoped<Login>();", "_made")]
    [InlineData("object", "services.AddScoped<ILogin, Login>();", "_made")]
    [InlineData("object", "services.AddTransient<Login>();", "_made")]
    [InlineData("object", "services.AddHttpClient<Login>();", "_made")]
    [InlineData("object", "services.AddScoped(_ => new Login());", "_made")]
    public Task Lost_with_the_object(string type, string registration, string use) => PkceTest.VerifyAsync(Program(type, registration, "", $"{{|PKCE3008:{use}|}}"));

    /// <summary>Likewise, where variables hand it on.</summary>
    [Theory]
    [InlineData("var sent = _made;", "sent")]
    [InlineData("var kept = _made; var sent = kept;", "sent")]
    public Task Lost_by_way_of_a_variable(string first, string use) => PkceTest.VerifyAsync(Program("Controller", "", first, $"{{|PKCE3008:{use}|}}"));

    /// <summary>The object lasts, or the value is read back.</summary>
    [Theory]
    [InlineData("object", "services.AddSingleton<Login>();", "", "_made")]
    [InlineData("object", "services.AddScoped<Login>(); services.AddServerSideBlazor();", "", "_made")]
    [InlineData("object", "services.AddTransient<Login>(); services.AddSingleton<Holder>();", "", "_made")]
    [InlineData("object", "services.AddScoped<Login>(); app.Services.CreateScope();", "", "_made")]
    [InlineData("object", "", "", "_made")]
    [InlineData("Controller", "", "_made = HttpContext.Session.GetString(\"made\");", "_made")]
    [InlineData("Controller", "", "_made = (string)TempData[\"made\"];", "_made")]
    [InlineData("Controller", "", "_made = Request.Cookies[\"made\"];", "_made")]
    [InlineData("Controller", "", "Begin();", "_made")]
    [InlineData("Controller", "", "", "Kept")]
    [InlineData("PageModel", "", "", "Bound")]
    [InlineData("Controller", "", "var sent = Kept;", "sent")]
    [InlineData("Controller", "", "var sent = HttpContext.Session.GetString(_made);", "sent")]
    public Task Lasts(string type, string registration, string first, string use) => PkceTest.VerifyAsync(Program(type, registration, first, use));

    static string Program(string type, string registration, string first, string use) => Usings + $$"""
        interface ILogin { }

        sealed class Holder(Login login) { public Login Login => login; }

        public class Login : {{type}}, ILogin
        {
            private string _made;

            [TempData] public string Kept { get; set; }

            [BindProperty] public string Bound { get; set; }

            static string Hash(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

            public string Begin()
            {
                _made = Kept = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + Hash(_made);
            }

            public async Task<string> Redeem(HttpClient http, string code)
            {
                {{first}}
                var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["client_id"] = "app", ["code"] = code, ["code_verifier"] = {{use}} };
                var response = await http.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(form));
                return await response.Content.ReadAsStringAsync();
            }
        }

        static class Host
        {
            static void Run(WebApplication app, IServiceCollection services)
            {
                {{registration}}
            }
        }
        """;
}
