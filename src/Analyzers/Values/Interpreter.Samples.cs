using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Values that are drawn at random, encoded and hashed: each operation is done to the specimens of a
/// <see cref="Sample"/>.</summary>
sealed partial class Interpreter
{
    int _draws;

    /// <summary>What a value looks like; null where that is not known.</summary>
    public Sample? SampleOf(Value? value)
    {
        switch (value)
        {
            case Unknown unknown:
                return unknown.Sample;
            case Text { Exact: { } exact }:
                return Sample.Fixed(exact);
            case Text { CarriesParameters: false, Pieces: var pieces }:
                Sample? whole = null;
                foreach (var piece in pieces)
                {
                    var part = piece switch
                    {
                        LiteralPiece literal => Sample.Fixed(literal.Content),
                        HolePiece hole => Written(hole.Content),
                        _ => null,
                    };
                    if (part is null || (whole = whole is null ? part : Sample.Concat(whole, part)) is null)
                        return null;
                }
                return whole;
            case Constant { Content: char letter }:
                return Sample.Fixed(letter.ToString());
            case Reference when EntityOf(value) is { } entity:
                return entity.Sample
                    ?? (
                        entity.Content is Text or Unknown ? SampleOf(entity.Content)
                        : Letters(entity) is { } letters ? Sample.Fixed(letters)
                        : null
                    );
            case Choice choice:
                var samples = choice
                    .Alternatives.Where(alternative => alternative is not Constant { Content: null })
                    .Select(SampleOf)
                    .ToList();
                return samples.Count == 0 ? null : samples.Aggregate((one, other) => Sample.Join(one, other));
            default:
                return null;
        }
    }

    /// <summary>A value as a text writes it out.</summary>
    Sample? Written(Value value, string format = "") =>
        SampleOf(value) switch
        {
            { IsText: true } text => text,
            { IsOctets: true } octets when value.Sources.Has(SourceKind.Guid) => AsGuid(octets, format),
            _ => null,
        };

    static Sample? AsGuid(Sample octets, string format) =>
        format is "" or "D" or "d" or "N" or "n" or "B" or "b" or "P" or "p"
            ? octets.Then(
                "text of a GUID",
                guid => guid is byte[] { Length: 16 } value ? new Guid(value).ToString(format, CultureInfo.InvariantCulture) : null
            )
            : null;

    /// <summary>The characters of an array that holds nothing else.</summary>
    static string? Letters(Entity entity) =>
        !entity.Items.IsEmpty && entity.Items.All(item => item is Constant { Content: char })
            ? string.Concat(entity.Items.Select(item => ((Constant)item).Content))
            : null;

    /// <summary>The characters that an index picks from.</summary>
    string? AlphabetOf(Value value) =>
        value switch
        {
            Text { Exact: { Length: > 0 } text } => text,
            Reference when EntityOf(value) is { Sample: null } entity => (entity.Content as Text)?.Exact is { Length: > 0 } text
                ? text
                : Letters(entity),
            _ => null,
        };

    Unknown With(Sample sample, SourceSet sources) => new(sources) { Sample = sample };

    Value Give(Call call, Sample sample) =>
        sample is { Bits: 0, Given: null, IsText: true } && sample.Specimens.All(specimen => specimen.Equals(sample.Specimens[0]))
            ? Text.Literal(
                (string)sample.Specimens[0],
                (call.Receiver?.Value as Text)?.Pieces.OfType<LiteralPiece>().FirstOrDefault()?.Place ?? call.Place
            )
            : With(sample, ((Unknown)MixOf(call)).From | Drawn(call));

    SourceSet Drawn(Call call) => MemberNames.SourceOf(call) is { } source ? SourceSet.Of(source, call.Place) : SourceSet.None;

    static object? Exact(Call call, int index) =>
        index >= call.Arguments.Length
            ? null
            : call.Arguments[index].Value switch
            {
                Constant constant => constant.Content,
                Text text => text.Exact,
                EnumMember member => member.Name,
                _ => null,
            };

    static int? Int(Call call, int index) =>
        Exact(call, index) is { } value and (int or byte or short or long or uint)
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The result of a call that draws, encodes, hashes or edits; null for any other.</summary>
    Value? ModelSample(Call call)
    {
        if (call.Method is { } method && IsOwn(method))
            return null;
        return ModelDraw(call) ?? ModelEncoding(call) ?? ModelDigest(call) ?? ModelEdit(call) ?? ModelSequence(call) ?? ModelLetter(call);
    }

    /// <summary>The simple name of the type that a call is made on, as far as it is written.</summary>
    static string OwnerName(Call call) =>
        call.Method?.ContainingType is { TypeKind: not TypeKind.Error } owner ? owner.Name
        : call.Receiver?.Operation.Type is { TypeKind: not TypeKind.Error, Name: { Length: > 0 } name } ? name
        : call.WrittenOwner ?? "";

    Value? ModelDraw(Call call)
    {
        if (MemberNames.SourceOf(call) is not { } kind)
            return null;
        var turn = _draws++;
        _drawnHere.Add(call.Place);
        switch (call.Name)
        {
            case "GetBytes" or "GetNonZeroBytes" or "Fill" or "NextBytes" when call.Arguments is [var target, ..] && Int(call, 0) is null:
                if (EntityOf(target.Value) is { } array)
                {
                    var part = Int(call, 2) ?? array.Length;
                    Update(
                        (Reference)target.Value,
                        array with
                        {
                            Drawn = array.Drawn | SourceSet.Of(kind, call.Place),
                            Sample = Sample.Octets(part == array.Length ? part : null),
                        }
                    );
                }
                return new Unknown(SourceSet.Of(kind, call.Place));
            case "GetBytes" or "CreateRandomKey" or "GenerateRandom" or "GenerateSeed" or "GetNextBytes":
                return Give(call, Sample.Octets(Int(call, call.Arguments.Length - 1)));
            case "CreateUniqueId":
                return Give(call, UniqueId(Int(call, 0) ?? (call.Arguments.IsEmpty ? 32 : null), Exact(call, 1) as string ?? "Base64Url"));
            case "GetInt32" or "Next" or "NextInt64" or "Range" or "NextInt" or "GetInt64":
                var (least, bound) = (Exact(call, 0), Exact(call, 1));
                if (bound is null && call.Arguments.Length == 1)
                    (least, bound) = (0, least);
                return bound is int or long && least is int or long
                        ? Give(
                            call,
                            Sample.Number(
                                Convert.ToInt64(least, CultureInfo.InvariantCulture),
                                Convert.ToInt64(bound, CultureInfo.InvariantCulture) - Convert.ToInt64(least, CultureInfo.InvariantCulture),
                                turn
                            )
                        )
                    : call.Arguments.IsEmpty ? Give(call, Sample.Number(0, int.MaxValue, turn))
                    : null;
            case "GetString" or "GetItems" when call.Arguments.Length >= 2 && AlphabetOf(call.Arguments[0].Value) is { } alphabet:
                return Give(call, Sample.Picked(alphabet, Int(call, 1)));
            case "GetHexString":
                return Give(call, Sample.Picked(Exact(call, 1) is true ? "0123456789abcdef" : "0123456789ABCDEF", Int(call, 0)));
            case "NewGuid" or "CreateVersion7":
                return Give(call, Sample.Octets(16) with { Bits = call.Name == "NewGuid" ? 122 : 74 });
            case "GetRandomFileName":
                return Give(call, Sample.Picked("abcdefghijklmnopqrstuvwxyz012345.", 12) with { Bits = 55 });
            default:
                return null;
        }

        static Sample UniqueId(int? length, string format) =>
            format switch
            {
                "Hex" => Sample.Octets(length).Then("hex", octets => Hex((byte[])octets))!,
                "Base64" => Sample.Octets(length).Then("base64", octets => Convert.ToBase64String((byte[])octets))!,
                _ => Sample.Octets(length).Then("base64url", octets => Base64Url((byte[])octets))!,
            };
    }

    Value? ModelEncoding(Call call)
    {
        var owner = OwnerName(call);
        var given = call.Arguments.FirstOrDefault(argument =>
            argument.Value is not (Constant or EnumMember) || argument.Value == call.Arguments[0].Value
        );
        switch (call.Name)
        {
            case "GetBytes" when owner.EndsWith("Encoding", StringComparison.Ordinal) || owner is "ASCII" or "UTF8" or "Unicode":
                return call.Arguments is [{ } text] && EncodingOf(call) is { } encoding && TextIn(text) is { } characters
                    ? Give(
                        call,
                        characters.Then(encoding.WebName, letters => letters is string written ? encoding.GetBytes(written) : null)
                    )
                    : null;
            case "GetString" when owner.EndsWith("Encoding", StringComparison.Ordinal) || owner is "ASCII" or "UTF8" or "Unicode":
                return
                    call.Arguments is [{ } octets, ..]
                    && EncodingOf(call) is { } decoding
                    && SampleOf(octets.Value) is { IsOctets: true } bytes
                    ? Give(call, bytes.Then("text of " + decoding.WebName, value => decoding.GetString((byte[])value)))
                    : null;
            case "ConvertStringToBinary" when call.Arguments.Length == 2 && TextIn(call.Arguments[0]) is { } buffered:
                Encoding? chosen =
                    Exact(call, 1) as string is "Utf16LE" ? Encoding.Unicode
                    : Exact(call, 1) as string is "Utf16BE" ? Encoding.BigEndianUnicode
                    : Encoding.UTF8;
                return Give(call, buffered.Then(chosen.WebName, letters => chosen.GetBytes((string)letters)));
            case "ToBase64String" or "EncodeToBase64String":
                return Octets(given, "base64", octets => Convert.ToBase64String(octets));
            case "FromBase64String" or "DecodeFromBase64String":
                return Characters(given, "base64 decoded", text => TryDecode(text));
            case "ToHexString" or "EncodeToHexString" when given is not null:
                return Octets(given, "hex", octets => call.Name == "ToHexString" ? Hex(octets).ToUpperInvariant() : Hex(octets));
            case "ToHexStringLower" when given is not null:
                return Octets(given, "hex", Hex);
            case "ToString" when owner == "BitConverter":
                return Octets(given, "hex with hyphens", octets => BitConverter.ToString(octets));
            case "ToString"
                when call.Receiver is { Value: Unknown { From: var from } guid }
                    && from.Has(SourceKind.Guid)
                    && SampleOf(guid) is { IsOctets: true } value
                    && value.LongestLength == 16:
                return AsGuid(value, Exact(call, 0) as string ?? "") is { } shown ? Give(call, shown) : null;
            case "ToString" when call.Receiver is { } number && SampleOf(number.Value) is { IsNumber: true } digits:
                return Exact(call, 0) is string { Length: > 1 } format && format[0] is 'x' or 'X' or 'D' or 'd'
                    ? digits.Then(
                        char.ToLowerInvariant(format[0]) == 'x' ? "hex" : "digits",
                        one => ((long)one).ToString(format, CultureInfo.InvariantCulture)
                    )
                        is { } padded
                        ? Give(call, padded with { Alphabet = AlphabetOfNumber(format, digits) })
                        : null
                    : digits.Then("digits", one => ((long)one).ToString(CultureInfo.InvariantCulture)) is { } plain
                        ? Give(
                            call,
                            plain with
                            {
                                HasLength = digits.Range.Count <= 10,
                                Alphabet = digits.Range.Count <= 10 ? null : "0123456789",
                            }
                        )
                        : null;
            case "ToByteArray" when call.Receiver is { } source && SampleOf(source.Value) is { IsOctets: true } raw:
                return Give(call, raw);
            case "ToUInt32"
            or "ToInt32"
            or "ToUInt16"
            or "ToUInt64"
            or "ToInt64" when owner == "BitConverter" && given is not null && SampleOf(given.Value) is { IsOctets: true, Given: null }:
                return Give(call, Sample.Number(0, call.Name == "ToUInt16" ? 1 << 16 : 1L << 32, _draws++));
            case "UrlTokenEncode":
                return Octets(
                    given,
                    "UrlTokenEncode, which adds a digit",
                    octets => Base64Url(octets) + ((3 - octets.Length % 3) % 3).ToString(CultureInfo.InvariantCulture)
                );
            case var name
                when name.StartsWith("Base64UrlEncode", StringComparison.Ordinal)
                    || owner.StartsWith("Base64Url", StringComparison.Ordinal) && name is "Encode" or "EncodeToString" or "EncodeBytes":
                return given is null ? null
                    : SampleOf(given.Value) is { IsText: true } or null && IsString(given)
                        ? TextIn(given) is { } written
                                ? Give(call, written.Then("base64url", text => Base64Url(Encoding.UTF8.GetBytes((string)text))))
                            : null
                    : Octets(given, "base64url", Base64Url);
            case "UrlDecode" or "Decode" or "DecodeBytes" or "DecodeFromChars" when owner.StartsWith("Base64Url", StringComparison.Ordinal):
                return given is not null && TextIn(given) is { } encoded
                    ? Give(call, encoded.Then("base64url decoded", text => TryDecode(((string)text).Replace('-', '+').Replace('_', '/'))))
                    : null;
            case "Base64UrlDecode" when given is not null && TextIn(given) is { } decoded:
                return Give(call, decoded.Then("base64url decoded", text => TryDecode(((string)text).Replace('-', '+').Replace('_', '/'))));
            default:
                return null;
        }

        Value? Octets(Argument? argument, string operation, Func<byte[], object> encode)
        {
            if (argument is null || IsString(argument))
                return null;
            var sample = SampleOf(argument.Value) ?? (argument.Value is Unknown ? Sample.GivenOctets(argument.Place) : null);
            return sample is { IsOctets: true } ? Give(call, sample.Then(operation, octets => encode((byte[])octets))) : null;
        }

        Value? Characters(Argument? argument, string operation, Func<string, object?> decode) =>
            argument is not null && TextIn(argument) is { } sample
                ? Give(call, sample.Then(operation, text => decode((string)text)))
                : null;

        Value? Give(Call given, Sample? sample) => sample is null ? null : this.Give(given, sample);

        // Whatever base64 says of a text that was not made by it, a decoder gives other octets than the text's own.
        static object TryDecode(string text)
        {
            var trimmed = new string([.. text.Where(letter => char.IsLetterOrDigit(letter) || letter is '+' or '/')]);
            return Convert.FromBase64String(trimmed.Substring(0, trimmed.Length / 4 * 4));
        }

        static string? AlphabetOfNumber(string format, Sample digits) =>
            digits.Range.Count >= 256 && char.ToLowerInvariant(format[0]) == 'x'
                ? format[0] == 'x'
                    ? "0123456789abcdef"
                    : "0123456789ABCDEF"
                : null;
    }

    static bool IsString(Argument argument) =>
        (argument.Parameter?.Type ?? argument.Operation.Type)?.SpecialType == SpecialType.System_String || argument.Value is Text;

    /// <summary>A text that is encoded or hashed: what is known of it, else any that a caller may give.</summary>
    Sample? TextIn(Argument argument) =>
        SampleOf(argument.Value) is { } known
            ? known.IsText
                ? known
                : null
            : argument.Operation.Type?.SpecialType is SpecialType.System_String or null
            && !Carries(argument.Value)
            && argument.Value is Unknown or Text
                ? Sample.GivenText(argument.Place)
                : null;

    Encoding? EncodingOf(Call call)
    {
        var name =
            (call.Receiver?.Value as EnumMember)?.Name
            ?? EntityOf(call.Receiver?.Value)?.Type?.Name
            ?? (
                call.Place
                    is InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax
                        {
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var written }
                        }
                    }
                    ? written
                    : ""
            );
        return name switch
        {
            "ASCII" or "ASCIIEncoding" or "Latin1" => Encoding.ASCII,
            "UTF8" or "UTF8Encoding" or "Default" => Encoding.UTF8,
            "Unicode" or "UnicodeEncoding" => Encoding.Unicode,
            "BigEndianUnicode" => Encoding.BigEndianUnicode,
            "UTF32" or "UTF32Encoding" => Encoding.UTF32,
            _ => null,
        };
    }

    Value? ModelDigest(Call call)
    {
        switch (call.Name)
        {
            case "Create"
            or "CreateFromName"
            or "CreateHash"
            or "OpenAlgorithm"
            or "GetDigest" when Exact(call, 0) is string algorithm && Digest(algorithm) is not null:
                return Allocate(
                    call.Place,
                    Entity.Of(call.Type) with
                    {
                        Members = ImmutableDictionary<string, Value>.Empty.Add("Algorithm", Text.Literal(algorithm, call.Place)),
                    }
                );
            case "Create" when call.Arguments.IsEmpty && OwnerName(call) is var own && Digest(own) is not null:
                return Allocate(
                    call.Place,
                    Entity.Of(call.Type) with
                    {
                        Members = ImmutableDictionary<string, Value>.Empty.Add("Algorithm", Text.Literal(own, call.Place)),
                    }
                );
            case "TransformFinalBlock"
                when EntityOf(call.Receiver?.Value) is { Sample: not null }
                    && (Int(call, 2) == 0 || call.Arguments is [{ Value: var last }, ..] && LengthOf(last) == 0):
                return Unknown.Value;
            case "AppendData"
            or "BlockUpdate"
            or "TransformBlock"
            or "TransformFinalBlock"
                when call.Receiver is { Value: Reference fed } && EntityOf(fed) is { } entity && call.Arguments is [var data, ..]:
                Update(
                    fed,
                    entity with
                    {
                        Sample = entity.Sample is null && entity.Drawn.Equals(SourceSet.None) ? Hashed(data) : null,
                        Drawn = SourcesOf(data.Value),
                    }
                );
                return Unknown.Value;
            case "GetHashAndReset" or "GetCurrentHash" when EntityOf(call.Receiver?.Value) is { Sample: { } appended }:
                return Digested(call, appended, AlgorithmOf(call));
            case "DoFinal" when EntityOf(call.Receiver?.Value) is { Sample: { } appended } && call.Arguments is [var target, ..]:
                Fill(target, appended, AlgorithmOf(call));
                return Unknown.Value;
            case "CalculateDigest" when call.Arguments.Length == 2 && Hashed(call.Arguments[1]) is { } input:
                return Digested(call, input, Exact(call, 0) as string);
            case "ComputeHash" or "HashData" or "ComputeHashAsync" or "HashDataAsync" or "TryHashData" or "TryComputeHash":
                var source = call.Arguments.FirstOrDefault(argument => argument.Value is not EnumMember);
                var name =
                    (call.Arguments.FirstOrDefault(argument => argument.Value is EnumMember)?.Value as EnumMember)?.Name
                    ?? AlgorithmOf(call);
                if (source is null || Digest(name) is null || Hashed(source) is not { } octets)
                    return null;
                if (
                    call
                        .Arguments.SkipWhile(argument => argument != source)
                        .Skip(1)
                        .FirstOrDefault(argument => argument.Value is Reference) is
                    { } destination
                )
                    Fill(destination, octets, name);
                return Digested(call, octets, name);
            default:
                return null;
        }

        Sample? Hashed(Argument data) =>
            SampleOf(data.Value) is { } sample
                ? sample.IsOctets
                    ? sample
                    : null
                : data.Value is Unknown or Reference && !Carries(data.Value)
                    ? Sample.GivenOctets(data.Place)
                    : null;

        Value? Digested(Call digest, Sample input, string? algorithm)
        {
            foreach (var argument in digest.ReceiverAndArguments)
                GoesOn(argument.Value);
            return Hash(input, algorithm) is { } hash ? Give(digest, hash) : null;
        }

        void Fill(Argument target, Sample input, string? algorithm)
        {
            if (EntityOf(target.Value) is { } array && Hash(input, algorithm) is { } hash)
                Update((Reference)target.Value, array with { Sample = hash, Drawn = array.Drawn | ((Unknown)MixOf(call)).From });
        }
    }

    /// <summary>What <c>HashAlgorithm.Hash</c> gives of what was fed to it block by block; null for any other member.</summary>
    Value? HashOf(Value? receiver, ISymbol member) =>
        member is { Name: "Hash", ContainingType.Name: "HashAlgorithm" }
        && EntityOf(receiver) is { Sample: { } fed } algorithm
        && Hash(fed, AlgorithmOf(algorithm)) is { } hash
            ? With(hash, algorithm.Drawn)
            : null;

    static string? AlgorithmOf(Entity? made) =>
        made is null ? null
        : made.Members.TryGetValue("Algorithm", out var named) ? (named as Text)?.Exact
        : made.Type?.Name;

    string? AlgorithmOf(Call call) =>
        AlgorithmOf(EntityOf(call.Receiver?.Value))
        ?? (
            call.Receiver?.Operation.Type is { TypeKind: not TypeKind.Error, Name: not "HashAlgorithm" } type ? type.Name : OwnerName(call)
        );

    static Sample? Hash(Sample input, string? algorithm)
    {
        if (Digest(algorithm) is not { } digest)
            return null;
        using var function = digest.Create();
        var hashed = input.Then(digest.Name, octets => function.ComputeHash((byte[])octets));
        return hashed is null
            ? null
            : hashed with
            {
                HasLength = true,
                Bits = hashed.Bits is { } bits ? Math.Min(bits, function.HashSize) : null,
            };
    }

    static (string Name, Func<HashAlgorithm> Create)? Digest(string? algorithm) =>
        algorithm?.Replace("-", "").Replace("_", "").ToUpperInvariant() switch
        {
            "SHA256" or "SHA256MANAGED" or "SHA256CRYPTOSERVICEPROVIDER" or "SHA256CNG" or "SHA256DIGEST" => ("SHA-256", SHA256.Create),
            "SHA512" or "SHA512MANAGED" or "SHA512DIGEST" => ("SHA-512", SHA512.Create),
            "SHA384" or "SHA384MANAGED" or "SHA384DIGEST" => ("SHA-384", SHA384.Create),
#pragma warning disable CA5350, CA5351 // What the program does is repeated, to say that it is wrong.
            "SHA1" or "SHA1MANAGED" or "SHA1CRYPTOSERVICEPROVIDER" or "SHA1DIGEST" => ("SHA-1", SHA1.Create),
            "MD5" or "MD5CRYPTOSERVICEPROVIDER" or "MD5DIGEST" => ("MD5", MD5.Create),
#pragma warning restore CA5350, CA5351
            _ => null,
        };

    static readonly HashSet<string> Edits =
    [
        "Replace",
        "TrimEnd",
        "TrimStart",
        "Trim",
        "ToLower",
        "ToLowerInvariant",
        "ToUpper",
        "ToUpperInvariant",
        "Substring",
        "Remove",
        "PadRight",
        "PadLeft",
        "Insert",
        "ToArray",
        "AsSpan",
        "ToString",
        "ToList",
        "Normalize",
        "Take",
        "Split",
    ];

    /// <summary>Edits of texts.</summary>
    Value? ModelEdit(Call call)
    {
        if (
            !Edits.Contains(call.Name)
            || call.Receiver is not { } receiver
            || receiver.Value is Text { CarriesParameters: true }
            || receiver.Value.Alternatives.All(value => value is Text { Exact: not null })
                && call.Name is not ("Replace" or "Substring" or "Remove" or "PadLeft" or "PadRight" or "Insert")
        )
            return null;
        if (
            call.Owner is not (null or "System.String" or "System.MemoryExtensions" or "System.Linq.Enumerable")
            || SampleOf(receiver.Value) is not { IsText: true } text
        )
            return null;
        var edited = call.Name switch
        {
            "Replace" when Exact(call, 0)?.ToString() is { Length: > 0 } from && call.Arguments.Length == 2 => Exact(call, 1)?.ToString()
                is var to
            && call.Arguments[1].Value is Constant or Text { Exact: not null }
                ? text.Edited($"Replace(\"{from}\", \"{to}\")", value => value.Replace(from, to))
                : null,
            "TrimEnd" => text.Edited("TrimEnd", value => value.TrimEnd(Letters())),
            "TrimStart" => text.Edited("TrimStart", value => value.TrimStart(Letters())),
            "Trim" => text.Edited("Trim", value => value.Trim(Letters())),
            "ToLower" or "ToLowerInvariant" => text.Edited("ToLower", value => value.ToLowerInvariant()),
            "ToUpper" or "ToUpperInvariant" => text.Edited("ToUpper", value => value.ToUpperInvariant()),
            "Substring" when Int(call, 0) is { } start => call.Arguments.Length == 1
                ? text.Cut("Substring", value => Slice((string)value, start, null))
            : Int(call, 1) is { } length ? text.Cut("Substring", value => Slice((string)value, start, length))
            : Loose(text),
            // A letter at a random place: alphabet.Substring(random.Next(62), 1)
            "Substring" when Int(call, 1) == 1 && text.Bits == 0 && SampleOf(call.Arguments[0].Value) is { IsNumber: true } place => Picked(
                (string)text.Specimens[0],
                place
            ),
            "Remove" when Int(call, 0) is { } at && call.Arguments.Length == 1 => text.Cut("Remove", value => Slice((string)value, 0, at)),
            "PadRight" when Int(call, 0) is { } width => text.Then(
                "PadRight",
                value => ((string)value).PadRight(Math.Min(width, 4096), Exact(call, 1) as char? ?? ' ')
            ),
            "PadLeft" when Int(call, 0) is { } width => text.Then(
                "PadLeft",
                value => ((string)value).PadLeft(Math.Min(width, 4096), Exact(call, 1) as char? ?? ' ')
            ),
            "Insert" when Int(call, 0) is { } position && Exact(call, 1) is string added => text.Then(
                "Insert",
                value => position <= ((string)value).Length ? ((string)value).Insert(position, added) : null
            ),
            "ToArray" or "AsSpan" or "ToString" or "ToList" or "Normalize" when call.Arguments.IsEmpty => text,
            "Take" when Int(call, 0) is { } count => text.Cut(
                "Take",
                value => ((string)value).Substring(0, Math.Min(count, ((string)value).Length))
            ),
            "Split" when Exact(call, 0)?.ToString() is { Length: > 0 } separator && call.Receiver.Value is not Text { Exact: not null } =>
                Parts(separator),
            _ => null,
        };
        if (edited is null)
            return null;
        if (call.Name != "Split")
            return Give(call, edited);
        // Split('=')[0]: only the first part is asked for.
        return Allocate(
            call.Place,
            Entity.Of(call.Type) with
            {
                Drawn = SourcesOf(receiver.Value),
                Members = ImmutableDictionary<string, Value>.Empty.Add("[0]", Give(call, edited)),
            }
        );

        char[] Letters() =>
            [
                .. call.Arguments.SelectMany(argument =>
                    argument.Value switch
                    {
                        Constant { Content: char letter } => letter.ToString(),
                        _ when AlphabetOf(argument.Value) is { } letters => letters,
                        _ => "",
                    }
                ),
            ];

        Sample? Parts(string separator) =>
            text.Edited(
                "Split",
                value => value.Length == 1 && value == separator ? "" : value.Split([separator], StringSplitOptions.None)[0]
            );

        static string? Slice(string value, int start, int? length) =>
            start >= 0 && start <= value.Length && (length is null || length >= 0 && start + length <= value.Length)
                ? value.Substring(start, length ?? value.Length - start)
                : null;

        static Sample Loose(Sample text) => text with { HasLength = false, Bits = null };
    }

    static Sample Picked(string alphabet, Sample index)
    {
        var (least, count) = index.Range;
        var letters =
            index.IsNumber && count > 0 && least >= 0 && least < alphabet.Length
                ? alphabet.Substring((int)least, (int)Math.Min(count, alphabet.Length - least))
                : alphabet;
        var specimens = index.IsNumber
            ? index.Specimens.Select(place => (object)alphabet[(int)((long)place % alphabet.Length)].ToString())
            : Sample.Picked(letters, 1).Specimens;
        var distinct = string.Concat(letters.Distinct());
        return new Sample([.. specimens], index.Bits is null ? null : Math.Log(distinct.Length, 2))
        {
            Alphabet = distinct,
            Bias = index.Bias,
        };
    }

    static string Base64Url(byte[] octets) => Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static string Hex(byte[] octets) => BitConverter.ToString(octets).Replace("-", "").ToLowerInvariant();
}
