using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Requests that the code excepts aloud: reported all the same, but suppressed.</summary>
public sealed class NoPkceMarkerTests
{
    const string Url = "\"https://shop.example/authorize?response_type=code&client_id=app\"";

    const string Form = """
        new System.Collections.Generic.Dictionary<string, string>
        {
            {|#1:["grant_type"] = "authorization_code"|},
            ["code"] = code,
            ["client_id"] = "app",
        }
        """;

    [Fact]
    public Task Call_excepts_both_requests_of_its_method() => SuppressedAsync(["PKCE1001", "PKCE1004"], $$"""
        using Pkce;

        class Login
        {
            object Run(System.Func<string, string> browse)
            {
                NoPkce.Because("shop.example refuses code_challenge; the nonce is checked");
                var code = browse({|#0:{{Url}}|});
                return new System.Net.Http.FormUrlEncodedContent({{Form}});
            }
        }
        """);

    [Fact]
    public Task Call_excepts_a_proof_on_some_paths_only() => SuppressedAsync([new DiagnosticResult("PKCE1003", DiagnosticSeverity.Info)], """
        using Pkce;

        class Login
        {
            string Url(bool old, string challenge)
            {
                NoPkce.Because("shop.example refuses code_challenge");
                var url = {|#0:"https://shop.example/authorize?response_type=code&client_id=app"|};
                if (!old)
                    url += "&code_challenge=" + challenge + "&code_challenge_method=S256";
                return url;
            }
        }
        """);

    [Theory]
    [InlineData("Pkce.NoPkce.Because(\"refused\");")]
    [InlineData("global::Pkce.NoPkce.Because(reason: \"refused\");")]
    [InlineData("Because(\"refused\");")]
    [InlineData("Pkce.NoPkce.Because(Why);")]
    [InlineData("Pkce.NoPkce.Because($\"refused by {host}\");")]
    public Task Forms_of_the_call(string call) => SuppressedAsync(["PKCE1001"], $$"""
        using static Pkce.NoPkce;

        class Login
        {
            const string Why = "refused";

            string Url(string host)
            {
                {{call}}
                return {|#0:{{Url}}|};
            }
        }
        """);

    [Theory]
    [InlineData("[Pkce.NoPkce(\"refused\")] string Request() => {|#0:URL|};")]
    [InlineData("[Pkce.NoPkceAttribute(reason: \"refused\")] string Request() { System.Func<string> make = () => {|#0:URL|}; return make(); }")]
    [InlineData("[Pkce.NoPkce(\"refused\")] string Request => {|#0:URL|};")]
    [InlineData("[Pkce.NoPkce(\"refused\")] string Request { get { return {|#0:URL|}; } }")]
    [InlineData("string Request { [Pkce.NoPkce(\"refused\")] get => {|#0:URL|}; }")]
    [InlineData("[Pkce.NoPkce(\"refused\")] public readonly string Request = {|#0:URL|};")]
    [InlineData("[Pkce.NoPkce(\"refused\")] Login() { System.Console.WriteLine({|#0:URL|}); }")]
    [InlineData("string Request() { return Make(); [Pkce.NoPkce(\"refused\")] string Make() => {|#0:URL|}; }")]
    [InlineData("string Request() { var make = [Pkce.NoPkce(\"refused\")] () => {|#0:URL|}; return make(); }")]
    public Task Forms_of_the_attribute(string member) => SuppressedAsync(["PKCE1001"], $$"""
        class Login
        {
            {{member.Replace("URL", Url)}}
        }
        """);

    [Fact]
    public Task Call_in_a_program_of_top_level_statements() => SuppressedAsync(["PKCE1001"], $$"""
        Pkce.NoPkce.Because("refused");
        System.Console.WriteLine({|#0:{{Url}}|});

        class Login
        {
            string Other() => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
        }
        """);

    [Fact]
    public Task Call_excepts_a_constant_that_its_method_sends() => SuppressedAsync(["PKCE1001"], $$"""
        class Login
        {
            const string Url = {|#0:{{Url}}|};

            void Open()
            {
                Pkce.NoPkce.Because("refused");
                System.Diagnostics.Process.Start(Url);
            }
        }
        """);

    [Fact]
    public Task Call_in_a_lambda_excepts_the_lambda_alone() => SuppressedAsync(["PKCE1001"], $$"""
        class Login
        {
            void Map(System.Action<System.Func<string>> map)
            {
                map(() =>
                {
                    Pkce.NoPkce.Because("refused");
                    return {|#0:{{Url}}|};
                });
                map(() => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|});
            }
        }
        """);

    [Fact]
    public Task Marker_in_another_member() => PkceTest.VerifyWithAsync(Runtime.Reference, $$"""
        class Login
        {
            void Other() => Pkce.NoPkce.Because("refused");

            [Pkce.NoPkce("refused")]
            string Third() => "";

            string Request() => {|PKCE1001:{{Url}}|};
        }
        """);

    [Fact]
    public Task Marker_says_nothing_of_other_rules() => PkceTest.VerifyWithAsync(Runtime.Reference, """
        class Login
        {
            [Pkce.NoPkce("refused")]
            string Url(string verifier) => "https://shop.example/authorize?response_type=code&client_id=app" + {|PKCE1002:"&code_challenge="|} + verifier;
        }
        """);

    [Fact]
    public Task Namesakes_of_the_marker() => PkceTest.VerifyAsync($$"""
        static class NoPkce
        {
            public static void Because(string reason) { }
        }

        class NoPkceAttribute(string reason) : System.Attribute
        {
            public string Reason { get; } = reason;
        }

        class Login
        {
            [NoPkce("refused")]
            string Request()
            {
                NoPkce.Because("");
                NoPkce.Because("refused");
                return {|PKCE1001:{{Url}}|};
            }
        }
        """);

    [Fact]
    public async Task Marker_that_does_not_resolve_is_known_by_its_name()
    {
        var test = Test(["PKCE1001", "PKCE1001"], $$"""
            class Login
            {
                string First()
                {
                    NoPkce.Because("refused");
                    return {|#0:{{Url}}|};
                }

                [NoPkce("refused")]
                string Second() => {|#1:"https://login.example.com/authorize?response_type=code&client_id=app"|};
            }
            """);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    [Theory]
    [InlineData("{|PKCE9001:Pkce.NoPkce.Because(\"\")|};")]
    [InlineData("{|PKCE9001:Pkce.NoPkce.Because(\" \\t\")|};")]
    [InlineData("{|PKCE9001:Pkce.NoPkce.Because(null)|};")]
    [InlineData("{|PKCE9001:Pkce.NoPkce.Because(Empty)|};")]
    [InlineData("{|PKCE9001:// pkce: disable PKCE1001|}")]
    [InlineData("{|PKCE9001:// pkce: disable PKCE1004, PKCE1001: |}")]
    public Task Marker_without_a_reason_silences_nothing_and_is_a_finding(string marker) => PkceTest.VerifyWithAsync(Runtime.Reference, $$"""
        class Login
        {
            const string Empty = "";

            string Request()
            {
                {{marker}}
                return {|PKCE1001:{{Url}}|};
            }
        }
        """);

    [Fact]
    public async Task Message_for_a_marker_without_a_reason()
    {
        var test = new PkceTest
        {
            TestCode = $$"""
                class Login
                {
                    [{|#0:Pkce.NoPkce("")|}]
                    string Request() => {|PKCE1001:{{Url}}|};
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Runtime.Reference);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE9001", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "The attribute NoPkce has no reason, so it silences nothing: write why the request goes without PKCE, and what protects the code instead"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("// pkce: disable PKCE1001 shop.example refuses it\nreturn {|#0:URL|};")]
    [InlineData("return {|#0:URL|}; // pkce: disable PKCE1001 shop.example refuses it")]
    [InlineData("//pkce:disable PKCE1004,PKCE1001: shop.example refuses it\nreturn {|#0:URL|};")]
    [InlineData("// pkce: disable PKCE1001 shop.example refuses it;\n// asked in March.\nreturn {|#0:URL|};")]
    [InlineData("// The shop.\n// pkce: disable PKCE1001 shop.example refuses it\nreturn {|#0:URL|};")]
    [InlineData("// pkce: disable PKCE1001 shop.example refuses it\nreturn string.Concat(\n    {|#0:URL|},\n    \"\");")]
    [InlineData("return string.Concat(\n    // pkce: disable PKCE1001 shop.example refuses it\n    {|#0:URL|},\n    \"\");")]
    public Task Forms_of_the_comment(string statement) => SuppressedAsync(["PKCE1001"], $$"""
        class Login
        {
            string Request()
            {
                {{statement.Replace("URL", Url)}}
            }
        }
        """);

    [Fact]
    public Task Comment_above_a_member_that_is_one_expression() => SuppressedAsync(["PKCE1001"], $$"""
        class Login
        {
            // pkce: disable PKCE1001 shop.example refuses it
            /// <summary>Where the user logs in.</summary>
            string Request() =>
                {|#0:{{Url}}|};
        }
        """);

    [Theory]
    [InlineData("// pkce: disable PKCE1004 shop.example refuses it")]
    [InlineData("// pkce: disable PKCE2001 shop.example refuses it")]
    [InlineData("// pkce: disable PKCE10010 shop.example refuses it")]
    [InlineData("// pkce: disable shop.example refuses it")]
    [InlineData("// pkce: enable PKCE1001 shop.example refuses it")]
    [InlineData("// See pkce: disable PKCE1001 shop.example refuses it")]
    [InlineData("/// pkce: disable PKCE1001 shop.example refuses it")]
    [InlineData("var text = \"// pkce: disable PKCE1001 shop.example refuses it\";")]
    [InlineData("// pkce: disable PKCE1001 shop.example refuses it\n")]
    [InlineData("// pkce: disable PKCE1001 shop.example refuses it\nSystem.Console.WriteLine();")]
    [InlineData("System.Console.WriteLine(); // pkce: disable PKCE1001 shop.example refuses it")]
    public Task Comments_that_do_not_except_the_request(string lines) => PkceTest.VerifyAsync($$"""
        class Login
        {
            string Request()
            {
                {{lines}}
                return {|PKCE1001:{{Url}}|};
            }
        }
        """);

    [Fact]
    public Task Comment_above_a_member_does_not_except_what_is_in_its_body() => PkceTest.VerifyAsync($$"""
        class Login
        {
            // pkce: disable PKCE1001 shop.example refuses it
            string Request()
            {
                return {|PKCE1001:{{Url}}|};
            }
        }
        """);

    static Task SuppressedAsync(DiagnosticResult[] expected, string code) => SuppressedAsync(Test(expected, code));

    static Task SuppressedAsync(string[] ids, string code) => SuppressedAsync(Test(ids, code));

    static Task SuppressedAsync(PkceTest test)
    {
        test.TestState.AdditionalReferences.Add(Runtime.Reference);
        return test.RunAsync();
    }

    static PkceTest Test(string[] ids, string code) => Test([.. ids.Select(id => new DiagnosticResult(id, DiagnosticSeverity.Warning))], code);

    /// <summary>The places <c>#0</c>, <c>#1</c> … have these findings, suppressed.</summary>
    static PkceTest Test(DiagnosticResult[] expected, string code)
    {
        var test = new PkceTest { TestCode = code };
        test.ExpectedDiagnostics.AddRange(expected.Select((result, place) => result.WithLocation(place).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithIsSuppressed(true)));
        return test;
    }
}
