using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>Digests, of the framework and of BouncyCastle, the Windows Runtime and PCLCrypto.</summary>
static class DigestModel
{
    /// <summary>The member of a digest's object that holds the name of its algorithm.</summary>
    const string Algorithm = "Algorithm";

    /// <summary>Methods that give the digest of what they are given.</summary>
    static readonly string[] Computing = ["ComputeHash", "HashData", "ComputeHashAsync", "HashDataAsync", "TryHashData", "TryComputeHash"];

    /// <summary>Whether a method of that name computes a digest.</summary>
    public static bool Computes(string name) => Array.IndexOf(Computing, name) >= 0;

    public static void Register(ModelTable table) =>
        table
            .Add(CreateByName, "Create", "CreateFromName", "CreateHash", "OpenAlgorithm", "GetDigest")
            .Add(CreateOfType, "Create")
            .Add(EndOfBlocks, "TransformFinalBlock")
            .Add(Feed, "AppendData", "BlockUpdate", "TransformBlock", "TransformFinalBlock")
            .Add(Finish, "GetHashAndReset", "GetCurrentHash")
            .Add(DoFinal, "DoFinal")
            .Add(CalculateDigest, "CalculateDigest")
            .Add(HashText, "ToSha256", "Sha256", "ToSha512", "Sha512")
            .Add(Compute, Computing);

    /// <summary>What <c>HashAlgorithm.Hash</c> gives of what was fed to it block by block; null for any other member.</summary>
    public static Value? HashOf(Interpreter run, Value? receiver, ISymbol member) =>
        member is { Name: "Hash", ContainingType.Name: "HashAlgorithm" }
        && run.ObjectOf(receiver) is { Sample: { } fed } algorithm
        && Hash(fed, AlgorithmOf(algorithm)) is { } hash
            ? Interpreter.With(hash, algorithm.Drawn)
            : null;

    static Value? CreateByName(Interpreter run, Call call) =>
        call.Exact(0) is string algorithm && Find(algorithm) is not null ? Create(run, call, algorithm) : null;

    static Value? CreateOfType(Interpreter run, Call call) =>
        call.Arguments.IsEmpty && Find(call.OwnerName) is not null ? Create(run, call, call.OwnerName) : null;

    static Value Create(Interpreter run, Call call, string algorithm) =>
        run.Allocate(
            call.Place,
            AbstractObject.Of(call.Type) with
            {
                Members = ImmutableDictionary<string, Value>.Empty.Add(Algorithm, Text.Literal(algorithm, call.Place)),
            }
        );

    static Value? EndOfBlocks(Interpreter run, Call call) =>
        run.ObjectOf(call.Receiver?.Value) is { Sample: not null }
        && (call.Int(2) == 0 || call.Arguments is [{ Value: var last }, ..] && run.LengthOf(last) == 0)
            ? Unknown.Value
            : null;

    static Value? Feed(Interpreter run, Call call)
    {
        if (call.Receiver is not { Value: Reference fed } || run.ObjectOf(fed) is not { } digest || call.Arguments is not [var data, ..])
            return null;
        // Of several blocks the whole is not known.
        var isFirst = digest.Sample is null && digest.Drawn.Equals(SourceSet.None);
        run.Update(fed, digest with { Sample = isFirst ? InputOf(run, data) : null, Drawn = run.SourcesOf(data.Value) });
        return Unknown.Value;
    }

    static Value? Finish(Interpreter run, Call call) =>
        run.ObjectOf(call.Receiver?.Value) is { Sample: { } fed } ? Digested(run, call, fed, AlgorithmOf(run, call)) : null;

    static Value? DoFinal(Interpreter run, Call call)
    {
        if (run.ObjectOf(call.Receiver?.Value) is not { Sample: { } fed } || call.Arguments is not [var target, ..])
            return null;
        Fill(run, call, target, fed, AlgorithmOf(run, call));
        return Unknown.Value;
    }

    static Value? CalculateDigest(Interpreter run, Call call) =>
        call.Arguments.Length == 2 && InputOf(run, call.Arguments[1]) is { } input
            ? Digested(run, call, input, call.Exact(0) as string)
            : null;

    static Value? Compute(Interpreter run, Call call)
    {
        var source = call.Arguments.FirstOrDefault(argument => argument.Value is not EnumMember);
        var algorithm =
            call.Arguments.Select(argument => argument.Value).OfType<EnumMember>().FirstOrDefault()?.Name ?? AlgorithmOf(run, call);
        if (source is null || Find(algorithm) is null || InputOf(run, source) is not { } input)
            return null;
        var destination = call
            .Arguments.SkipWhile(argument => argument != source)
            .Skip(1)
            .FirstOrDefault(argument => argument.Value is Reference);
        if (destination is not null)
            Fill(run, call, destination, input, algorithm);
        return Digested(run, call, input, algorithm);
    }

    /// <summary><c>text.Sha256()</c> of IdentityModel and IdentityServer: the base64 of a text's digest.</summary>
    static Value? HashText(Interpreter run, Call call)
    {
        var isOfLibrary = call.Owner is null || call.OwnerName is "StringExtensions" or "HashExtensions";
        if (!isOfLibrary || call.ReceiverAndArguments.ToList() is not [var text] || run.TextIn(text) is not { } characters)
            return null;
        var octets = EncodingModel.Encoded(characters, Encoding.UTF8);
        var algorithm = call.Name.EndsWith("512", StringComparison.Ordinal) ? "SHA512" : "SHA256";
        return octets is not null && Hash(octets, algorithm) is { } hash
            ? run.GiveKnown(call, hash.Then(StageKind.Base64, value => Convert.ToBase64String((byte[])value)))
            : null;
    }

    /// <summary>The octets that are hashed: known ones, else any that a caller may give.</summary>
    static SampledValue? InputOf(Interpreter run, Argument data)
    {
        if (run.SampleOf(data.Value) is { } sample)
            return sample.IsOctets ? sample : null;
        return data.Value is Unknown or Reference && !run.Carries(data.Value) ? SampledValue.GivenOctets(data.Place) : null;
    }

    static Value? Digested(Interpreter run, Call call, SampledValue input, string? algorithm)
    {
        foreach (var argument in call.ReceiverAndArguments)
            run.GoesOn(argument.Value);
        return Hash(input, algorithm) is { } hash ? run.Give(call, hash) : null;
    }

    static void Fill(Interpreter run, Call call, Argument target, SampledValue input, string? algorithm)
    {
        if (run.ObjectOf(target.Value) is { } array && Hash(input, algorithm) is { } hash)
            run.Update((Reference)target.Value, array with { Sample = hash, Drawn = array.Drawn | run.MixOf(call).From });
    }

    static string? AlgorithmOf(AbstractObject? digest) =>
        digest is null ? null
        : digest.Members.TryGetValue(Algorithm, out var named) ? (named as Text)?.Exact
        : digest.Type?.Name;

    static string? AlgorithmOf(Interpreter run, Call call) =>
        AlgorithmOf(run.ObjectOf(call.Receiver?.Value))
        ?? (call.Receiver?.Operation.Type is { TypeKind: not TypeKind.Error, Name: not "HashAlgorithm" } type ? type.Name : call.OwnerName);

    static SampledValue? Hash(SampledValue input, string? algorithm)
    {
        if (Find(algorithm) is not { } digest)
            return null;
        using var function = digest.Create();
        var hashed = input.Then(
            function is HMAC ? StageKind.KeyedDigest : StageKind.Digest,
            octets => function.ComputeHash((byte[])octets),
            digest.Name
        );
        return hashed is null
            ? null
            : hashed with
            {
                HasLength = true,
                Bits = hashed.Bits is { } bits ? Math.Min(bits, function.HashSize) : null,
            };
    }

    static (string Name, Func<HashAlgorithm> Create)? Find(string? algorithm) =>
        algorithm?.Replace("-", "").Replace("_", "").ToUpperInvariant() switch
        {
            "SHA256" or "SHA256MANAGED" or "SHA256CRYPTOSERVICEPROVIDER" or "SHA256CNG" or "SHA256DIGEST" => (Stage.Sha256, SHA256.Create),
            "SHA512" or "SHA512MANAGED" or "SHA512DIGEST" => ("SHA-512", SHA512.Create),
            "SHA384" or "SHA384MANAGED" or "SHA384DIGEST" => ("SHA-384", SHA384.Create),
#pragma warning disable CA5350, CA5351 // What the program does is repeated, to say that it is wrong.
            "SHA1" or "SHA1MANAGED" or "SHA1CRYPTOSERVICEPROVIDER" or "SHA1DIGEST" => ("SHA-1", SHA1.Create),
            "MD5" or "MD5CRYPTOSERVICEPROVIDER" or "MD5DIGEST" => ("MD5", MD5.Create),
#pragma warning restore CA5350, CA5351
            // Whatever the key is, the outcome is no SHA-256.
            "HMACSHA256" => ("HMAC-SHA-256", () => new HMACSHA256(AnyKey)),
            "HMACSHA512" => ("HMAC-SHA-512", () => new HMACSHA512(AnyKey)),
            _ => null,
        };

    static readonly byte[] AnyKey = [.. Enumerable.Range(1, 64).Select(octet => (byte)octet)];
}
