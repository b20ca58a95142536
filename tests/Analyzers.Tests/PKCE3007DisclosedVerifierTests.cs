using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE3007DisclosedVerifierTests
{
    [Theory]
    [InlineData("""_logger.LogDebug("verifier {Verifier}", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""_logger.LogDebug({|PKCE3007:$"verifier {codeVerifier}"|});""")]
    [InlineData("""Logger output = new(); output.LogDebug("verifier {Verifier}", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""_logger.LogError({|PKCE3007:"unexpected verifier: " + request.CodeVerifier|});""")]
    [InlineData("""LogError("unexpected code_verifier", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""Console.WriteLine({|PKCE3007:"Code Verifier: " + codeVerifier|});""")]
    [InlineData("""Console.Write("Code Verifier: {0}", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""System.Diagnostics.Debug.WriteLine({|PKCE3007:string.Format("{0}", codeVerifier)|});""")]
    [InlineData("""System.Diagnostics.Trace.TraceInformation({|PKCE3007:codeVerifier|});""")]
    [InlineData("""var text = $"sent {codeVerifier}"; _logger.LogInformation({|PKCE3007:text|});""")]
    [InlineData("""throw new InvalidOperationException({|PKCE3007:$"wrong verifier {codeVerifier}"|});""")]
    [InlineData("""cookies.Cookies.Append("verifier", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""cookies.Cookies.Append("pkce", {|PKCE3007:JsonSerializer.Serialize(new { codeVerifier })|});""")]
    [InlineData("""_logger.LogDebug("form {Verifier}", {|PKCE3007:form["code_verifier"]|});""")]
    [InlineData("""var body = System.Text.Encoding.UTF8.GetString(octets); Console.WriteLine({|PKCE3007:body|}); foreach (var part in body.Split('&')) { var pair = part.Split('='); switch (pair[0]) { case "code_verifier": Use(pair[1]); break; } }""")]
    [InlineData("""var body = System.Text.Encoding.UTF8.GetString(octets); _logger.LogDebug("token request {Body}", {|PKCE3007:body|}); foreach (var part in body.Split('&')) { var key = part.Split('=')[0]; if (key == "code_verifier") Use(part); }""")]
    [InlineData("""var json = System.Text.Encoding.UTF8.GetString(octets); _logger.LogDebug("token request {Body}", {|PKCE3007:json|}); var parsed = JsonDocument.Parse(json); Use(parsed.RootElement.GetProperty("code_verifier").GetString());""")]
    [InlineData("""_response.Redirect({|PKCE3007:$"/signed-in?verifier={codeVerifier}"|});""")]
    [InlineData("""_response.Redirect({|PKCE3007:"https://a.example/cb?code_verifier=" + Uri.EscapeDataString(codeVerifier)|});""")]
    [InlineData("""var url = $"https://api.example/login?code={c}&code_verifier={codeVerifier}"; _http.GetAsync({|PKCE3007:url|});""")]
    [InlineData("""RedirectToAction("Callback", {|PKCE3007:new { codeVerifier }|});""")]
    [InlineData("""System.Diagnostics.Process.Start({|PKCE3007:$"https://a.example/start?verifier={codeVerifier}"|});""")]
    [InlineData("""var sent = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code_verifier"] = codeVerifier }; _logger.LogDebug("form {Form}", {|PKCE3007:string.Join(", ", sent.Select(pair => $"{pair.Key}={pair.Value}"))|});""")]
    public Task Written(string statement) => PkceTest.VerifyAsync(Program(statement));

    [Theory]
    [InlineData("""var url = $"https://a.example/authorize?response_type=code&client_id=app&code_challenge={c}&code_challenge_method=S256&state={{|PKCE3007:codeVerifier|}}"; Use(url);""")]
    [InlineData("""var state = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { returnUrl = "/", codeVerifier })); Use(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = c, ["code_challenge_method"] = "S256", ["state"] = {|PKCE3007:state|} });""")]
    [InlineData("""Use(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = c, ["code_challenge_method"] = "S256", ["state"] = {|PKCE3007:Guid.NewGuid() + "|" + codeVerifier|} });""")]
    [InlineData("""Use(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = c, ["code_challenge_method"] = "S256", ["code_verifier"] = {|PKCE3007:codeVerifier|} });""")]
    public Task In_the_authorization_request(string statement) => PkceTest.VerifyAsync(Program(statement));

    [Theory]
    [InlineData("""_logger.LogDebug("code_verifier is missing");""")]
    [InlineData("""_logger.LogDebug("{Name} present: {Present}", nameof(codeVerifier), codeVerifier != null);""")]
    [InlineData("""var sent = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code_verifier"] = codeVerifier }; _logger.LogDebug("names {Names}", string.Join(", ", sent.Select(pair => pair.Key)));""")]
    [InlineData("""var hasCodeVerifier = codeVerifier.Length > 0; _logger.LogDebug("present: {Present}", hasCodeVerifier);""")]
    [InlineData("""_logger.LogDebug("length: {Length}", codeVerifier.Length);""")]
    [InlineData("""_logger.LogDebug("verifier {Verifier}", Mask(codeVerifier));""")]
    [InlineData("""const string CodeVerifier = "code_verifier"; _logger.LogDebug("missing {Name}", CodeVerifier);""")]
    [InlineData("""throw new ArgumentException("too short", nameof(codeVerifier));""")]
    [InlineData("""cookies.Cookies.Append("verifier", Protect(codeVerifier));""")]
    [InlineData("""var state = Protect(JsonSerializer.Serialize(new { codeVerifier })); Use(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = c, ["code_challenge_method"] = "S256", ["state"] = state });""")]
    [InlineData("""Use(new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = Challenge(codeVerifier), ["code_challenge_method"] = "S256", ["state"] = c });""")]
    [InlineData("""Use(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = c, ["client_id"] = "app", ["code_verifier"] = codeVerifier });""")]
    [InlineData("""var passwordVerifier = c; Console.WriteLine(passwordVerifier);""")]
    [InlineData("""_catalog.Log(codeVerifier);""")]
    [InlineData("""var body = System.Text.Encoding.UTF8.GetString(octets); Console.WriteLine(body); foreach (var part in body.Split('&')) { var pair = part.Split('='); switch (pair[0]) { case "state": Use(pair[1]); break; } }""")]
    [InlineData("""var json = System.Text.Encoding.UTF8.GetString(octets); Console.WriteLine(json); var answer = JsonDocument.Parse(json); Use(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = c, ["client_id"] = "app", ["code_verifier"] = codeVerifier });""")]
    [InlineData("""foreach (var key in form.Keys) { _logger.LogDebug("parameter {Name}", key); if (key == "code_verifier") Use(form[key]); }""")]
    [InlineData("""_http.GetAsync(codeVerifier);""")]
    [InlineData("""_response.Redirect($"/signed-in?challenge={Challenge(codeVerifier)}");""")]
    [InlineData("""_response.Redirect("https://a.example/cb?v=" + Protect(codeVerifier));""")]
    public Task Protected_or_not_the_value(string statement) => PkceTest.VerifyAsync(Program(statement));

    [Fact]
    public Task Test_code_and_generated_code() => PkceTest.VerifyAsync(
        "namespace Login.Tests;\n" + "class Vectors { void Show(string codeVerifier) { System.Console.WriteLine(codeVerifier); } }",
        "// <auto-generated/>\n" + "class Generated { void Show(string codeVerifier) { System.Console.WriteLine(codeVerifier); } }");

    [Fact]
    public Task Names_that_do_not_resolve() => PkceTest.VerifyBrokenAsync("""
        using Missing.Package;

        class Validator
        {
            void Check(Missing request)
            {
                _logger.LogError("unexpected {Name}", OidcConstants.TokenRequest.CodeVerifier);
                _logger.LogError("unexpected {Verifier}", {|PKCE3007:request.CodeVerifier|});
                _logger.LogError("unexpected", codeVerifier.
            }
        }
        """);

    [Fact]
    public Task Mere_verifier_in_a_file_about_PKCE() => PkceTest.VerifyAsync("""
        using System;

        class Client
        {
            string Url(string verifier, string challenge)
            {
                Console.WriteLine({|PKCE3007:"verifier: " + verifier|});
                return "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + challenge;
            }
        }
        """, """
        class Srp
        {
            void Show(string verifier, string passwordVerifier) => System.Console.WriteLine(verifier + passwordVerifier);
        }
        """);

    [Fact]
    public Task Challenge_that_a_helper_calls_a_verifier() => PkceTest.VerifyAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Client
        {
            static string Challenge(string codeVerifier) =>
                Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

            static string Address(string state, string codeVerifier) =>
                $"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&state={state}&code_challenge={codeVerifier}";

            static void Begin(string state, string codeVerifier)
            {
                var sent = codeVerifier;
                Console.WriteLine({|PKCE3007:"verifier: " + sent|});
                var challenge = Challenge(codeVerifier);
                Console.WriteLine("challenge: " + challenge);
                Console.WriteLine(Address(state, challenge));
            }
        }
        """);

    [Fact]
    public Task State_that_the_same_helper_draws() => PkceTest.VerifyAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Client
        {
            static string Draw(uint length)
            {
                var generator = RandomNumberGenerator.Create();
                var octets = new byte[length];
                generator.GetBytes(octets);
                return Encode(octets);
            }

            static byte[] Hash(string text)
            {
                var octets = Encoding.ASCII.GetBytes(text);
                using (var sha256 = SHA256.Create())
                {
                    return sha256.ComputeHash(octets);
                }
            }

            static string Encode(byte[] octets)
            {
                var base64 = Convert.ToBase64String(octets);
                base64 = base64.Replace("+", "-");
                base64 = base64.Replace("/", "_");
                base64 = base64.Replace("=", "");
                return base64;
            }

            static string Begin()
            {
                string state = Draw(32);
                string codeVerifier = Draw(32);
                string codeChallenge = Encode(Hash(codeVerifier));
                return string.Format("{0}?response_type=code&client_id={1}&state={2}&code_challenge={3}&code_challenge_method=S256", "https://a.example/authorize", "app", state, codeChallenge);
            }
        }
        """);

    [Fact]
    public Task Demonstration_that_logs_in_nowhere() => PkceTest.VerifyAsync("""
        class Demo
        {
            static void Main()
            {
                var (codeVerifier, codeChallenge) = ("v", "c");
                System.Console.WriteLine(codeVerifier + codeChallenge);
            }
        }
        """);

    [Fact]
    public Task Helper_in_another_file_that_writes_out_what_it_is_given() => PkceTest.VerifyAsync("""
        class Client
        {
            string Url(string codeVerifier, string challenge) =>
                $"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={challenge}&state={{|PKCE3007:StateText.Of(new Saved { CodeVerifier = codeVerifier })|}}";

            string Kept(string codeVerifier, string challenge) =>
                $"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={challenge}&state={StateText.Protected(new Saved { CodeVerifier = codeVerifier })}";
        }

        class Saved
        {
            public string? CodeVerifier { get; set; }
        }
        """, """
        using System;
        using System.Security.Cryptography;
        using System.Text.Json;

        static class StateText
        {
            public static string Of(object saved)
            {
                var octets = JsonSerializer.SerializeToUtf8Bytes(saved);
                return Convert.ToBase64String(octets);
            }

            public static string Protected(object saved) => Convert.ToBase64String(Encrypt(JsonSerializer.SerializeToUtf8Bytes(saved)));

            static byte[] Encrypt(byte[] octets)
            {
                using var aes = Aes.Create();
                return aes.EncryptCbc(octets, aes.IV);
            }
        }
        """);

    [Fact]
    public Task State_that_is_the_verifier_by_another_name() => PkceTest.VerifyAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Client
        {
            string Url()
            {
                var state = Text(32);
                return $"https://a.example/authorize?response_type=code&client_id=app&state={{|PKCE3007:state|}}&code_challenge={S256(state)}&code_challenge_method=S256";
            }

            string Right(string stored)
            {
                var (state, secret) = (Text(32), Text(32));
                return $"https://a.example/authorize?response_type=code&client_id=app&state={state}&code_challenge={S256(secret)}&code_challenge_method=S256";
            }

            static string Text(int octets) => Encode(RandomNumberGenerator.GetBytes(octets));

            static string S256(string text) => Encode(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

            static string Encode(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """);

    [Fact]
    public Task Call_that_logs_in() => PkceTest.VerifyAsync("""
        class Client
        {
            void Run(string code, string codeVerifier) => LogIn(code, codeVerifier);

            void LogIn(string code, string verifier) { }
        }
        """);

    static string Program(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;

        class Logger
        {
            public void LogDebug(string text, params object?[] values) { }
            public void LogInformation(string text, params object?[] values) { }
            public void LogError(string text, params object?[] values) { }
        }

        class Catalog
        {
            public void Log(string text) { }
        }

        class CookieJar
        {
            public CookieJar Cookies => this;
            public void Append(string name, string value) { }
        }

        class Response
        {
            public void Redirect(string url) { }
        }

        class Http
        {
            public void GetAsync(string url) { }
        }

        class TokenRequest
        {
            public string? CodeVerifier { get; set; }
            public string? redirect_uri { get; set; }
        }

        class Login
        {
            readonly Logger _logger = new();
            readonly Catalog _catalog = new();
            readonly Response _response = new();
            readonly Http _http = new();

            static string Mask(string text) => "***";
            static string Protect(string text) => Mask(text);
            static string Challenge(string text) => Mask(text);
            static void Use(object? value) { }
            static void RedirectToAction(string action, object values) { }
            void LogError(string text, string value) { }

            void Run(string codeVerifier, string c, TokenRequest request, CookieJar cookies, Dictionary<string, string> form, byte[] octets)
            {
                {{statement}}
            }
        }
        """;

    [Fact]
    public Task Scope_of_a_log() => PkceTest.VerifyBrokenAsync("""
        using Microsoft.Extensions.Logging;

        class Login(ILogger<Login> logger)
        {
            void Bad(string codeVerifier)
            {
                using var scope = logger.BeginScope("login with {Verifier}", {|PKCE3007:codeVerifier|});
            }

            void Good(string codeChallenge)
            {
                using var scope = logger.BeginScope("login with {Challenge}", codeChallenge);
            }
        }
        """);

    /// <summary>That it is sent as its own challenge is PKCE1002.</summary>
    [Fact]
    public Task Plain_challenge_in_a_url_that_is_opened() => PkceTest.VerifyAsync("""
        using System.Diagnostics;

        class Login
        {
            void Open(string codeVerifier)
            {
                var url = $"https://as.example/authorize?response_type=code&client_id=app&code_challenge={codeVerifier}{|PKCE1002:&code_challenge_method=plain|}";
                Process.Start(url);
            }
        }
        """);
}
