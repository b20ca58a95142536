using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Insertions;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class TextTests
{
    [Fact]
    public Task Interpolated_string_gets_text_at_its_end() => VerifyAsync(
        """
        string url = {|authorization:$"https://server/authorize?state={state}"|};
        """,
        """
        string url = $"https://server/authorize?state={state}<challenge>";
        """);

    [Fact]
    public Task Literal_becomes_interpolated() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?response_type=code"|};
        """,
        """
        string url = $"https://server/authorize?response_type=code<challenge>";
        """);

    [Fact]
    public Task Braces_of_a_literal_are_doubled() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?claims={}"|};
        """,
        """
        string url = $"https://server/authorize?claims={{}}<challenge>";
        """);

    [Fact]
    public Task Verbatim_literal_stays_verbatim() => VerifyAsync(
        """"
        string url = {|authorization:@"https://server/authorize?a=""{b}"""|};
        """",
        """"
        string url = $@"https://server/authorize?a=""{{b}}""<challenge>";
        """",
        version: LanguageVersion.CSharp7_3);

    [Fact]
    public Task Verbatim_interpolated_string_stays_as_it_is_written() => VerifyAsync(
        """
        string url = {|authorization:@$"https://server/authorize?state={state}"|};
        """,
        """
        string url = @$"https://server/authorize?state={state}<challenge>";
        """);

    [Fact]
    public Task Raw_literal_gets_as_many_dollars_as_its_braces_need() => VerifyAsync(
        """"
        string url = {|authorization:"""https://server/authorize?claims={{}}"""|};
        """",
        """"
        string url = $$$"""https://server/authorize?claims={{}}&code_challenge={{{proofKey.CodeChallenge}}}&code_challenge_method={{{proofKey.CodeChallengeMethod}}}""";
        """");

    [Fact]
    public Task Raw_interpolated_string_keeps_its_holes() => VerifyAsync(
        """"
        string url = {|authorization:$$"""https://server/authorize?state={{state}}"""|};
        """",
        """"
        string url = $$"""https://server/authorize?state={{state}}&code_challenge={{proofKey.CodeChallenge}}&code_challenge_method={{proofKey.CodeChallengeMethod}}""";
        """");

    [Fact]
    public Task Raw_literal_over_lines_gets_text_at_the_end_of_its_last_line() => VerifyAsync(
        """"
        string url = {|authorization:"""
            https://server/authorize?response_type=code
            """|};
        """",
        """"
        string url = $"""
            https://server/authorize?response_type=code<challenge>
            """;
        """");

    [Fact]
    public Task Raw_interpolated_string_over_lines_gets_text_at_the_end_of_its_last_line() => VerifyAsync(
        """"
        string url = {|authorization:$"""
            https://server/authorize?state={state}
            """|};
        """",
        """"
        string url = $"""
            https://server/authorize?state={state}<challenge>
            """;
        """");

    [Fact]
    public Task Chain_that_ends_with_a_literal_gets_text_in_it() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?state=" + state + "&response_type=code"|};
        """,
        """
        string url = "https://server/authorize?state=" + state + $"&response_type=code<challenge>";
        """);

    [Fact]
    public Task Chain_that_ends_with_a_value_gets_an_operand() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?state=" + state|};
        """,
        """
        string url = "https://server/authorize?state=" + state + $"<challenge>";
        """);

    [Fact]
    public Task Chain_over_lines_gets_a_line_behind_a_trailing_operator() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?response_type=code" +
            "&state=" + // who asked
            state|}; // done
        """,
        """
        string url = "https://server/authorize?response_type=code" +
            "&state=" + // who asked
            state +
            $"<challenge>"; // done
        """);

    [Fact]
    public Task Chain_over_lines_gets_a_line_with_a_leading_operator() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize?response_type=code&state="
            + state|};
        """,
        """
        string url = "https://server/authorize?response_type=code&state="
            + state
            + $"<challenge>";
        """);

    [Fact]
    public Task Chain_over_lines_gets_a_line_even_where_its_last_line_has_two_operands() => VerifyAsync(
        """
        string url = {|authorization:"https://server/authorize"
            + "?response_type=code"
            + "&state=" + state|};
        """,
        """
        string url = "https://server/authorize"
            + "?response_type=code"
            + "&state=" + state
            + $"<challenge>";
        """);

    [Fact]
    public Task Call_gets_an_operand() => VerifyAsync(
        """
        string url = {|authorization:string.Concat("https://server/authorize?state=", state)|};
        """,
        """
        string url = string.Concat("https://server/authorize?state=", state) + $"<challenge>";
        """);

    [Fact]
    public Task Conditional_is_parenthesized() => VerifyAsync(
        """
        string url = {|authorization:state == "" ? "https://one/authorize?a=b" : "https://two/authorize?a=b"|};
        """,
        """
        string url = (state == "" ? "https://one/authorize?a=b" : "https://two/authorize?a=b") + $"<challenge>";
        """);

    [Fact]
    public Task Operand_stays_within_the_receiver_of_a_call() => VerifyAsync(
        """
        string url = {|authorization:state|}.Trim();
        """,
        """
        string url = (state + $"<challenge>").Trim();
        """);

    [Fact]
    public Task Text_goes_between_parameters_of_an_interpolated_string() => VerifyAsync(
        """
        string url = $"https://server/authorize?state={state}{|authorization:|}#top";
        """,
        """
        string url = $"https://server/authorize?state={state}<challenge>#top";
        """,
        InsertionKind.TextInside);

    [Fact]
    public Task Text_goes_between_parameters_of_a_literal() => VerifyAsync(
        """
        string url = "https://server/authorize?claims={}{|authorization:|}&nonce={}";
        """,
        """
        string url = $"https://server/authorize?claims={{}}<challenge>&nonce={{}}";
        """,
        InsertionKind.TextInside);

    [Fact]
    public Task Text_goes_to_the_start_of_a_literal() => VerifyAsync(
        """
        string url = "https://server/authorize?response_type=code" + "{|authorization:|}&state=" + state;
        """,
        """
        string url = "https://server/authorize?response_type=code" + $"<challenge>&state=" + state;
        """,
        InsertionKind.TextInside);

    [Fact]
    public Task Constant_is_left_alone()
    {
        const string code = """
            class Login
            {
                string Start()
                {
                    const string url = {|authorization:"https://server/authorize?response_type=code"|};
                    return url + {|token:"code="|};
                }
            }
            """;
        return new ExchangeTest { Code = code }.RunAsync();
    }

    /// <summary>A method that begins with the given statements, before and after.</summary>
    static Task VerifyAsync(
        string before, string after, InsertionKind kind = InsertionKind.TextEnd, LanguageVersion version = LanguageVersion.Latest) => new ExchangeTest
    {
        AuthorizationKind = kind,
        LanguageVersion = version,
        Nullable = version < LanguageVersion.CSharp8 ? default : Microsoft.CodeAnalysis.NullableContextOptions.Enable,
        TokenKind = InsertionKind.TextEnd,
        Code = Program(before, "{|token:$\"code={code}\"|}"),
        FixedCode = Program(
            "var proofKey = ProofKey.Create();\n" + after.Replace(
                "<challenge>", "&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}"),
            "$\"code={code}&code_verifier={proofKey.CodeVerifier}\""),
    }.RunAsync();

    static string Program(string statements, string form) => $$"""
        using Pkce;

        class Login
        {
            public string Url = "";

            string Run(string state, string code)
            {
                {{statements.Replace("\n", "\n        ")}}
                Url = url;
                return {{form}};
            }
        }
        """;
}
