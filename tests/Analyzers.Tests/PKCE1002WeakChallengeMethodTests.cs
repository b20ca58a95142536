using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE1002WeakChallengeMethodTests
{
    [Theory]
    [InlineData("plain", "has code_challenge_method=plain, so that the code_challenge is the code_verifier itself")]
    [InlineData("s256", "has code_challenge_method=s256, which is no registered method (names are case-sensitive)")]
    [InlineData("SHA256", "has code_challenge_method=SHA256, which is no registered method (names are case-sensitive)")]
    [InlineData("S-256", "has code_challenge_method=S-256, which is no registered method (names are case-sensitive)")]
    [InlineData("Plain", "has code_challenge_method=Plain, which is no registered method (names are case-sensitive)")]
    [InlineData("RS256", "has code_challenge_method=RS256, which is no registered method (names are case-sensitive)")]
    public async Task Message_names_the_method(string method, string fault)
    {
        var test = new PkceTest
        {
            TestCode = $$"""
                class Login
                {
                    string Url(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}{|#0:&code_challenge_method={{method}}|}";
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            $"The client's authorization request {fault}: write code_challenge_method=S256, and send as code_challenge BASE64URL(SHA256(code_verifier))")
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Fact]
    public async Task Message_says_that_left_out_means_plain()
    {
        var test = new PkceTest
        {
            TestCode = """
                class Login
                {
                    string Url(string challenge) => {|#0:"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge="|} + challenge;
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1002", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "The client's authorization request has a code_challenge but no code_challenge_method, which means plain: write code_challenge_method=S256, and send as code_challenge BASE64URL(SHA256(code_verifier))"));
        await test.RunAsync();
    }

    public static TheoryData<string> Plain => new()
    {
        """
        // A constant.
        class Login
        {
            const string Method = "plain";

            string Url(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}{|PKCE1002:&code_challenge_method=|}{Method}";
        }
        """,
        """
        // A local.
        class Login
        {
            string Url(string challenge)
            {
                var method = "plain";
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + {|PKCE1002:"&code_challenge_method="|} + method;
            }
        }
        """,
        """
        // Either way is wrong.
        class Login
        {
            string Url(string challenge, bool hashed)
            {
                var method = hashed ? "sha256" : "plain";
                return "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + {|PKCE1002:"&code_challenge_method="|} + method;
            }
        }
        """,
        """
        // An entry of a dictionary.
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Parameters(string challenge) => new()
            {
                ["response_type"] = "code",
                ["client_id"] = "app",
                ["code_challenge"] = challenge,
                {|PKCE1002:["code_challenge_method"] = "plain"|},
            };
        }
        """,
        """
        // A statement on a dictionary.
        using System.Collections.Generic;

        class Login
        {
            Dictionary<string, string> Parameters(string challenge)
            {
                var parameters = new Dictionary<string, string> { { "response_type", "code" }, { "client_id", "app" } };
                parameters.Add("code_challenge", challenge);
                {|PKCE1002:parameters.Add("code_challenge_method", "plain")|};
                return parameters;
            }
        }
        """,
        """
        // A format.
        class Login
        {
            string Url(string challenge) => string.Format({|PKCE1002:"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={0}&code_challenge_method={1}"|}, challenge, "plain");
        }
        """,
        """
        // A builder.
        using System.Text;

        class Login
        {
            string Url(string challenge) => new StringBuilder("https://login.example.com/authorize?response_type=code&client_id=app")
                .Append("&code_challenge=").Append(challenge)
                .Append({|PKCE1002:"&code_challenge_method="|}).Append("plain").ToString();
        }
        """,
        """
        // A field of another class.
        class Login
        {
            string Url(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}{|PKCE1002:&code_challenge_method=|}{Methods.Plain}";
        }

        static class Methods
        {
            public static readonly string Plain = "plain";
        }
        """,
        """
        // A helper of one's own.
        class Login
        {
            string Url(string challenge) => Add(Add("https://login.example.com/authorize?response_type=code&client_id=app", "code_challenge", challenge), {|PKCE1002:"code_challenge_method"|}, "plain");

            static string Add(string url, string name, string value) => $"{url}&{name}={value}";
        }
        """,
        """
        // Query helpers.
        using System.Collections.Generic;
        using Microsoft.AspNetCore.WebUtilities;

        class Login
        {
            string Url(string challenge) => QueryHelpers.AddQueryString("https://login.example.com/authorize", new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = "app",
                ["code_challenge"] = challenge,
                {|PKCE1002:["code_challenge_method"] = "plain"|},
            });
        }
        """,
    };

    [Theory, MemberData(nameof(Plain))]
    public Task Plain_however_it_is_written(string program) => PkceTest.VerifyAsync(program);

    public static TheoryData<string> LeftOut => new()
    {
        """
        class Interpolation
        {
            string Url(string clientId, string challenge) => $"https://login.example.com/authorize?response_type=code&client_id={clientId}{|PKCE1002:&code_challenge=|}{challenge}&state=s";
        }
        """,
        """
        class Concatenation
        {
            string Url(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=app" + {|PKCE1002:"&code_challenge="|} + challenge;
        }
        """,
        """
        class CompoundAssignment
        {
            string Url(string challenge)
            {
                var url = "https://login.example.com/authorize?response_type=code&client_id=app";
                url += {|PKCE1002:"&code_challenge="|} + challenge;
                return url;
            }
        }
        """,
        """
        class Format
        {
            string Url(string challenge) => string.Format({|PKCE1002:"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={0}"|}, challenge);
        }
        """,
        """
        using System.Text;

        class Builder
        {
            string Url(string challenge) => new StringBuilder("https://login.example.com/authorize?response_type=code&client_id=app").Append({|PKCE1002:"&code_challenge="|}).Append(challenge).ToString();
        }
        """,
        """
        using System.Collections.Generic;

        class DictionaryInitializer
        {
            Dictionary<string, string> Parameters(string challenge) => new() { { "response_type", "code" }, { "client_id", "app" }, {|PKCE1002:{ "code_challenge", challenge }|} };
        }
        """,
        """
        using System.Collections.Specialized;

        class NameValues
        {
            NameValueCollection Parameters(string challenge)
            {
                var parameters = new NameValueCollection { { "response_type", "code" }, { "client_id", "app" } };
                {|PKCE1002:parameters["code_challenge"] = challenge|};
                return parameters;
            }
        }
        """,
        """
        using System.Collections.Generic;

        class Pairs
        {
            KeyValuePair<string, string>[] Parameters(string challenge) => [new("response_type", "code"), new("client_id", "app"), {|PKCE1002:new("code_challenge", challenge)|}];
        }
        """,
        """
        class AnonymousObject
        {
            object Parameters(string challenge) => new { response_type = "code", client_id = "app", {|PKCE1002:code_challenge = challenge|} };
        }
        """,
        """
        using Microsoft.AspNetCore.WebUtilities;

        class Helpers
        {
            string Url(string challenge) => {|PKCE1002:QueryHelpers.AddQueryString("https://login.example.com/authorize?response_type=code&client_id=app", "code_challenge", challenge)|};
        }
        """,
    };

    [Theory, MemberData(nameof(LeftOut))]
    public Task Left_out_however_it_is_written(string program) => PkceTest.VerifyAsync(program);

    [Fact]
    public Task S256_and_methods_that_are_not_known() => PkceTest.VerifyAsync("""
        class Login(string method)
        {
            const string Hashed = "S256";

            string Constant(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method={Hashed}";

            string Field(string challenge) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method={method}";

            string Given(string challenge, string given) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method={given}";

            string Either(string challenge, bool hashed) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&code_challenge_method={(hashed ? "S256" : "plain")}";
        }
        """);

    [Fact]
    public Task Request_left_open() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            string Url(string challenge, string rest) => $"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={challenge}&{rest}";

            Dictionary<string, string> Parameters(string challenge, IDictionary<string, string> rest) => new(rest)
            {
                ["response_type"] = "code", ["client_id"] = "app", ["code_challenge"] = challenge,
            };
        }
        """);

    [Fact]
    public Task Servers_metadata_and_unrelated_names() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        static class Discovery
        {
            static readonly string[] Methods = ["plain", "S256"];

            static Dictionary<string, object> Metadata() => new()
            {
                ["code_challenge_methods_supported"] = Methods,
                ["response_types_supported"] = new[] { "code" },
            };

            static bool IsAllowed(IDictionary<string, string> query) => query["response_type"] == "code" && query["code_challenge_method"] != "plain";
        }

        class Puzzle
        {
            public string code_challenge_method { get; set; } = "plain";
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        class Login
        {
            string Url(string challenge)
            {
                var url = "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + {|PKCE1002:"&code_challenge_method=plain"|}
                url.
            }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        class Login
        {
            string New(string challenge) => "https://new.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + {|PKCE1002:"&code_challenge_method=plain"|};
        #pragma warning disable PKCE1002 // This provider takes plain only.
            string Old(string challenge) => "https://old.example.com/authorize?response_type=code&client_id=app&code_challenge=" + challenge + "&code_challenge_method=plain";
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        class Login
        {
            string Url(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=plain&code_challenge=" + challenge;
        }
        """);
}
