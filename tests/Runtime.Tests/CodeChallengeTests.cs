using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class CodeChallengeTests
{
    [Fact]
    public void The_challenge_of_appendix_B() => Assert.Equal(Rfc7636.Challenge, CodeChallenge.Create(Rfc7636.Verifier));

    [Fact]
    public void A_malformed_verifier_has_no_challenge()
    {
        Assert.Throws<ArgumentNullException>("codeVerifier", () => CodeChallenge.Create(null!));
        Assert.Throws<ArgumentException>("codeVerifier", () => CodeChallenge.Create("short"));
        Assert.Throws<ArgumentException>("codeVerifier", () => CodeChallenge.Create(Rfc7636.Verifier + "="));
    }

    [Fact]
    public void The_64_characters_of_base64url_and_no_others_are_well_formed()
    {
        for (var c = '\0'; c <= '\u0200'; c++)
            Assert.Equal(Rfc7636.ChallengeCharacters.Contains(c), CodeChallenge.IsWellFormed(Rfc7636.VerifierWith(c, 20)));
    }

    [Fact]
    public void Only_43_characters_are_well_formed()
    {
        for (var length = 0; length <= 200; length++)
            Assert.Equal(length == 43, CodeChallenge.IsWellFormed(new string('a', length)));
        Assert.False(CodeChallenge.IsWellFormed(null));
    }

#if !NETSTANDARD_RUNTIME
    [Fact]
    public void Writing_gives_what_creating_gives()
    {
        var room = new char[44];
        Assert.True(CodeChallenge.TryWrite(Rfc7636.Verifier, room, out var written));
        Assert.Equal(43, written);
        Assert.Equal(Rfc7636.Challenge + '\0', new string(room));
        Assert.True(CodeChallenge.IsWellFormed(room.AsSpan(0, 43)));
    }

    [Fact]
    public void Writing_needs_room_for_43_characters()
    {
        var room = new char[42];
        Assert.False(CodeChallenge.TryWrite(Rfc7636.Verifier, room, out var written));
        Assert.Equal(0, written);
        Assert.All(room, c => Assert.Equal('\0', c));
    }

    [Fact]
    public void Writing_refuses_a_malformed_verifier() =>
        Assert.Throws<ArgumentException>("codeVerifier", () => CodeChallenge.TryWrite("short", new char[43], out _));
#endif
}
