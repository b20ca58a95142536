using System.Security.Cryptography;
using System.Text;

namespace Pkce;

/// <summary>
/// Makes and checks code challenges of the transformation S256:
/// <c>BASE64URL-ENCODE(SHA256(ASCII(code_verifier)))</c>, 43 characters without padding (RFC 7636, section 4.2).
/// </summary>
public static class CodeChallenge
{
    /// <summary>Number of characters of an S256 code challenge: 43.</summary>
    public const int Length = 43;

    const int PaddedLength = Length + 1;

    /// <summary>The S256 code challenge of <paramref name="codeVerifier"/> (RFC 7636, section 4.2).</summary>
    /// <param name="codeVerifier">A code verifier: 43 to 128 characters out of <c>A-Z a-z 0-9 - . _ ~</c>.</param>
    /// <returns>43 characters out of <c>A-Z a-z 0-9 - _</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="codeVerifier"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="codeVerifier"/> is not well-formed; the message names
    /// its length, or the first character that is not allowed and its index.</exception>
    public static string Create(string codeVerifier)
    {
        if (codeVerifier is null)
            throw new ArgumentNullException(nameof(codeVerifier));
        CodeVerifier.ThrowIfMalformed(codeVerifier, nameof(codeVerifier));
        return Transform(codeVerifier);
    }

    /// <summary>
    /// Whether <paramref name="codeChallenge"/> can be an S256 code challenge: 43 characters, all out of
    /// <c>A-Z a-z 0-9 - _</c> (RFC 7636, section 4.2).
    /// </summary>
    /// <param name="codeChallenge">The text to look at; <see langword="null"/> is not well-formed.</param>
    /// <returns><see langword="true"/> if length and characters are those of an S256 code challenge.</returns>
    public static bool IsWellFormed(string? codeChallenge) => codeChallenge is { Length: Length } && Base64Url.IsAll(codeChallenge);

#if NET
    /// <inheritdoc cref="IsWellFormed(string)"/>
    public static bool IsWellFormed(ReadOnlySpan<char> codeChallenge) => codeChallenge.Length == Length && Base64Url.IsAll(codeChallenge);

    /// <summary>Writes what <see cref="Create(string)"/> makes, without allocation.</summary>
    /// <param name="codeVerifier">A code verifier: 43 to 128 characters out of <c>A-Z a-z 0-9 - . _ ~</c>.</param>
    /// <param name="destination">Where the characters go; 43 are needed.</param>
    /// <param name="charsWritten">43, or 0 if nothing was written.</param>
    /// <returns><see langword="false"/> if <paramref name="destination"/> is too short.</returns>
    /// <exception cref="ArgumentException"><paramref name="codeVerifier"/> is not well-formed; the message names
    /// its length, or the first character that is not allowed and its index.</exception>
    public static bool TryWrite(ReadOnlySpan<char> codeVerifier, Span<char> destination, out int charsWritten)
    {
        CodeVerifier.ThrowIfMalformed(codeVerifier, nameof(codeVerifier));
        charsWritten = 0;
        if (destination.Length < Length)
            return false;

        Span<char> characters = stackalloc char[PaddedLength];
        Transform(codeVerifier, characters);
        characters[..Length].CopyTo(destination);
        charsWritten = Length;
        return true;
    }

    internal static string Transform(ReadOnlySpan<char> codeVerifier)
    {
        Span<char> characters = stackalloc char[PaddedLength];
        Transform(codeVerifier, characters);
        return new string(characters[..Length]);
    }

    /// <summary>Whether <paramref name="codeVerifier"/> belongs to <paramref name="codeChallenge"/>, both well-formed.
    /// The time taken does not depend on how much of it is right.</summary>
    internal static bool Matches(ReadOnlySpan<char> codeChallenge, ReadOnlySpan<char> codeVerifier)
    {
        Span<char> characters = stackalloc char[PaddedLength];
        Transform(codeVerifier, characters);
        return FixedTime.Equals(characters[..Length], codeChallenge);
    }

    /// <summary>Writes the challenge to the first 43 of 44 characters.</summary>
    static void Transform(ReadOnlySpan<char> codeVerifier, Span<char> characters)
    {
        var octets = (stackalloc byte[CodeVerifier.MaxLength])[..codeVerifier.Length];
        Encoding.ASCII.GetBytes(codeVerifier, octets);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(octets, digest);
        Base64Url.Encode(digest, characters);
    }
#else
    internal static string Transform(string codeVerifier)
    {
        using var sha256 = SHA256.Create();
        return Base64Url.Encode(sha256.ComputeHash(Encoding.ASCII.GetBytes(codeVerifier)));
    }

    /// <summary>Whether <paramref name="codeVerifier"/> belongs to <paramref name="codeChallenge"/>, both well-formed.
    /// The time taken does not depend on how much of it is right.</summary>
    internal static bool Matches(string codeChallenge, string codeVerifier) => FixedTime.Equals(Transform(codeVerifier), codeChallenge);
#endif
}
