using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Ways to keep a code verifier: a finding has to be there exactly where two authorization requests carry the same challenge
/// when they are made.</summary>
public sealed class LifetimeTests
{
    /// <summary>Members of a class, among them <c>string Url()</c>, which makes an authorization request.</summary>
    static readonly string[] Variants =
    [
        // Made once.
        "static readonly string CodeVerifier = Create(); public string Url() => Request(CodeVerifier);",
        "static string codeVerifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)); public string Url() => Request(codeVerifier);",
        "public static string CodeVerifier { get; } = Create(); public string Url() => Request(CodeVerifier);",
        "static readonly Lazy<string> LazyVerifier = new(() => Create()); public string Url() => Request(LazyVerifier.Value);",
        "static readonly Lazy<string> CodeVerifier = new Lazy<string>(() => Create(), true); public string Url() => Request(CodeVerifier.Value);",
        "static string _codeVerifier; static LoginClient() { _codeVerifier = Create(); } public string Url() => Request(_codeVerifier);",
        "static string _codeVerifier; public string Url() => Request(_codeVerifier ??= Create());",
        "static string _codeVerifier; public string Url() { if (_codeVerifier is null) LazyInitializer.EnsureInitialized(ref _codeVerifier, () => CreateCodeVerifier()); return Request(_codeVerifier); } static string CreateCodeVerifier() => Create();",
        "readonly string codeVerifier = Create(); public string Url() => Request(codeVerifier, codeChallenge: null);",
        "readonly string _codeVerifier; public LoginClient() { _codeVerifier = Create(); } public string Url() { var codeChallenge = Challenge(_codeVerifier); return Request(_codeVerifier, codeChallenge); }",
        "string CodeVerifier { get; } = Create(); public string Url() { var codeChallenge = Challenge(CodeVerifier); return Request(null, codeChallenge); }",
        "static readonly ConcurrentDictionary<string, string> Cache = new(); public string Url() => Request(Cache.GetOrAdd(\"verifier\", _ => CreateCodeVerifier())); static string CreateCodeVerifier() => Create();",
        "class Saved { public string CodeVerifier; } readonly Saved saved; public LoginClient() { saved = new Saved { CodeVerifier = Create() }; } public string Url() { var codeChallenge = Challenge(saved.CodeVerifier); return Request(null, codeChallenge); }",
        "static string _codeVerifier; public string Url() { if (_codeVerifier == null) _codeVerifier = Create(); return Request(_codeVerifier); }",
        "static string _codeVerifier; public string Url() { if (string.IsNullOrEmpty(_codeVerifier)) { _codeVerifier = Create(); } return Request(_codeVerifier); }",
        "static readonly (string CodeVerifier, string CodeChallenge) Pair = CreatePair(); public string Url() => Request(Pair.CodeVerifier); static (string, string) CreatePair() { var codeVerifier = Create(); return (codeVerifier, Challenge(codeVerifier)); }",
        "record Pkce(string CodeVerifier); static readonly Pkce Key = NewKey(); public string Url() => Request(Key.CodeVerifier); static Pkce NewKey() => new(Create());",
        // Made anew.
        "(string CodeVerifier, string CodeChallenge) pair; public string Url() { pair = CreatePair(); return Request(pair.CodeVerifier); } static (string, string) CreatePair() { var codeVerifier = Create(); return (codeVerifier, Challenge(codeVerifier)); }",
        "public string Url() { var codeVerifier = Create(); return Request(codeVerifier); }",
        "string _codeVerifier; public string Url() { _codeVerifier = Create(); var codeChallenge = Challenge(_codeVerifier); return Request(null, codeChallenge); }",
        "static string _codeVerifier; public string Url() { _codeVerifier = Create(); return Request(_codeVerifier); }",
        "static string CodeVerifier => Create(); public string Url() => Request(CodeVerifier);",
        "static string _codeVerifier; public string Url() { var url = Request(_codeVerifier ??= Create()); Done(); return url; } static void Done() { _codeVerifier = null; }",
        "static readonly ConcurrentDictionary<string, string> Cache = new(); public string Url() { var state = Create(); return Request(Cache.GetOrAdd(state, _ => CreateCodeVerifier())); } static string CreateCodeVerifier() => Create();",
        "class Attempt { public string CodeVerifier { get; } = Create(); } public string Url() => Request(new Attempt().CodeVerifier);",
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Variants.Length)];

    [Theory, MemberData(nameof(Rows))]
    public async Task Verifier_that_serves_two_requests_is_found(int row)
    {
        var program = new RunnableProgram($$"""
            class LoginClient
            {
                {{Variants[row]}}

                static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

                static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

                static string Request(string verifier, string codeChallenge = null) =>
                    "https://a.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + (codeChallenge ?? Challenge(verifier));
            }

            static class Logins
            {
                public static bool AreAlike()
                {
                    var client = new LoginClient();
                    return client.Url() == client.Url();
                }
            }
            """);

        Assert.Equal((bool)program.Run("Logins", "AreAlike")!, !(await program.FindAsync("PKCE3003")).IsEmpty);
    }
}
