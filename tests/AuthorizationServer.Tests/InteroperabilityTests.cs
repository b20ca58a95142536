using Pkce;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>The Runtime against other implementations of PKCE.</summary>
public sealed class InteroperabilityTests(SampleServer server, NodeClient node)
{
    [Fact]
    public async Task The_certified_openid_client_logs_in() =>
        Assert.Equal("""{"sub":"someone"}""", await node.RunAsync("login.js", server.Issuer));

    [Fact]
    public async Task The_certified_openid_client_understands_a_refusal() =>
        Assert.Equal(
            """{"error":"invalid_grant","error_description":"The code_verifier does not match the code_challenge."}""",
            await node.RunAsync("login.js", server.Issuer, CodeVerifier.Create()));

    [Fact]
    public async Task Ten_thousand_challenges_are_those_of_oauth4webapi()
    {
        var verifiers = Enumerable.Range(0, 10_000).Select(i => CodeVerifier.Create(43 + i % 86)).ToList();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, string.Join('\n', verifiers));
            var challenges = (await node.RunAsync("challenges.js", file)).ReplaceLineEndings("\n").Split('\n');

            Assert.Equal(challenges, verifiers.Select(CodeChallenge.Create));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
