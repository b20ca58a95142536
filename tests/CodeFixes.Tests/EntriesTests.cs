using PkceAnalyzers.CodeFixes.Insertions;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class EntriesTests
{
    [Fact]
    public Task Pairs_in_braces() => VerifyAsync(
        """
        var request = new Dictionary<string, string>
        {|authorization:{
            { "client_id", "app" },
            { {|name:"state"|}, {|value:state|} }
        }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new Dictionary<string, string>
        {
            { "client_id", "app" },
            { "state", state },
            { "code_challenge", proofKey.CodeChallenge },
            { "code_challenge_method", proofKey.CodeChallengeMethod }
        };
        """);

    [Fact]
    public Task Indexers_with_a_trailing_comma_and_comments() => VerifyAsync(
        """
        var request = new Dictionary<string, string>
        {|authorization:{
            // who asks
            ["client_id"] = "app",
            [{|name:"state"|}] = {|value:Uri.EscapeDataString(state)|}, // checked at the callback
            // no more than that
        }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new Dictionary<string, string>
        {
            // who asks
            ["client_id"] = "app",
            ["state"] = Uri.EscapeDataString(state), // checked at the callback
            ["code_challenge"] = proofKey.CodeChallenge,
            ["code_challenge_method"] = proofKey.CodeChallengeMethod,
            // no more than that
        };
        """);

    [Fact]
    public Task Comment_behind_the_last_element_stays_there() => VerifyAsync(
        """
        var request = new Dictionary<string, string>
        {|authorization:{
            [{|name:"state"|}] = {|value:state|} // checked at the callback
        }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new Dictionary<string, string>
        {
            ["state"] = state, // checked at the callback
            ["code_challenge"] = proofKey.CodeChallenge,
            ["code_challenge_method"] = proofKey.CodeChallengeMethod
        };
        """);

    [Fact]
    public Task All_on_one_line() => VerifyAsync(
        """
        var request = new Dictionary<string, string> {|authorization:{ ["client_id"] = "app", [{|name:"state"|}] = {|value:state|} }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new Dictionary<string, string> { ["client_id"] = "app", ["state"] = state, ["code_challenge"] = proofKey.CodeChallenge, ["code_challenge_method"] = proofKey.CodeChallengeMethod };
        """);

    [Fact]
    public Task New_pairs_in_an_array() => VerifyAsync(
        """
        var request = new[]
        {|authorization:{
            new KeyValuePair<string, string>({|name:"state"|}, {|value:state|}),
        }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new[]
        {
            new KeyValuePair<string, string>("state", state),
            new KeyValuePair<string, string>("code_challenge", proofKey.CodeChallenge),
            new KeyValuePair<string, string>("code_challenge_method", proofKey.CodeChallengeMethod),
        };
        """);

    [Fact]
    public Task Target_typed_pairs_in_a_collection_expression() => VerifyAsync(
        """
        List<KeyValuePair<string, string>> request =
        {|authorization:[
            new({|name:"state"|}, {|value:state|}),
        ]|};
        """,
        """
        var proofKey = ProofKey.Create();
        List<KeyValuePair<string, string>> request =
        [
            new("state", state),
            new("code_challenge", proofKey.CodeChallenge),
            new("code_challenge_method", proofKey.CodeChallengeMethod),
        ];
        """);

    [Fact]
    public Task Pairs_from_a_factory() => VerifyAsync(
        """
        KeyValuePair<string, string>[] request = {|authorization:[KeyValuePair.Create({|name:"state"|}, {|value:state|})]|};
        """,
        """
        var proofKey = ProofKey.Create();
        KeyValuePair<string, string>[] request = [KeyValuePair.Create("state", state), KeyValuePair.Create("code_challenge", proofKey.CodeChallenge), KeyValuePair.Create("code_challenge_method", proofKey.CodeChallengeMethod)];
        """);

    [Fact]
    public Task Tuples() => VerifyAsync(
        """
        (string Name, string Value)[] request = {|authorization:{ ({|name:"state"|}, {|value:state|}) }|};
        """,
        """
        var proofKey = ProofKey.Create();
        (string Name, string Value)[] request = { ("state", state), ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", proofKey.CodeChallengeMethod) };
        """);

    [Fact]
    public Task Members_of_an_anonymous_object() => VerifyAsync(
        """
        var request = {|authorization:new { client_id = "app", {|name:state|} = {|value:state|} }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new { client_id = "app", state = state, code_challenge = proofKey.CodeChallenge, code_challenge_method = proofKey.CodeChallengeMethod };
        """);

    [Fact]
    public Task Value_in_an_array_stays_in_one() => VerifyAsync(
        """
        var request = new Dictionary<string, string[]> {|authorization:{ { {|name:"state"|}, new[] { {|value:state|} } } }|};
        """,
        """
        var proofKey = ProofKey.Create();
        var request = new Dictionary<string, string[]> { { "state", new[] { state } }, { "code_challenge", new[] { proofKey.CodeChallenge } }, { "code_challenge_method", new[] { proofKey.CodeChallengeMethod } } };
        """);

    static Task VerifyAsync(string before, string after) => BuilderTest.VerifyAsync(InsertionKind.Entries, before, after);
}
