using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE3001VerifierFixTests
{
    [Fact]
    public Task Expression_is_replaced_and_what_it_used_removed() => new VerifierTest
    {
        Code = """
            using System;
            using System.Linq;

            class Login
            {
                // Only for verifiers.
                private static readonly Random Random = new Random(); // not thread-safe

                string Verifier()
                {
                    const string chars = "abcdefghijklmnopqrstuvwxyz";
                    var length = 43;
                    var verifier = {|verifier:new string(Enumerable.Repeat(chars, length).Select(text => text[Random.Next(text.Length)]).ToArray())|};
                    return verifier + length;
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Linq;
            using Pkce;

            class Login
            {
                string Verifier()
                {
                    var length = 43;
                    var verifier = CodeVerifier.Create();
                    return verifier + length;
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Body_of_a_helper_is_replaced() => new VerifierTest
    {
        Code = """
            using System;
            using System.Text;

            class Login
            {
                readonly Random _random = new();

                {|verifier:public string Verifier(int length)
                {
                    // Not random at all.
                    var text = new StringBuilder();
                    for (var i = 0; i < length; i++)
                        text.Append((char)('a' + _random.Next(26)));
                    return text.ToString();
                }|}

                public string Short() => Expression();

                {|verifier:string Expression() => Guid.NewGuid().ToString("N") + _random.Next()|};

                public string Local()
                {
                    return Make();

                    {|verifier:static string Make()
                    {
                        return Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");
                    }|}
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Text;
            using Pkce;

            class Login
            {
                readonly Random _random = new();

                public string Verifier(int length)
                {
                    // Not random at all.
                    return CodeVerifier.Create();
                }

                public string Short() => Expression();

                string Expression() => CodeVerifier.Create();

                public string Local()
                {
                    return Make();

                    static string Make()
                    {
                        return CodeVerifier.Create();
                    }
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Property_of_the_same_name_is_no_obstacle() => new VerifierTest
    {
        Code = """
            using System;

            class Login
            {
                public string CodeVerifier { get; } = {|verifier:Guid.NewGuid().ToString("N")|};
            }
            """,
        FixedCode = """
            using System;

            class Login
            {
                public string CodeVerifier { get; } = Pkce.CodeVerifier.Create();
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Without_the_Runtime_a_helper_is_written_into_the_file() => new VerifierTest
    {
        HasRuntime = false,
        Code = """
            using System;

            class Login
            {
                public string CodeVerifier { get; } = {|verifier:Guid.NewGuid().ToString("N")|};
            }
            """,
        FixedCode = """
            using System;

            class Login
            {
                public string CodeVerifier { get; } = ProofKey.CreateCodeVerifier();
            }

            """ + HelperTests.Helper("file static", ""),
    }.RunAsync();

    [Fact]
    public Task Helper_and_local_that_the_analyzer_finds() => Fixed<PKCE3001VerifierFix>.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Text;

        class Login
        {
            readonly Random _random = new();

            string Verifier { get; set; } = "";

            public void Start()
            {
                var codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N");
                Verifier = codeVerifier;
            }

            public Dictionary<string, string> Form(string code) => new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = CreateCodeVerifier(),
            };

            string CreateCodeVerifier()
            {
                var text = new StringBuilder();
                for (var i = 0; i < 43; i++)
                    text.Append((char)('a' + {|PKCE3001:_random.Next(26)|}));
                return text.ToString();
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Text;
        using Pkce;

        class Login
        {
            string Verifier { get; set; } = "";

            public void Start()
            {
                var codeVerifier = CodeVerifier.Create();
                Verifier = codeVerifier;
            }

            public Dictionary<string, string> Form(string code) => new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = CreateCodeVerifier(),
            };

            string CreateCodeVerifier()
            {
                return CodeVerifier.Create();
            }
        }
        """);

    [Fact]
    public Task What_is_appended_to_the_verifier_goes_with_it() => Fixed<PKCE3001VerifierFix>.VerifyAsync(
        Appended("_codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\");\n        _codeVerifier += Guid.NewGuid().ToString(\"N\");\n        this._codeVerifier += Guid.NewGuid().ToString(\"N\"); // once more", ""),
        Appended("_codeVerifier = CodeVerifier.Create();", "\nusing Pkce;"));

    [Fact]
    public Task Verifier_to_which_more_than_randomness_is_appended_is_left() => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync(
        Appended("_codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\");\n        if (_codeVerifier.Length < 43)\n            _codeVerifier += Guid.NewGuid().ToString(\"N\");", ""));

    static string Appended(string made, string import) =>
        $$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;{{import}}

        class Login
        {
            string _codeVerifier = "";

            public string Begin()
            {
                {{made}}
                return "https://as.example/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + Text(SHA256.HashData(Encoding.ASCII.GetBytes(_codeVerifier)));
            }

            static string Text(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """;

    [Fact]
    public Task Constant_malformed_and_weak_verifiers_that_the_analyzer_finds() => Fixed<PKCE3001VerifierFix>.VerifyAsync(
        """
        using System;
        using System.Security.Cryptography;

        class Login
        {
            const string CodeChallengeMethod = "S256";

            string CreateCodeVerifier() => Convert.ToBase64String({|PKCE3004:RandomNumberGenerator.GetBytes(32)|});

            string Weak()
            {
                var codeVerifier = {|PKCE3005:RandomNumberGenerator.GetString("01", 100)|};
                return codeVerifier;
            }

            string Fixed()
            {
                var codeVerifier = {|PKCE3002:"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag"|};
                return codeVerifier + CodeChallengeMethod;
            }
        }
        """,
        """
        using System;
        using System.Security.Cryptography;
        using Pkce;

        class Login
        {
            const string CodeChallengeMethod = "S256";

            string CreateCodeVerifier() => CodeVerifier.Create();

            string Weak()
            {
                var codeVerifier = CodeVerifier.Create();
                return codeVerifier;
            }

            string Fixed()
            {
                var codeVerifier = CodeVerifier.Create();
                return codeVerifier + CodeChallengeMethod;
            }
        }
        """);

    [Fact]
    public Task Parameter_of_a_primary_constructor_that_would_be_read_no_more() => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync(
        """
        using System;

        class Ids
        {
            public string New() => Guid.NewGuid().ToString("N");
        }

        class Orders
        {
            string Number(Ids ids) => ids.New();
        }

        class Login(Ids ids)
        {
            string Begin()
            {
                var codeVerifier = {|PKCE3001:ids.New()|};
                var codeChallenge = codeVerifier.GetHashCode();
                return codeVerifier + codeChallenge;
            }
        }
        """);

    [Theory]
    [InlineData("static readonly string CodeVerifier =")]
    [InlineData("static string CodeVerifier { get; } =")]
    [InlineData("readonly string CodeVerifier =")]
    public Task Constant_that_would_serve_many_logins_once_it_is_made_is_left(string member) => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync($$"""
        class LoginClient
        {
            {{member}} {|PKCE3002:"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag"|};

            public string Url(System.Func<string, string> hash) =>
                "https://server/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + hash(CodeVerifier);
        }
        """);

    [Theory]
    [InlineData("_kept ?? {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\")")]
    [InlineData("_kept = {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\")")]
    [InlineData("Remember({|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"))")]
    [InlineData("_all.GetOrAdd(\"\", _ => {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"))")]
    [InlineData("await Task.FromResult({|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"))")]
    public Task Code_that_stores_the_verifier_too_or_reads_a_stored_one_is_left(string made) => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync($$"""
        #nullable enable
        using System;
        using System.Collections.Concurrent;
        using System.Threading.Tasks;

        class Login
        {
            readonly ConcurrentDictionary<string, string> _all = new();
            string? _kept;

            public async Task<string> Begin()
            {
                await Task.Yield();
                var codeVerifier = {{made}};
                var codeChallengeMethod = "S256";
                return codeVerifier + codeChallengeMethod;
            }

            string Remember(string text)
            {
                _kept = text;
                return text;
            }
        }
        """);

    [Theory]
    [InlineData("{ _kept = {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"); return _kept; }")]
    [InlineData("{ if (_kept != null) return _kept; return {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"); }")]
    [InlineData("{ var made = {|PKCE3001:Guid.NewGuid()|}.ToString(\"N\") + Guid.NewGuid().ToString(\"N\"); _all.Add(made); return made; }")]
    public Task Helper_that_stores_the_verifier_too_or_reads_a_stored_one_is_left(string body) => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync($$"""
        #nullable enable
        using System;
        using System.Collections.Generic;

        class Login
        {
            protected readonly List<string> _all = new();
            public string? _kept = "";

            public string CreateCodeVerifier()
            {{body}}
        }
        """);

    [Fact]
    public Task Constant_that_both_requests_write_is_left() => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync("""
        using System;
        using System.Collections.Generic;

        class Login
        {
            public string Url(Func<string, string> hash)
            {
                var codeVerifier = {|PKCE3002:"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag"|};
                return "https://server/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + hash(codeVerifier);
            }

            public Dictionary<string, string> Form(string code)
            {
                var codeVerifier = {|PKCE3002:"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag"|};
                return new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = codeVerifier };
            }
        }
        """);

    [Fact]
    public Task Verifier_that_a_seed_repeats_is_left() => Fixed<PKCE3001VerifierFix>.VerifyNoneAsync("""
        using System;

        class Login
        {
            public string CreateCodeVerifier(int seed)
            {
                var random = new Random(seed);
                var octets = new byte[32];
                {|PKCE3001:random.NextBytes(octets)|};
                return Convert.ToHexString(octets);
            }

            public string Begin(int seed)
            {
                var random = new Random(seed);
                var octets = new byte[32];
                {|PKCE3001:random.NextBytes(octets)|};
                var codeVerifier = Convert.ToHexString(octets);
                return codeVerifier + "S256";
            }
        }
        """);

    [Fact]
    public Task Only_what_nobody_else_may_know_is_removed() => Fixed<PKCE3001VerifierFix>.VerifyAsync(
        """
        using System;

        class Login
        {
            private int _count;

            private static string Named() => Guid.NewGuid().ToString("N");

            private static string Told() => "told";

            private static T Same<T>(T value) => value;

            private static string Built() => "built";

            private string Next => (++_count).ToString();

            private static string Unused() => "gone";

            public string Names() => nameof(Named) + nameof(Told) + Same<int>(3) + Same('a');

            public object Find() => GetType().GetMember("Told");

            public string Begin()
            {
                var next = Next;
                var codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Named() + Told() + Same("same") + Built() + Unused() + next.Length;
                return codeVerifier + "S256";
            }

        #if OTHER
            public string Other() => Built();
        #endif
        }
        """,
        """
        using System;
        using Pkce;

        class Login
        {
            private int _count;

            private static string Named() => Guid.NewGuid().ToString("N");

            private static string Told() => "told";

            private static T Same<T>(T value) => value;

            private static string Built() => "built";

            private string Next => (++_count).ToString();

            public string Names() => nameof(Named) + nameof(Told) + Same<int>(3) + Same('a');

            public object Find() => GetType().GetMember("Told");

            public string Begin()
            {
                var next = Next;
                var codeVerifier = CodeVerifier.Create();
                return codeVerifier + "S256";
            }

        #if OTHER
            public string Other() => Built();
        #endif
        }
        """);

    [Fact]
    public Task Parts_of_a_type_may_use_what_one_of_them_declares() => Fixed<PKCE3001VerifierFix>.VerifyAsync(
        """
        using System;

        partial class Login
        {
            private readonly Random _random = new();

            public string Begin()
            {
                var codeVerifier = Guid.NewGuid().ToString("N") + {|PKCE3001:_random.Next()|};
                return codeVerifier + "S256";
            }
        }
        """,
        """
        using System;
        using Pkce;

        partial class Login
        {
            private readonly Random _random = new();

            public string Begin()
            {
                var codeVerifier = CodeVerifier.Create();
                return codeVerifier + "S256";
            }
        }
        """);
}
