using System.Text;
using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Ways to write a code verifier, or something about it: a finding has to be there exactly where it can be read out of what
/// the program wrote.</summary>
public sealed class DisclosureTests
{
    const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>Bodies of <c>static void Run(string codeVerifier, string body)</c>.</summary>
    static readonly string[] Variants =
    [
        "Log.Debug(\"verifier {Verifier}\", codeVerifier);",
        "Log.Debug($\"verifier {codeVerifier}\");",
        "Log.Error(\"unexpected \" + codeVerifier);",
        "var text = string.Format(\"sent {0}\", codeVerifier); Log.Information(text);",
        "Console.WriteLine(codeVerifier);",
        "Console.WriteLine(JsonSerializer.Serialize(new { codeVerifier }));",
        "Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(codeVerifier)));",
        "throw new InvalidOperationException($\"wrong verifier {codeVerifier}\");",
        "Response.Cookies.Append(\"pkce\", codeVerifier);",
        "Response.Redirect(\"/signed-in?verifier=\" + Uri.EscapeDataString(codeVerifier));",
        "var url = $\"https://api.example/login?code_verifier={codeVerifier}\"; Http.GetAsync(url);",
        "Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(codeVerifier)}&state={codeVerifier}\");",
        "var state = Convert.ToBase64String(Encoding.UTF8.GetBytes(\"/home|\" + codeVerifier)); Browser.Open(\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=\" + Challenge(codeVerifier) + \"&state=\" + state);",
        "Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(codeVerifier)}&state={StateOf(codeVerifier)}\"); } static string StateOf(string verifier) { return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { verifier }));",
        "Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(codeVerifier)}&code_verifier={codeVerifier}\");",
        "var state = codeVerifier; Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(state)}&state={state}\");",
        "Log.Debug(body); foreach (var part in body.Split('&')) { var pair = part.Split('='); if (pair[0] == \"code_verifier\") Use(pair[1]); }",
        // Nothing that anyone could read it out of.
        "Log.Debug(\"code_verifier {Name}: {There}\", nameof(codeVerifier), codeVerifier != null);",
        "Log.Debug($\"{codeVerifier.Length} characters\");",
        "Console.WriteLine(Challenge(codeVerifier));",
        "throw new ArgumentException(\"too short\", nameof(codeVerifier));",
        "Response.Cookies.Append(\"pkce\", Protect(codeVerifier));",
        "Response.Redirect(\"/signed-in?challenge=\" + Challenge(codeVerifier));",
        "Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(codeVerifier)}&state={Protect(codeVerifier)}\");",
        "Browser.Open($\"https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge={Challenge(codeVerifier)}&state={Guid.NewGuid():N}\");",
        "foreach (var part in body.Split('&')) { var pair = part.Split('='); Log.Debug(\"parameter {Name}\", pair[0]); if (pair[0] == \"code_verifier\") Use(pair[1]); }",
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Variants.Length)];

    [Theory, MemberData(nameof(Rows))]
    public async Task What_can_be_read_is_found(int row)
    {
        var program = new RunnableProgram($$"""
            static class Written
            {
                public static readonly List<string> Texts = new();
                public static void Add(params object[] values) => Texts.Add(string.Join(" ", values));
            }

            static class Log
            {
                public static void Debug(string text, params object[] values) => Written.Add(text, string.Join(" ", values));
                public static void Information(string text) => Written.Add(text);
                public static void Error(string text) => Written.Add(text);
            }

            static class Console
            {
                public static void WriteLine(string text) => Written.Add(text);
            }

            static class Response
            {
                public static class Cookies
                {
                    public static void Append(string name, string value) => Written.Add(name, value);
                }

                public static void Redirect(string url) => Written.Add(url);
            }

            static class Http
            {
                public static void GetAsync(string url) => Written.Add(url);
            }

            static class Browser
            {
                public static void Open(string url) => Written.Add(url);
            }

            static class Client
            {
                static string Challenge(string codeVerifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));

                static string Protect(string text)
                {
                    using var aes = Aes.Create();
                    return Convert.ToHexString(aes.EncryptCbc(Encoding.UTF8.GetBytes(text), aes.IV));
                }

                static void Use(string text) { }

                static void Run(string codeVerifier, string body) { {{Variants[row]}} }

                public static List<string> Write(string verifier)
                {
                    try
                    {
                        Run(verifier, "grant_type=authorization_code&code_verifier=" + verifier);
                    }
                    catch (Exception e)
                    {
                        Written.Add(e.Message);
                    }
                    return Written.Texts;
                }
            }
            """);

        var written = (List<string>)program.Run("Client", "Write", Verifier)!;
        Assert.Equal(written.Exists(CanBeReadIn), !(await program.FindAsync("PKCE3007")).IsEmpty);
    }

    /// <summary>In the clear, or in base64.</summary>
    static bool CanBeReadIn(string text) => text.Contains(Verifier, StringComparison.Ordinal)
        || text.Split(' ', '=', '&').Any(part => Convert.TryFromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='), new byte[part.Length + 4], out _)
            && Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))).Contains(Verifier, StringComparison.Ordinal));
}
