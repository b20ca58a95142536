using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>
/// A text, octets or number that the program draws at random or is given, known by a few specimens. What the program does to the
/// value is done to each specimen, by the very operations of the framework, so that length, alphabet and the correctness of a code
/// challenge are read off the outcome and need no rules of their own. Only entropy is reckoned beside it.
/// </summary>
/// <param name="Specimens">Strings, octets (<c>byte[]</c>) or numbers (<c>long</c>), all of one kind.</param>
/// <param name="Bits">Entropy; null where it is not known, as of what a caller gives.</param>
sealed record SampledValue(ImmutableArray<object> Specimens, double? Bits)
{
    public const int Count = 8;

    /// <summary>Octets, characters or numbers that are longer are not followed.</summary>
    const int Longest = 4096;

    /// <summary>Whether the lengths of the specimens are those of the value.</summary>
    public bool HasLength { get; init; } = true;

    /// <summary>All characters that a text may hold, where they are known beyond those of the specimens.</summary>
    public string? Alphabet { get; init; }

    /// <summary>The values of a number: how many there are, from which on.</summary>
    public (long Least, long Count) Range { get; init; }

    /// <summary>The modulus that prefers some characters, where random octets were reduced by one that does not divide 256.</summary>
    public int Bias { get; init; }

    /// <summary>What was done, oldest first, with the specimens before it.</summary>
    public ImmutableArray<Stage> Past { get; init; } = [];

    /// <summary>The expression that gave the value, where it was not drawn.</summary>
    public SyntaxNode? Given { get; init; }

    public bool IsText => Specimens[0] is string;

    public bool IsOctets => Specimens[0] is byte[];

    public bool IsNumber => Specimens[0] is long;

    public int Shortest => Specimens.Min(LengthOf);

    public int LongestLength => Specimens.Max(LengthOf);

    public static int LengthOf(object specimen) =>
        specimen switch
        {
            string text => text.Length,
            byte[] octets => octets.Length,
            _ => 1,
        };

    /// <summary>The characters of a text.</summary>
    public IEnumerable<char> Characters => Alphabet ?? Specimens.OfType<string>().SelectMany(text => text).Distinct();

    /// <summary>Random octets; of an unknown number where <paramref name="length"/> is null.</summary>
    public static SampledValue Octets(int? length) =>
        length is < 0 or > Longest
            ? Octets(null) with
            {
                Bits = null,
            }
            : new([.. Enumerable.Range(0, Count).Select(k => (object)Octets(length ?? 32, k))], length * 8.0)
            {
                HasLength = length is not null,
            };

    // The first two make base64 use both characters that base64url replaces.
    static byte[] Octets(int length, int k) =>
        [
            .. Enumerable
                .Range(0, length)
                .Select(i =>
                    k switch
                    {
                        0 => (byte)0xFF,
                        1 => (byte)(
                            i % 3 == 0 ? 0xFB
                            : i % 3 == 1 ? 0xEF
                            : 0xBE
                        ),
                        _ => (byte)(i * (2 * k + 1) * 29 + k * 37 + (i >> 2) * 11),
                    }
                ),
        ];

    /// <summary>Characters picked from an alphabet, each by itself.</summary>
    public static SampledValue Picked(string alphabet, int? length)
    {
        // Those that a verifier must not hold come first, so that a short text shows them.
        var letters = string.Concat(alphabet.Distinct().OrderBy(IsUnreserved));
        if (letters.Length == 0 || length is < 0 or > Longest)
            return Octets(null) with { Bits = null };
        var specimens = Enumerable
            .Range(0, Count)
            .Select(k =>
                (object)
                    string.Concat(
                        Enumerable
                            .Range(0, length ?? 43)
                            .Select(i => letters[(i + k * Math.Max(1, letters.Length / Count)) % letters.Length])
                    )
            );
        return new([.. specimens], length * Math.Log(letters.Length, 2)) { HasLength = length is not null, Alphabet = letters };
    }

    /// <summary>A number below a bound.</summary>
    /// <param name="turn">Tells draws of one place apart, so that they do not all show the same specimens.</param>
    public static SampledValue Number(long least, long count, int turn = 0) =>
        count <= 0
            ? Number(0, 1)
            : new(
                [.. Enumerable.Range(0, Count).Select(k => (object)(least + (turn * 7 + k * Math.Max(1, count / Count)) % count))],
                Math.Log(count, 2)
            )
            {
                Range = (least, count),
            };

    /// <summary>A text that comes from elsewhere, such as a verifier: of the lengths and characters that RFC 7636 allows.</summary>
    public static SampledValue GivenText(SyntaxNode place) => new([.. GivenTexts], null) { HasLength = false, Given = place };

    public static SampledValue GivenOctets(SyntaxNode place) => Octets(32) with { Bits = null, HasLength = false, Given = place };

    /// <summary>The first is the verifier of RFC 7636 appendix B.</summary>
    static readonly object[] GivenTexts =
    [
        .. new[] { "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" }.Concat(
            Enumerable
                .Range(1, Count - 1)
                .Select(k =>
                    string.Concat(
                        Enumerable
                            .Range(0, 43 + k * 9)
                            .Select(i =>
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"[(i * (2 * k + 3) + k * k) % 66]
                            )
                    )
                )
        ),
    ];

    /// <summary>A text that is the same in each run.</summary>
    public static SampledValue Fixed(string text) => new([.. Enumerable.Repeat((object)text, Count)], 0);

    /// <summary>The value after an operation; null where the operation does not take it.</summary>
    public SampledValue? Then(StageKind kind, Func<object, object?> apply, string algorithm = "")
    {
        var results = ImmutableArray.CreateBuilder<object>(Specimens.Length);
        foreach (var specimen in Specimens)
        {
            if (apply(specimen) is not { } result || LengthOf(result) > Longest)
                return null;
            results.Add(result);
        }
        return this with
        {
            Specimens = results.MoveToImmutable(),
            Alphabet = null,
            Range = default,
            Past = Past.Length > 64 ? Past : Past.Add(new Stage(kind, algorithm, Specimens)),
        };
    }

    /// <summary>As <see cref="Then"/>, for an edit of a text that treats each character by itself.</summary>
    public SampledValue? Edited(Func<string, string?> edit, StageKind kind = StageKind.Edit)
    {
        if (Then(kind, specimen => specimen is string text ? edit(text) : null) is not { } edited)
            return null;
        var letters = Alphabet is null ? null : string.Concat(Alphabet.SelectMany(letter => edit(letter.ToString()) ?? "").Distinct());
        return (letters is null ? edited : edited with { Alphabet = letters }).Capped();
    }

    /// <summary>The same with a part of the characters or octets, which hold a like part of the entropy.</summary>
    public SampledValue? Cut(Func<object, object?> cut)
    {
        // A specimen that edits have made shorter than all others cannot tell.
        var results = Specimens.Select(cut).ToList();
        if (results.Find(result => result is not null) is not { } usual || results.Count(result => result is null) > Count / 2)
            return null;
        if (Then(StageKind.Edit, specimen => cut(specimen) ?? usual) is not { } part)
            return null;
        var share = LongestLength == 0 ? 1 : Math.Min(1.0, (double)part.LongestLength / LongestLength);
        return part with { Bits = Bits * share, Alphabet = Alphabet };
    }

    // A text holds no more than its characters can.
    SampledValue Capped() =>
        Alphabet is { Length: > 0 } letters && HasLength && Bits is { } bits
            ? this with
            {
                Bits = Math.Min(bits, LongestLength * Math.Log(letters.Length, 2)),
            }
            : this;

    /// <summary>As many octets of an array that nothing was written to.</summary>
    public static SampledValue Zeros(int length) => new([.. Enumerable.Repeat((object)new byte[length], Count)], 0);

    /// <summary>Random octets in a part of an array that nothing else was written to.</summary>
    public static SampledValue OctetsWithin(int length, int at, int count)
    {
        var drawn = Octets(count);
        return at < 0 || count < 0 || at + count > length
            ? Octets(null) with
            {
                Bits = null,
            }
            : drawn with
            {
                Specimens = [.. drawn.Specimens.Select(octets => (object)Placed((byte[])octets))],
            };

        byte[] Placed(byte[] octets)
        {
            var whole = new byte[length];
            octets.CopyTo(whole, at);
            return whole;
        }
    }

    /// <summary>The same with another character or octet at a place. What is there anew adds its entropy; else it takes the place
    /// of a like part.</summary>
    public SampledValue With(int at, SampledValue element)
    {
        var isNew = Specimens.All(whole => whole is string text ? text[at] == '\0' : ((byte[])whole)[at] == 0) && Past.IsEmpty;
        return this with
        {
            Specimens =
            [
                .. Specimens.Zip(
                    element.Specimens,
                    (whole, one) => whole is string text ? text.Remove(at, 1).Insert(at, (string)one) : (object)Written((byte[])whole, one)
                ),
            ],
            Bits = (isNew || LongestLength == 0 ? Bits : Bits * (LongestLength - 1) / LongestLength) + element.Bits,
            Alphabet =
                element.Alphabet is null || Alphabet is null && Bits > 0
                    ? null
                    : string.Concat((Alphabet ?? "").Concat(element.Alphabet).Distinct()),
            Past = Past.Length >= element.Past.Length ? Past : element.Past,
            Given = Given ?? element.Given,
            Bias = Math.Max(Bias, element.Bias),
        };

        byte[] Written(byte[] whole, object one)
        {
            var written = (byte[])whole.Clone();
            written[at] = (byte)(long)one;
            return written;
        }
    }

    /// <summary>Two texts, one behind the other.</summary>
    public static SampledValue? Concat(SampledValue one, SampledValue other)
    {
        if (!one.IsText || !other.IsText || one.LongestLength + other.LongestLength > Longest)
            return null;
        var specimens = one.Specimens.Zip(other.Specimens, (a, b) => (object)((string)a + (string)b));
        return new([.. specimens], one.Bits + other.Bits)
        {
            HasLength = one.HasLength && other.HasLength,
            Alphabet =
                one.LongestLength == 0 ? other.Alphabet
                : other.LongestLength == 0 ? one.Alphabet
                : one.Alphabet is null && other.Alphabet is null ? null
                : string.Concat(one.Characters.Concat(other.Characters).Distinct()),
            Bias = Math.Max(one.Bias, other.Bias),
            Past = one.Past.Length >= other.Past.Length ? one.Past : other.Past,
            Given = one.Given ?? other.Given,
        };
    }

    /// <summary>So many of the same kind, each drawn by itself.</summary>
    public SampledValue Times(int? count)
    {
        var times = count ?? 43;
        if (times < 0 || times * LongestLength > Longest)
            return this with { Bits = null, HasLength = false };
        // One after the other shows other characters.
        var specimens = IsText
            ? Enumerable
                .Range(0, Count)
                .Select(k =>
                    (object)
                        string.Concat(
                            Enumerable
                                .Range(0, times)
                                .Select(i =>
                                    Alphabet is { Length: > 0 } letters && LongestLength == 1
                                        ? letters[(i + k * 5) % letters.Length].ToString()
                                        : Specimens[(i + k) % Count]
                                )
                        )
                )
            : Enumerable
                .Range(0, Count)
                .Select(k =>
                    (object)(
                        IsNumber
                            ? [.. Enumerable.Range(0, times).Select(i => (byte)((long)Specimens[(i + k) % Count] + i))]
                            : Enumerable.Range(0, times).SelectMany(i => (byte[])Specimens[(i + k) % Count]).ToArray()
                    )
                );
        return this with
        {
            Specimens = [.. specimens],
            Bits = count is null ? null : Bits * times,
            HasLength = HasLength && count is not null,
            Range = default,
        };
    }

    /// <summary>What is known where two paths meet.</summary>
    public static SampledValue? Join(SampledValue? one, SampledValue? other, bool widen = false)
    {
        if (one is null || other is null || one.Specimens[0].GetType() != other.Specimens[0].GetType())
            return null;
        if (one.Equals(other))
            return one;
        // Hashed on one path only: neither is known.
        if (
            (one.IsHashed || other.IsHashed)
            && !one
                .Past.Select(stage => (stage.Kind, stage.Algorithm))
                .SequenceEqual(other.Past.Select(stage => (stage.Kind, stage.Algorithm)))
        )
            return null;
        return one with
        {
            Specimens = [.. one.Specimens.Select((specimen, k) => k % 2 == 0 ? specimen : other.Specimens[k])],
            Bits = widen || one.Bits is null || other.Bits is null ? null : Math.Min(one.Bits.Value, other.Bits.Value),
            HasLength = !widen && one.HasLength && other.HasLength,
            Alphabet =
                one.IsText && (one.Alphabet ?? other.Alphabet) is not null
                    ? string.Concat(one.Characters.Concat(other.Characters).Distinct().OrderBy(letter => letter))
                    : null,
            Bias = Math.Max(one.Bias, other.Bias),
            Past = one.Past.SequenceEqual(other.Past) ? one.Past : [],
        };
    }

    /// <summary>Whether the value is BASE64URL(SHA256(ASCII(x))) of a text x that it went through.</summary>
    public bool IsS256 =>
        IsText
        && Past.Any(stage =>
            stage.Before[0] is string
            && (!IsOfVerifier || stage.Before.SequenceEqual(GivenTexts))
            && stage.Before.Zip(Specimens, (before, after) => S256((string)before) == (string)after).All(same => same)
        );

    /// <summary>Whether it is that of a text which looks like this one.</summary>
    public bool IsS256Of(SampledValue text) => IsS256 && Past.Any(stage => stage.Before.SequenceEqual(text.Specimens));

    /// <summary>Whether it was made of what the program calls a code verifier: then of that very text.</summary>
    bool IsOfVerifier => Given is IdentifierNameSyntax { Identifier.ValueText: var name } && Identifier.IsCodeVerifier(name);

    /// <summary>Whether a digest was taken on its way.</summary>
    public bool IsHashed => Past.Any(stage => stage.IsDigest);

    static string S256(string verifier)
    {
        using var sha256 = SHA256.Create();
        return Convert
            .ToBase64String(sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
    }

    /// <summary>Whether RFC 7636 section 4.1 allows the character in a verifier.</summary>
    public static bool IsUnreserved(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '.' or '_' or '~';

    public bool Equals(SampledValue? other) =>
        other is not null
        && Bits == other.Bits
        && HasLength == other.HasLength
        && Alphabet == other.Alphabet
        && Range == other.Range
        && Bias == other.Bias
        && Past.Length == other.Past.Length
        && Given == other.Given
        && Specimens.Zip(other.Specimens, Same).All(same => same);

    public static bool Same(object one, object other) =>
        one is byte[] octets ? other is byte[] others && octets.AsSpan().SequenceEqual(others) : one.Equals(other);

    public override int GetHashCode() => Past.Length * 31 + LongestLength;
}
