using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class CodeVerifierTests
{
    [Fact]
    public void A_verifier_is_43_base64url_characters()
    {
        var verifier = CodeVerifier.Create();

        Assert.Equal(43, verifier.Length);
        Assert.All(verifier, c => Assert.Contains(c, Rfc7636.ChallengeCharacters));
    }

    [Fact]
    public void Every_length_from_0_to_200_is_made_or_refused()
    {
        for (var length = 0; length <= 200; length++)
        {
            if (length is < 43 or > 128)
            {
                var error = Assert.Throws<ArgumentOutOfRangeException>(() => CodeVerifier.Create(length));
                Assert.Equal(("length", length), (error.ParamName, error.ActualValue));
                continue;
            }

            var verifier = CodeVerifier.Create(length);
            Assert.Equal(length, verifier.Length);
            Assert.All(verifier, c => Assert.Contains(c, Rfc7636.ChallengeCharacters));
        }
    }

    [Fact]
    public void Every_length_from_0_to_200_is_judged()
    {
        for (var length = 0; length <= 200; length++)
            Assert.Equal(length is >= 43 and <= 128, CodeVerifier.IsWellFormed(new string('a', length)));
    }

    [Fact]
    public void The_66_characters_and_no_others_are_well_formed()
    {
        Assert.Equal(66, Rfc7636.VerifierCharacters.Length);
        for (var c = '\0'; c <= '\u0200'; c++)
            Assert.Equal(Rfc7636.VerifierCharacters.Contains(c), CodeVerifier.IsWellFormed(Rfc7636.VerifierWith(c, 20)));
    }

    [Fact]
    public void A_wrong_character_is_found_at_every_index()
    {
        for (var i = 0; i < 43; i++)
            Assert.False(CodeVerifier.IsWellFormed(Rfc7636.VerifierWith('+', i)));
    }

    [Fact]
    public void Null_is_not_well_formed() => Assert.False(CodeVerifier.IsWellFormed(null));

#if !NETSTANDARD_RUNTIME
    [Fact]
    public void Writing_needs_as_much_room_as_the_verifier_has_characters()
    {
        foreach (var length in (int[])[43, 44, 45, 46, 47, 128])
        {
            var room = new char[length + 1];
            Assert.False(CodeVerifier.TryWrite(room.AsSpan(0, length - 1), length, out var written));
            Assert.Equal(0, written);
            Assert.All(room, c => Assert.Equal('\0', c));

            Assert.True(CodeVerifier.TryWrite(room, length, out written));
            Assert.Equal(length, written);
            Assert.True(CodeVerifier.IsWellFormed(room.AsSpan(0, written)));
            Assert.Equal('\0', room[length]);
        }
    }

    [Fact]
    public void Writing_without_a_length_writes_43_characters()
    {
        var room = new char[43];
        Assert.True(CodeVerifier.TryWrite(room, out var written));
        Assert.Equal(43, written);
        Assert.True(CodeVerifier.IsWellFormed(room));
    }

    [Fact]
    public void Writing_refuses_a_length_that_no_verifier_has()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CodeVerifier.TryWrite(new char[200], 42, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => CodeVerifier.TryWrite(new char[200], 129, out _));
    }
#endif
}
