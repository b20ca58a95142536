using System.Security.Cryptography;
using System.Text;
using Xunit;
using PkceAnalyzers.Rules;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Ways to make a code challenge: a finding has to be there exactly where the code gives something else than RFC 7636 says
/// when it is run.</summary>
public sealed class TransformationTests
{
    const string Replaces = ".TrimEnd('=').Replace('+', '-').Replace('/', '_')";

    /// <summary>Verifiers whose hashes hold every kind of character between them.</summary>
    static readonly string[] Verifiers = [.. new[] { "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" }.Concat(Enumerable.Range(1, 20).Select(i => string.Concat(Enumerable.Repeat($"verifier-{i}.~_", 5))))];

    /// <summary>Bodies of <c>static string CreateCodeChallenge(string codeVerifier)</c> and what a message says of them; null where they are right.</summary>
    static readonly (string Body, string? Fault)[] Variants =
    [
        ("return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", null),
        ("return Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(codeVerifier)));", null),
        ("return WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.Default.GetBytes(codeVerifier)));", null),
        ("using var sha = SHA256.Create(); return Base64UrlEncoder.Encode(sha.ComputeHash(Encoding.ASCII.GetBytes(codeVerifier)));", null),
        ("using (var sha = new SHA256Managed()) { return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(codeVerifier)))" + Replaces + "; }", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))" + Replaces + ";", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Replace(\"+\", \"-\").Replace(\"/\", \"_\").Replace(\"=\", \"\");", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Replace('+', '-').Replace('/', '_').TrimEnd('=');", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Split('=')[0].Replace('+', '-').Replace('/', '_');", null),
        ("var text = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))); text = text.Replace('/', '_'); text = text.Replace('+', '-'); text = text.TrimEnd(new[] { '=' }); return text;", null),
        ("var text = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Replace('/', '_').Replace('+', '-'); return text.Substring(0, 43);", null),
        ("return Encode(Hash(codeVerifier)); }\n static byte[] Hash(string text) { using var sha = SHA256.Create(); return sha.ComputeHash(new UTF8Encoding(false).GetBytes(text)); }\n static string Encode(byte[] octets) { return Convert.ToBase64String(octets)" + Replaces + ";", null),
        ("using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); hash.AppendData(Encoding.ASCII.GetBytes(codeVerifier)); return Base64Url.EncodeToString(hash.GetHashAndReset());", null),
        ("return Base64Url.EncodeToString(CryptographicOperations.HashData(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(codeVerifier)));", null),
        ("Span<byte> hash = stackalloc byte[32]; SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier), hash); return Base64Url.EncodeToString(hash);", null),
        ("Span<byte> hash = stackalloc byte[32]; SHA256.TryHashData(Encoding.ASCII.GetBytes(codeVerifier), hash, out _); return Base64Url.EncodeToString(hash);", null),
        ("return Base64UrlEncoder.Encode(DigestUtilities.CalculateDigest(\"SHA-256\", Encoding.ASCII.GetBytes(codeVerifier)));", null),
        ("var digest = new Sha256Digest(); var octets = Encoding.ASCII.GetBytes(codeVerifier); digest.BlockUpdate(octets, 0, octets.Length); var hash = new byte[32]; digest.DoFinal(hash, 0); return Base64UrlEncoder.Encode(hash);", null),
        ("return Text(codeVerifier, Encoding.ASCII); }\n static string Text(string text, Encoding encoding) { return Base64Url.EncodeToString(SHA256.HashData(encoding.GetBytes(text)));", null),
        ("var ascii = Encoding.ASCII; return Base64Url.EncodeToString(SHA256.HashData(ascii.GetBytes(codeVerifier)));", null),
        ("HashAlgorithm algorithm = SHA256.Create(); return Base64Url.EncodeToString(algorithm.ComputeHash(Encoding.ASCII.GetBytes(codeVerifier)));", null),
        ("var text = new StringBuilder(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))); text.Replace('+', '-'); text.Replace('/', '_'); text.Replace(\"=\", \"\"); return text.ToString();", null),
        ("return new StringBuilder(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))).ToString()" + Replaces + ";", null),
        ("return string.Concat(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))), \"\");", null),
        ("var hash = SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)); return $\"{Base64Url.EncodeToString(hash)}\";", null),
        ("var text = Regex.Replace(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))), \"\\\\+\", \"-\"); text = Regex.Replace(text, \"\\\\/\", \"_\"); return Regex.Replace(text, \"=+$\", \"\");", null),
        ("return Regex.Replace(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))), \"=+$\", \"\");", "base64, not base64url"),
        // Character by character.
        ("var text = new StringBuilder(); foreach (var letter in Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))) { switch (letter) { case '+': text.Append('-'); break; case '/': text.Append('_'); break; case '=': break; default: text.Append(letter); break; } } return text.ToString();", null),
        ("var base64 = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))); var text = new StringBuilder(base64.Length); for (var i = 0; i < base64.Length; i++) { var letter = base64[i]; if (letter == '=') continue; text.Append(letter == '+' ? '-' : letter == '/' ? '_' : letter); } return text.ToString();", null),
        ("var letters = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).ToCharArray(); for (var i = 0; i < letters.Length; i++) { if (letters[i] == '+') letters[i] = '-'; else if (letters[i] == '/') letters[i] = '_'; } return new string(letters).TrimEnd('=');", null),
        ("return string.Concat(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Where(letter => letter != '=').Select(letter => letter switch { '+' => '-', '/' => '_', _ => letter }));", null),
        ("var text = \"\"; foreach (var letter in Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))) text += Letter(letter); return text; }\n static string Letter(char letter) { if (letter == '+') return \"-\"; if (letter == '/') return \"_\"; return letter == '=' ? \"\" : letter.ToString();", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))[..43].Replace('+', '-').Replace('/', '_');", null),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))[..^1].Replace('+', '-').Replace('/', '_');", null),
        // Block by block.
        ("using var sha = SHA256.Create(); var octets = Encoding.ASCII.GetBytes(codeVerifier); sha.TransformFinalBlock(octets, 0, octets.Length); return Base64Url.EncodeToString(sha.Hash);", null),
        ("using var sha = SHA256.Create(); var octets = Encoding.ASCII.GetBytes(codeVerifier); sha.TransformBlock(octets, 0, octets.Length, null, 0); sha.TransformFinalBlock(Array.Empty<byte>(), 0, 0); return Base64Url.EncodeToString(sha.Hash);", null),
        // Wrong.
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "base64 with padding"),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=');", "base64, not base64url"),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Replace('+', '-').Replace('/', '_');", "keeps the padding"),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '-');", "base64, not base64url"),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '_').Replace('/', '-');", "is not BASE64URL"),
        ("return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "hexadecimal"),
        ("return BitConverter.ToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Replace(\"-\", \"\").ToLower();", "hexadecimal"),
        ("return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).ToLowerInvariant();", "hexadecimal"),
        ("return Base64UrlEncoder.Encode(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))));", "hexadecimal"),
        ("return Base64UrlEncoder.Encode(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))));", "encoded twice"),
        ("return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))));", "encoded twice"),
        ("return Base64Url.EncodeToString(SHA256.HashData(Encoding.Unicode.GetBytes(codeVerifier)));", "UTF-16"),
        ("return Base64Url.EncodeToString(SHA256.HashData(Encoding.BigEndianUnicode.GetBytes(codeVerifier)));", "UTF-16"),
        ("return Base64Url.EncodeToString(SHA512.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "SHA-512"),
        ("return Base64Url.EncodeToString(SHA1.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "SHA-1"),
        ("return Base64Url.EncodeToString(MD5.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "MD5"),
        ("using var sha = SHA384.Create(); return Base64Url.EncodeToString(sha.ComputeHash(Encoding.ASCII.GetBytes(codeVerifier)));", "SHA-384"),
        ("return Base64Url.EncodeToString(SHA256.HashData(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))));", "hashed twice"),
        ("return Base64Url.EncodeToString(SHA256.HashData(Base64UrlEncoder.DecodeBytes(Base64UrlEncoder.Encode(codeVerifier)).AsSpan(1).ToArray()));", ""),
        ("return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).ToLowerInvariant();", "one case"),
        ("return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).Substring(0, 32);", "is not BASE64URL"),
        ("var text = new StringBuilder(); foreach (var letter in Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))) { switch (letter) { case '+': text.Append('-'); break; case '=': break; default: text.Append(letter); break; } } return text.ToString();", "base64, not base64url"),
        ("var text = new StringBuilder(); foreach (var letter in Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))) text.Append(letter switch { '+' => '-', '/' => '_', _ => letter }); return text.ToString();", "keeps the padding"),
        ("var text = new StringBuilder(); foreach (var octet in SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))) text.Append(octet.ToString(\"x2\")); return text.ToString();", "hexadecimal"),
        ("using var sha = SHA1.Create(); var octets = Encoding.ASCII.GetBytes(codeVerifier); sha.TransformFinalBlock(octets, 0, octets.Length); return Base64Url.EncodeToString(sha.Hash);", "SHA-1"),
        ("return Encoding.ASCII.GetString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));", "as text"),
        ("return Uri.EscapeDataString(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))));", "base64 with padding"),
        ("return Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier.ToUpperInvariant())))" + Replaces + ";", "is not BASE64URL"),
    ];

    static readonly Lazy<ValuePrograms> Programs = new(() => new ValuePrograms(Variants.Select(variant => $"public static string CreateCodeChallenge(string codeVerifier) {{ {variant.Body} }}")));

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Variants.Length)];

    [Fact]
    public void There_are_as_many_as_promised() => Assert.True(Variants.Length >= 40);

    [Theory, MemberData(nameof(Rows))]
    public void Fault_is_found_exactly_where_the_outcome_is_wrong(int row)
    {
        var (_, expected) = Variants[row];
        var isRight = Verifiers.All(verifier => Programs.Value.Run(row, "CreateCodeChallenge", verifier) == S256(verifier));
        var sample = Programs.Value.Evaluate(row, "CreateCodeChallenge")?.Sample;

        Assert.Equal(expected is null, isRight);
        // An empty text stands for a transformation that is not followed: silence.
        if (expected is "")
        {
            Assert.Null(sample is null ? null : new Challenge(sample, null!, IsSent: false).Fault);
            return;
        }
        Assert.NotNull(sample);
        var fault = new Challenge(sample, null!, IsSent: false).Fault;
        if (expected is null)
            Assert.Null(fault);
        else
            Assert.Contains(expected, PKCE3006WrongChallenge.Say(fault!), StringComparison.Ordinal);
        Assert.Equal(isRight, sample.IsS256);
    }

    static string S256(string verifier) => Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
