using System.Security.Cryptography;

namespace Pkce;

/// <summary>
/// Makes and checks code verifiers: 43 to 128 characters out of <c>A-Z a-z 0-9 - . _ ~</c> (RFC 7636, section 4.1).
/// </summary>
/// <remarks>
/// A verifier is a secret of one authorization request and of the user agent that started it (RFC 9700,
/// section 2.1.1). <see cref="ProofKey"/> makes one together with its code challenge.
/// </remarks>
public static class CodeVerifier
{
    /// <summary>The fewest characters that a code verifier has: 43 (RFC 7636, section 4.1).</summary>
    public const int MinLength = 43;

    /// <summary>The most characters that a code verifier has: 128 (RFC 7636, section 4.1).</summary>
    public const int MaxLength = 128;

    const int MaxOctets = MaxLength * 6 / 8;

    /// <summary>
    /// A new code verifier of 43 characters: 32 octets (256 bits) of the platform's cryptographic random source in
    /// base64url, as RFC 7636, section 4.1, recommends.
    /// </summary>
    /// <returns>43 characters out of <c>A-Z a-z 0-9 - _</c>.</returns>
    public static string Create() => Create(MinLength);

    /// <summary>
    /// A new code verifier of <paramref name="length"/> characters, in base64url, of the platform's cryptographic
    /// random source: 256 bits at 43 characters, 6 bits for each character beyond (RFC 7636, section 4.1).
    /// </summary>
    /// <param name="length">Number of characters, from 43 to 128.</param>
    /// <returns><paramref name="length"/> characters out of <c>A-Z a-z 0-9 - _</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 43 or more than 128.</exception>
    public static string Create(int length)
    {
        if (!HasLength(length))
            throw NoLength(length, nameof(length));
#if NET
        Span<char> characters = stackalloc char[MaxLength];
        Fill(characters, length);
        return new string(characters[..length]);
#else
        var octets = new byte[OctetsFor(length)];
        RandomSource.GetBytes(octets);
        return Base64Url.Encode(octets).Substring(0, length);
#endif
    }

    /// <summary>
    /// Whether <paramref name="codeVerifier"/> is one by RFC 7636, section 4.1: 43 to 128 characters, all out of
    /// <c>A-Z a-z 0-9 - . _ ~</c>. Says nothing about how it was made: a constant can be well-formed.
    /// </summary>
    /// <param name="codeVerifier">The text to look at; <see langword="null"/> is not well-formed.</param>
    /// <returns><see langword="true"/> if length and characters are those of a code verifier.</returns>
    public static bool IsWellFormed(string? codeVerifier) =>
        codeVerifier is not null && HasLength(codeVerifier.Length) && Unreserved.IndexOfOther(codeVerifier) < 0;

#if NET
    /// <inheritdoc cref="IsWellFormed(string)"/>
    public static bool IsWellFormed(ReadOnlySpan<char> codeVerifier) =>
        HasLength(codeVerifier.Length) && Unreserved.IndexOfOther(codeVerifier) < 0;

    /// <summary>Writes what <see cref="Create()"/> makes, without allocation.</summary>
    /// <param name="destination">Where the characters go; 43 are needed.</param>
    /// <param name="charsWritten">43, or 0 if nothing was written.</param>
    /// <returns><see langword="false"/> if <paramref name="destination"/> is too short.</returns>
    public static bool TryWrite(Span<char> destination, out int charsWritten) => TryWrite(destination, MinLength, out charsWritten);

    /// <summary>Writes what <see cref="Create(int)"/> makes, without allocation.</summary>
    /// <param name="destination">Where the characters go; <paramref name="length"/> are needed.</param>
    /// <param name="length">Number of characters, from 43 to 128.</param>
    /// <param name="charsWritten"><paramref name="length"/>, or 0 if nothing was written.</param>
    /// <returns><see langword="false"/> if <paramref name="destination"/> is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 43 or more than 128.</exception>
    public static bool TryWrite(Span<char> destination, int length, out int charsWritten)
    {
        if (!HasLength(length))
            throw NoLength(length, nameof(length));
        charsWritten = 0;
        if (destination.Length < length)
            return false;

        Span<char> characters = stackalloc char[MaxLength];
        Fill(characters, length);
        characters[..length].CopyTo(destination);
        charsWritten = length;
        return true;
    }

    /// <summary>Writes a new verifier to the first <paramref name="length"/> of 128 characters.</summary>
    static void Fill(Span<char> characters, int length)
    {
        var octets = (stackalloc byte[MaxOctets])[..OctetsFor(length)];
        RandomNumberGenerator.Fill(octets);
        Base64Url.Encode(octets, characters);
    }

    internal static void ThrowIfMalformed(ReadOnlySpan<char> codeVerifier, string parameter)
    {
        if (!HasLength(codeVerifier.Length))
            throw WrongLength(codeVerifier.Length, parameter);
        var index = Unreserved.IndexOfOther(codeVerifier);
        if (index >= 0)
            throw WrongCharacter(codeVerifier[index], index, parameter);
    }
#else
    /// <summary>Safe to use from many threads, on .NET Framework too.</summary>
    static readonly RandomNumberGenerator RandomSource = RandomNumberGenerator.Create();

    internal static void ThrowIfMalformed(string codeVerifier, string parameter)
    {
        if (!HasLength(codeVerifier.Length))
            throw WrongLength(codeVerifier.Length, parameter);
        var index = Unreserved.IndexOfOther(codeVerifier);
        if (index >= 0)
            throw WrongCharacter(codeVerifier[index], index, parameter);
    }
#endif

    /// <summary>
    /// The octets that <paramref name="length"/> characters are cut from. 43 characters hold 258 bits, but are
    /// the 32 octets of the RFC and no more.
    /// </summary>
    static int OctetsFor(int length) => length == MinLength ? 32 : (length * 6 + 7) / 8;

    internal static bool HasLength(int length) => length is >= MinLength and <= MaxLength;

    internal static ArgumentOutOfRangeException NoLength(int length, string parameter) =>
        new(parameter, length, "A code verifier has 43 to 128 characters (RFC 7636, section 4.1).");

    // The messages never show the verifier, which may be a true one with a slip in it.
    static ArgumentException WrongLength(int length, string parameter) =>
        new($"The code verifier has {length} characters; it must have 43 to 128 (RFC 7636, section 4.1).", parameter);

    static ArgumentException WrongCharacter(char character, int index, string parameter)
    {
        var shown = character is > ' ' and < '\u007f' ? $"'{character}' (U+{(int)character:X4})" : $"U+{(int)character:X4}";
        return new(
            $"The code verifier has the character {shown} at index {index}; only A-Z a-z 0-9 - . _ ~ are allowed (RFC 7636, section 4.1).",
            parameter
        );
    }
}
