using Xunit;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Ways to make a code verifier: what is computed of each has to agree with what the code gives when it is run.</summary>
public sealed class GeneratorTests
{
    const int Runs = 60;

    /// <param name="Body">Of <c>static string CreateCodeVerifier()</c>, or further members after a line of dashes.</param>
    /// <param name="Length">Of the text; 0 where it cannot be known.</param>
    /// <param name="Bits">Entropy, rounded; null where it cannot be known.</param>
    /// <param name="Faults">What is wrong with it.</param>
    sealed record Variant(string Body, int Length, int? Bits, params VerifierFault[] Faults);

    const VerifierFault Constant = VerifierFault.Constant, Weak = VerifierFault.Predictable, Form = VerifierFault.Malformed, Low = VerifierFault.LowEntropy;

    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const string Unreserved = Letters + "-._~";

    static readonly Variant[] Variants =
    [
        // Octets, encoded.
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));", 43, 256),
        new("return WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(256 / 8));", 43, 256),
        new("return Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(96));", 128, 768),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');", 43, 256),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace(\"+\", \"-\").Replace(\"/\", \"_\").Replace(\"=\", \"\");", 43, 256),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Split('=')[0].Replace('+', '-').Replace('/', '_');", 43, 256),
        new("var octets = new byte[32]; using var generator = RandomNumberGenerator.Create(); generator.GetBytes(octets); return Base64Url.EncodeToString(octets);", 43, 256),
        new("var octets = new byte[40]; RandomNumberGenerator.Fill(octets); return Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');", 54, 320),
        new("Span<byte> octets = stackalloc byte[32]; RandomNumberGenerator.Fill(octets); return Base64Url.EncodeToString(octets);", 43, 256),
        new("var octets = new byte[32]; new RNGCryptoServiceProvider().GetBytes(octets); return Base64Url.EncodeToString(octets);", 43, 256),
        new("const int size = 48; byte[] octets = new byte[size]; using (var rng = new RNGCryptoServiceProvider()) { rng.GetBytes(octets); } return Base64UrlEncoder.Encode(octets);", 64, 384),
        new("return Convert.ToHexString(RandomNumberGenerator.GetBytes(32));", 64, 256),
        new("return BitConverter.ToString(RandomNumberGenerator.GetBytes(32)).Replace(\"-\", \"\").ToLowerInvariant();", 64, 256),
        new("var text = new StringBuilder(); foreach (var octet in RandomNumberGenerator.GetBytes(32)) text.Append(octet.ToString(\"x2\")); return text.ToString();", 64, 256),
        new("const string digits = \"0123456789abcdef\"; var octets = RandomNumberGenerator.GetBytes(32); var text = new StringBuilder(); foreach (var octet in octets) { text.Append(digits[octet >> 4]); text.Append(digits[octet & 15]); } return text.ToString();", 64, 256),
        new("var text = new StringBuilder(); foreach (var letter in Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) { switch (letter) { case '+': text.Append('-'); break; case '/': text.Append('_'); break; case '=': break; default: text.Append(letter); break; } } return text.ToString();", 43, 256),
        new("var text = new StringBuilder(); foreach (var letter in Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) text.Append(letter == '+' ? '-' : letter == '/' ? '_' : letter); return text.ToString();", 44, 256, Form),
        new("var letters = Convert.ToBase64String(RandomNumberGenerator.GetBytes(33)).ToCharArray(); for (var i = 0; i < letters.Length; i++) { if (letters[i] == '+') letters[i] = '-'; else if (letters[i] == '/') letters[i] = '_'; } return new string(letters);", 44, 264),
        new("return new string(Convert.ToBase64String(RandomNumberGenerator.GetBytes(33)).Select(letter => letter switch { '+' => '-', '/' => '_', _ => letter }).ToArray());", 44, 264),
        new("return new string(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Where(letter => letter != '=').ToArray()).Replace('+', '.').Replace('/', '~');", 43, 256),
        new("var text = new StringBuilder(); foreach (var octet in RandomNumberGenerator.GetBytes(32)) text.AppendFormat(\"{0:x2}\", octet); return text.ToString();", 64, 256),
        new("var text = \"\"; foreach (var octet in RandomNumberGenerator.GetBytes(32)) text += $\"{octet:X2}\"; return text;", 64, 256),
        new("return RandomNumberGenerator.GetHexString(128);", 128, 512),
        new("return RandomNumberGenerator.GetHexString(64, true);", 64, 256),
        new("return CryptoRandom.CreateUniqueId();", 43, 256),
        new("return CryptoRandom.CreateUniqueId(64);", 86, 512),
        new("return CryptoRandom.CreateUniqueId(32, CryptoRandom.OutputFormat.Hex);", 64, 256),
        new("return Base64Url.EncodeToString(CryptoRandom.CreateRandomKey(32));", 43, 256),
        new("var octets = new byte[32]; new SecureRandom().NextBytes(octets); return Base64Url.EncodeToString(octets);", 43, 256),
        new("return Encode(Octets(32)); }\n static byte[] Octets(int count) { var octets = new byte[count]; RandomNumberGenerator.Fill(octets); return octets; }\n static string Encode(byte[] octets) { return Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');", 43, 256),
        new("var (verifier, _) = Pair(); return verifier; }\n static (string, int) Pair() { return (Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), 1);", 43, 256),
        new("return new Holder().Verifier; }\n class Holder { public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));", 43, 256),
        new("return Regex.Replace(Regex.Replace(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), \"=+$\", \"\"), \"\\\\+\", \"-\").Replace('/', '_');", 43, 256),
        new("var padding = new Regex(\"[=]\"); return padding.Replace(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), \"\").Replace('+', '-').Replace('/', '_');", 43, 256),
        new($"Span<char> letters = stackalloc char[64]; for (var i = 0; i < letters.Length; i++) letters[i] = \"{Letters}\"[RandomNumberGenerator.GetInt32(62)]; return new string(letters);", 64, 381),
        new($"return string.Create(64, \"{Letters}\", (span, letters) => {{ for (var i = 0; i < span.Length; i++) span[i] = letters[RandomNumberGenerator.GetInt32(letters.Length)]; }});", 64, 381),
        // The same, wrong.
        new("return Regex.Replace(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), \"[+/]\", \"-\");", 44, 256, Form),
        new($"return string.Create(32, \"{Letters}\", (span, letters) => {{ for (var i = 0; i < span.Length; i++) span[i] = letters[RandomNumberGenerator.GetInt32(letters.Length)]; }});", 32, 191, Form, Low),
        new($"return string.Create(64, 0, (span, _) => {{ var random = new Random(); for (var i = 0; i < span.Length; i++) span[i] = \"{Letters}\"[random.Next(62)]; }});", 64, 381, Weak),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));", 44, 256, Form),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(33));", 44, 264, Form),
        new("return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_');", 44, 256, Form),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));", 22, 128, Form, Low),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));", 32, 192, Form, Low),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(128));", 171, 1024, Form),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(128)).Substring(0, 128);", 128, 767),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64))[..43];", 43, 256),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64))[..32];", 32, 191, Form, Low),
        new("var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64)); return text[2..^20];", 64, 381),
        new("var octets = RandomNumberGenerator.GetBytes(64)[..32]; return Base64Url.EncodeToString(octets);", 43, 256),
        new("return Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).Substring(0, 43);", 43, 172, Low),
        new("return Convert.ToHexString(RandomNumberGenerator.GetBytes(22));", 44, 176, Low),
        new("var text = new StringBuilder(); foreach (var octet in RandomNumberGenerator.GetBytes(20)) text.AppendFormat(\"{0:x2}\", octet); return text.ToString();", 40, 160, Form, Low),
        new("return BitConverter.ToString(RandomNumberGenerator.GetBytes(32));", 95, 256),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(8)).PadRight(43, 'A');", 43, 64, Low),
        new("return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));", 43, 128, Low),
        new("return Uri.EscapeDataString(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_'));", 43, 256),
        new("return Convert.ToHexString(RandomNumberGenerator.GetBytes(24)).ToLowerInvariant();", 48, 192, Low),
        new("return RandomNumberGenerator.GetHexString(43);", 43, 172, Low),
        new("return Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)) + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)) + \"-padding-\";", 47, 224, Low),
        new("return Base64Url.EncodeToString(SHA256.HashData(RandomNumberGenerator.GetBytes(8)));", 43, 64, Low),
        new("return BitConverter.ToString(RandomNumberGenerator.GetBytes(15));", 44, 120, Low),
        // Characters from an alphabet.
        new($"return RandomNumberGenerator.GetString(\"{Letters}\", 64);", 64, 381),
        new($"return new string(RandomNumberGenerator.GetItems<char>(\"{Unreserved}\", 43));", 43, 260),
        new("return RandomNumberGenerator.GetString(\"0123456789\", 43);", 43, 143, Low),
        new($"return RandomNumberGenerator.GetString(\"{Letters}+/\", 64);", 64, 384, Form),
        new($"const string chars = \"{Unreserved}\"; var text = new StringBuilder(); for (var i = 0; i < 64; i++) text.Append(chars[RandomNumberGenerator.GetInt32(chars.Length)]); return text.ToString();", 64, 387),
        new($"const string chars = \"{Letters}\"; var text = \"\"; for (int i = 0; i < 50; i++) text += chars[RandomNumberGenerator.GetInt32(0, chars.Length)]; return text;", 50, 298),
        new($"const string chars = \"{Letters}\"; var text = new char[48]; for (var i = 0; i < text.Length; i++) text[i] = chars[RandomNumberGenerator.GetInt32(chars.Length)]; return new string(text);", 48, 286),
        new($"const string chars = \"{Letters}\"; return new string(Enumerable.Range(0, 43).Select(_ => chars[RandomNumberGenerator.GetInt32(chars.Length)]).ToArray());", 43, 256),
        new($"const string chars = \"{Letters}\"; return new string(Enumerable.Repeat(chars, 32).Select(s => s[RandomNumberGenerator.GetInt32(s.Length)]).ToArray());", 32, 191, Form, Low),
        new($"const string chars = \"{Unreserved}\"; var octets = new byte[43]; RandomNumberGenerator.Fill(octets); var text = new char[43]; for (var i = 0; i < 43; i++) text[i] = chars[octets[i] % chars.Length]; return new string(text);", 43, 260),
        new($"const string chars = \"{Unreserved}\"; return new string(RandomNumberGenerator.GetBytes(64).Select(b => chars[b % chars.Length]).ToArray());", 64, 387),
        new($"char[] chars = \"{Letters}\".ToCharArray(); var octets = RandomNumberGenerator.GetBytes(64); var text = new StringBuilder(64); foreach (byte b in octets) {{ text.Append(chars[b % chars.Length]); }} return text.ToString();", 64, 381),
        new("var text = new StringBuilder(); for (var i = 0; i < 64; i++) text.Append((char)('a' + RandomNumberGenerator.GetInt32(26))); return text.ToString();", 64, 301),
        new("var text = new StringBuilder(); for (var i = 0; i < 64; i++) text.Append((char)RandomNumberGenerator.GetInt32(33, 127)); return text.ToString();", 64, 419, Form),
        new("var text = new StringBuilder(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))); text.Replace('+', '-').Replace('/', '_'); text.Replace(\"=\", \"\"); return text.ToString();", 43, 256),
        new("var text = new StringBuilder(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))); text.Replace('+', '-').Replace('/', '_'); return text.ToString();", 44, 256, Form),
        new("var text = new StringBuilder(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))); text.Replace('+', '-').Replace('/', '_'); text.Length--; return text.ToString();", 0, null),
        new("var text = new StringBuilder(); while (text.Length < 44) text.Append((char)RandomNumberGenerator.GetInt32(97, 123)); return text.ToString();", 44, 207, Low),
        new($"const string chars = \"{Letters}\"; return string.Concat(Enumerable.Range(0, 60).Select(_ => chars[RandomNumberGenerator.GetInt32(chars.Length)]));", 60, 357),
        new($"const string chars = \"{Letters}\"; return string.Join(\"\", Enumerable.Range(0, 60).Select(_ => chars[RandomNumberGenerator.GetInt32(chars.Length)]));", 60, 357),
        new($"return Text(50); }}\n static string Text(int length) {{ const string chars = \"{Letters}\"; var text = new StringBuilder(); for (var i = 0; i < length; i++) text.Append(chars[RandomNumberGenerator.GetInt32(chars.Length)]); return text.ToString();", 50, 298),
        // Predictable.
        new($"const string chars = \"{Unreserved}\"; var random = new Random(); return new string(Enumerable.Repeat(chars, 64).Select(s => s[random.Next(s.Length)]).ToArray());", 64, 387, Weak),
        new($"const string chars = \"{Letters}\"; var random = new Random(Environment.TickCount); var text = new StringBuilder(); for (int i = 0; i < 45; i++) text.Append(chars[random.Next(0, chars.Length)]); return text.ToString();", 45, 268, Weak),
        new("var octets = new byte[32]; new Random((int)DateTime.UtcNow.Ticks).NextBytes(octets); return Base64Url.EncodeToString(octets);", 43, 256, Weak),
        new("var octets = new byte[32]; Random.Shared.NextBytes(octets); return Base64Url.EncodeToString(octets);", 43, 256, Weak),
        new($"return new string(Random.Shared.GetItems<char>(\"{Letters}\", 64));", 64, 381, Weak),
        new($"const string chars = \"{Letters}\"; var random = new Random(); var length = random.Next(43, 128); var text = new char[length]; for (var i = 0; i < length; i++) text[i] = chars[random.Next(chars.Length)]; return new string(text);", 0, null, Weak),
        new($"const string chars = \"{Letters}\"; return Enumerable.Range(0, 50).Aggregate(\"\", (text, _) => text + chars[new Random().Next(0, chars.Length)]);", 50, 298, Weak),
        new("return Guid.NewGuid().ToString();", 36, 122, Weak, Form, Low),
        new("return Guid.NewGuid().ToString(\"N\");", 32, 122, Weak, Form, Low),
        new("return Guid.NewGuid().ToString(\"N\") + Guid.NewGuid().ToString(\"N\");", 64, 244, Weak, Low),
        new("return $\"{Guid.NewGuid():N}{Guid.NewGuid():N}{Guid.NewGuid():N}\";", 96, 366, Weak),
        new("return $\"{Guid.NewGuid()}-{Guid.NewGuid()}\";", 73, 244, Weak, Low),
        new("return Convert.ToBase64String(Encoding.UTF8.GetBytes(Guid.NewGuid().ToString(\"N\")));", 44, 122, Weak, Form, Low),
        new("return Base64Url.EncodeToString(Guid.NewGuid().ToByteArray());", 22, 122, Weak, Form, Low),
        new("return Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').PadRight(43, '0');", 43, 122, Weak, Form, Low),
        new("return Base64Url.EncodeToString(SHA256.HashData(Guid.NewGuid().ToByteArray()));", 43, 122, Weak, Low),
        new("return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(DateTime.UtcNow.Ticks.ToString())));", 0, null, Weak),
        new("return Guid.CreateVersion7().ToString(\"N\").PadRight(48, 'x');", 48, 74, Weak, Low),
        // Constant.
        new("return \"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\";", 43, 0, Constant),
        new("return Fixed; }\n const string Fixed = \"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag\"; static void Nothing() {", 58, 0, Constant),
        new("return new string('a', 43);", 43, 0, Constant),
        new("const string verifier = \"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\"; return verifier;", 43, 0, Constant),
        new("var verifier = \"dBjftJeZ4CVP-mB92K27\" + \"uhbUJU1p1r_wW1gFWFOEjXk\"; return verifier;", 43, 0, Constant),
        new("return new StringBuilder(\"dBjftJeZ4CVP-mB92K27\").Append(\"uhbUJU1p1r_wW1gFWFOEjXk\").ToString();", 43, 0, Constant),
        new("return $\"{\"dBjftJeZ4CVP-mB92K27\"}uhbUJU1p1r_wW1gFWFOEjXk\";", 43, 0, Constant),
        new("return Holder.Verifier; }\n static class Holder { public static readonly string Verifier = \"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\";", 43, 0, Constant),
        new("return Text(); }\n static string Text() { return \"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\";", 43, 0, Constant),
        new("var (verifier, _) = Pair(); return verifier; }\n static (string, int) Pair() { return (\"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\", 1);", 43, 0, Constant),
        new("return string.Concat(\"dBjftJeZ4CVP-mB92K27\", \"uhbUJU1p1r_wW1gFWFOEjXk\");", 43, 0, Constant),
    ];

    static readonly Lazy<ValuePrograms> Programs = new(() => new ValuePrograms(Variants.Select(variant => $"public static string CreateCodeVerifier() {{ {variant.Body} }}")));

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Variants.Length)];

    [Fact]
    public void There_are_as_many_as_promised()
    {
        Assert.True(Variants.Length >= 60);
        Assert.All([Constant, Weak, Form, Low], fault => Assert.True(Variants.Count(variant => variant.Faults.FirstOrDefault((VerifierFault)(-1)) == fault) >= 10, fault.ToString()));
    }

    [Theory, MemberData(nameof(Rows))]
    public void What_is_computed_is_what_comes_out(int row)
    {
        var variant = Variants[row];
        var texts = Enumerable.Range(0, Runs).Select(_ => Programs.Value.Run(row, "CreateCodeVerifier")).ToList();
        var named = Programs.Value.Evaluate(row, "CreateCodeVerifier");
        Assert.NotNull(named);
        var verifier = new Verifier(named.Sources, named.Sample, named.Place, null, IsSent: false);

        Assert.Equal(variant.Faults, verifier.Faults);
        if (variant.Length > 0)
        {
            Assert.NotNull(named.Sample);
            Assert.True(named.Sample.HasLength);
            Assert.Equal((variant.Length, variant.Length), (named.Sample.Shortest, named.Sample.LongestLength));
            Assert.All(texts, text => Assert.Equal(variant.Length, text.Length));
        }
        if (named.Sample is not { IsText: true } sample)
            return;
        Assert.Equal(variant.Bits, sample.Bits is { } bits ? (int)Math.Round(bits) : null);
        var seen = texts.SelectMany(text => text).Distinct().ToList();
        if (sample.Alphabet is { } alphabet)
            Assert.Subset(alphabet.ToHashSet(), seen.ToHashSet());
        // Whether it holds what no server accepts.
        Assert.Equal(seen.Exists(letter => !SampledValue.IsUnreserved(letter)), verifier.IllegalCharacters.Length > 0);
        if (!variant.Faults.Contains(Form) && variant.Length > 0)
            Assert.All(texts, text => Assert.Matches("^[A-Za-z0-9._~-]{43,128}$", text));
    }
}
