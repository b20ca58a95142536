using PkceAnalyzers.CodeFixes.Insertions;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class CallTests
{
    [Fact]
    public Task Indexer_statement() => VerifyAsync(InsertionKind.Statement,
        """
        var request = HttpUtility.ParseQueryString("");
        {|authorization:request[{|name:"state"|}] = {|value:state|}|}; // checked at the callback
        request["client_id"] = "app";
        """,
        """
        var request = HttpUtility.ParseQueryString("");
        var proofKey = ProofKey.Create();
        request["state"] = state; // checked at the callback
        request["code_challenge"] = proofKey.CodeChallenge;
        request["code_challenge_method"] = proofKey.CodeChallengeMethod;
        request["client_id"] = "app";
        """);

    [Fact]
    public Task Add_statement() => VerifyAsync(InsertionKind.Statement,
        """
        var request = new Dictionary<string, string>(); {|authorization:request.Add({|name:"state"|}, {|value:Uri.EscapeDataString(state)|})|};
        """,
        """
        var request = new Dictionary<string, string>(); var proofKey = ProofKey.Create(); request.Add("state", Uri.EscapeDataString(state)); request.Add("code_challenge", proofKey.CodeChallenge); request.Add("code_challenge_method", proofKey.CodeChallengeMethod);
        """);

    [Fact]
    public Task Chain_over_lines() => VerifyAsync(InsertionKind.Chain,
        """
        var request = {|authorization:new StringBuilder("https://server/authorize?response_type=code")
            .With({|name:"state"|}, {|value:state|})|}
            .With("client_id", "app");
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new StringBuilder("https://server/authorize?response_type=code")
            .With("state", state)
            .With("code_challenge", proofKey.CodeChallenge)
            .With("code_challenge_method", proofKey.CodeChallengeMethod)
            .With("client_id", "app");
        """);

    [Fact]
    public Task Chain_on_one_line() => VerifyAsync(InsertionKind.Chain,
        """
        var request = {|authorization:new StringBuilder("?response_type=code").With({|name:"state"|}, {|value:state|})|}.ToString();
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new StringBuilder("?response_type=code").With("state", state).With("code_challenge", proofKey.CodeChallenge).With("code_challenge_method", proofKey.CodeChallengeMethod).ToString();
        """);

    [Fact]
    public Task Nested_calls() => VerifyAsync(InsertionKind.Wrap,
        """
        var request = {|authorization:QueryHelpers.AddQueryString("https://server/authorize?response_type=code", {|name:"state"|}, {|value:state|})|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(QueryHelpers.AddQueryString("https://server/authorize?response_type=code", "state", state), "code_challenge", proofKey.CodeChallenge), "code_challenge_method", proofKey.CodeChallengeMethod);
        """);

    [Fact]
    public Task Format_gets_holes_and_arguments() => VerifyAsync(InsertionKind.Format,
        """
        var request = {|authorization:string.Format("https://server/authorize?client_id={0}&state={1}", "app", state)|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = string.Format("https://server/authorize?client_id={0}&state={1}&code_challenge={2}&code_challenge_method={3}", "app", state, proofKey.CodeChallenge, proofKey.CodeChallengeMethod);
        """);

    [Fact]
    public Task Format_over_lines_with_a_culture() => VerifyAsync(InsertionKind.Format,
        """
        var request = {|authorization:string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            "https://server/authorize?client_id={0}" +
            "&state={1}",
            "app", // us
            state)|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            "https://server/authorize?client_id={0}" +
            "&state={1}" +
            "&code_challenge={2}&code_challenge_method={3}",
            "app", // us
            state,
            proofKey.CodeChallenge,
            proofKey.CodeChallengeMethod);
        """);

    [Fact]
    public Task Format_with_an_array_gets_elements() => VerifyAsync(InsertionKind.Format,
        """
        var request = {|authorization:new StringBuilder().AppendFormat("?client_id={0}&state={1}", new object[] { "app", state })|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new StringBuilder().AppendFormat("?client_id={0}&state={1}&code_challenge={2}&code_challenge_method={3}", new object[] { "app", state, proofKey.CodeChallenge, proofKey.CodeChallengeMethod });
        """);

    [Fact]
    public Task Format_with_an_interpolated_format_gets_doubled_braces() => VerifyAsync(InsertionKind.Format,
        """
        var request = {|authorization:string.Format($"https://{code}/authorize?client_id={{0}}&state={{1}}", "app", state)|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = string.Format($"https://{code}/authorize?client_id={{0}}&state={{1}}&code_challenge={{2}}&code_challenge_method={{3}}", "app", state, proofKey.CodeChallenge, proofKey.CodeChallengeMethod);
        """);

    [Fact]
    public Task Text_within_a_format_gets_holes_and_arguments_too() => VerifyAsync(InsertionKind.TextInside,
        """
        var request = string.Format("https://server/authorize?response_type=code{|authorization:|}&client_id={0}" + "&state={1}", "app", state);
        """,
        """
        var proofKey = ProofKey.Create();
        var request = string.Format("https://server/authorize?response_type=code&code_challenge={2}&code_challenge_method={3}&client_id={0}" + "&state={1}", "app", state, proofKey.CodeChallenge, proofKey.CodeChallengeMethod);
        """);

    static Task VerifyAsync(InsertionKind kind, string before, string after) => BuilderTest.VerifyAsync(kind, before, after);
}
