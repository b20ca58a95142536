using System.Diagnostics;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class ProofKeyTests
{
    [Fact]
    public void The_proof_key_of_appendix_B()
    {
        var proofKey = ProofKey.FromVerifier(Rfc7636.Verifier);

        Assert.Equal(Rfc7636.Verifier, proofKey.CodeVerifier);
        Assert.Equal(Rfc7636.Challenge, proofKey.CodeChallenge);
        Assert.Equal("S256", proofKey.CodeChallengeMethod);
    }

    [Fact]
    public void A_new_proof_key_has_a_verifier_of_43_characters_and_its_challenge()
    {
        var proofKey = ProofKey.Create();

        Assert.Equal(43, proofKey.CodeVerifier.Length);
        Assert.Equal(CodeChallenge.Create(proofKey.CodeVerifier), proofKey.CodeChallenge);
    }

    [Fact]
    public void Every_length_from_0_to_200_is_made_or_refused()
    {
        for (var length = 0; length <= 200; length++)
        {
            if (length is >= 43 and <= 128)
            {
                Assert.Equal(length, ProofKey.Create(length).CodeVerifier.Length);
                continue;
            }

            var error = Assert.Throws<ArgumentOutOfRangeException>("verifierLength", () => ProofKey.Create(length));
            Assert.Contains("43 to 128", error.Message);
        }
    }

    [Fact]
    public void A_verifier_of_a_wrong_length_is_refused_with_its_length()
    {
        for (var length = 0; length <= 200; length++)
        {
            var verifier = new string('a', length);
            if (length is >= 43 and <= 128)
            {
                Assert.Equal(verifier, ProofKey.FromVerifier(verifier).CodeVerifier);
                continue;
            }

            var error = Assert.Throws<ArgumentException>("codeVerifier", () => ProofKey.FromVerifier(verifier));
            Assert.Contains($"has {length} characters", error.Message);
        }
    }

    [Fact]
    public void A_wrong_character_is_refused_with_its_index()
    {
        for (var c = '\0'; c <= '\u0200'; c++)
        {
            var verifier = Rfc7636.VerifierWith(c, 17);
            if (Rfc7636.VerifierCharacters.Contains(c))
            {
                Assert.Equal(verifier, ProofKey.FromVerifier(verifier).CodeVerifier);
                continue;
            }

            var error = Assert.Throws<ArgumentException>("codeVerifier", () => ProofKey.FromVerifier(verifier));
            Assert.Contains($"U+{(int)c:X4}", error.Message);
            Assert.Contains("at index 17;", error.Message);
            Assert.DoesNotContain(Rfc7636.Verifier[18..], error.Message);
        }
    }

    [Fact]
    public void A_printable_wrong_character_is_shown()
    {
        var error = Assert.Throws<ArgumentException>(() => ProofKey.FromVerifier(Rfc7636.VerifierWith('+', 0)));
        Assert.Contains("'+' (U+002B) at index 0", error.Message);
    }

    [Fact]
    public void No_verifier_is_refused() => Assert.Throws<ArgumentNullException>("codeVerifier", () => ProofKey.FromVerifier(null!));

    [Theory]
    [InlineData(Rfc7636.Verifier, true)]
    [InlineData(Rfc7636.Challenge, true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("short", false)]
    [InlineData(Rfc7636.Verifier + "=", false)]
    public void What_comes_out_of_storage_is_taken_up_or_not(string? stored, bool expected)
    {
        Assert.Equal(expected, ProofKey.TryFromVerifier(stored, out var proofKey));
        Assert.Equal(expected ? stored : null, proofKey?.CodeVerifier);
    }

    [Fact]
    public void Proof_keys_are_equal_if_their_verifiers_are()
    {
        var proofKey = ProofKey.Create();
        var again = ProofKey.FromVerifier(proofKey.CodeVerifier);

        Assert.True(proofKey.Equals(again));
        Assert.True(proofKey.Equals((object)again));
        Assert.Equal(proofKey.GetHashCode(), again.GetHashCode());

        Assert.False(proofKey.Equals(ProofKey.Create()));
        Assert.False(proofKey.Equals(ProofKey.Create(128)));
        Assert.False(proofKey.Equals(null));
        Assert.False(proofKey.Equals(proofKey.CodeVerifier));
    }

    [Fact]
    public void Text_and_debugger_do_not_show_the_verifier()
    {
        var proofKey = ProofKey.FromVerifier(Rfc7636.Verifier);

        Assert.Equal($"code_challenge={Rfc7636.Challenge}&code_challenge_method=S256", proofKey.ToString());

        var display = typeof(ProofKey).GetCustomAttribute<DebuggerDisplayAttribute>();
        Assert.Equal("{ToString(),nq}", display?.Value);
        Assert.Equal(["CodeVerifier", "ForTokenRequest"], MembersWithVerifier(proofKey));
        Assert.All(
            MembersWithVerifier(proofKey),
            name => Assert.Equal(
                DebuggerBrowsableState.Never,
                Member(name).GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
    }

    [Fact]
    public void Serializers_do_not_show_the_verifier()
    {
        var proofKey = ProofKey.FromVerifier(Rfc7636.Verifier);
        var verifier = Member(nameof(ProofKey.CodeVerifier));

        // Obeyed by Newtonsoft.Json and DataContractSerializer.
        Assert.NotNull(verifier.GetCustomAttribute<IgnoreDataMemberAttribute>());
        using var stream = new MemoryStream();
        Assert.Throws<InvalidDataContractException>(() => new DataContractSerializer(typeof(ProofKey)).WriteObject(stream, proofKey));
        Assert.DoesNotContain(Rfc7636.Verifier, Encoding.UTF8.GetString(stream.ToArray()));
#if !NETSTANDARD_RUNTIME
        var json = JsonSerializer.Serialize(proofKey, new JsonSerializerOptions { IncludeFields = true });
        Assert.Contains(Rfc7636.Challenge, json);
        Assert.DoesNotContain(Rfc7636.Verifier, json);
#endif
    }

    static PropertyInfo Member(string name) =>
        typeof(ProofKey).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        ?? throw new ArgumentException(name);

    static IEnumerable<string> MembersWithVerifier(ProofKey proofKey) =>
        from property in typeof(ProofKey).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        let value = property.GetValue(proofKey)
        where value is string text && text.Contains(Rfc7636.Verifier) || FormOf(value).Contains(Rfc7636.Verifier)
        orderby property.Name
        select property.Name;

    static string FormOf(object? value) =>
        value?.GetType().GetProperty("Form", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(value) as string ?? "";
}
