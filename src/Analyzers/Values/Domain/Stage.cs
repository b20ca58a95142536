using System.Collections.Immutable;

namespace PkceAnalyzers.Values;

/// <summary>One step on the way of a value.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Algorithm">The digest or the encoding of characters, by the name that it is known by; empty for other steps.</param>
/// <param name="Before">The specimens that it was done to.</param>
sealed record Stage(StageKind Kind, string Algorithm, ImmutableArray<object> Before)
{
    public bool IsDigest => Kind is StageKind.Digest or StageKind.KeyedDigest;

    /// <summary>Whether it is SHA-256, which the transformation S256 asks for.</summary>
    public bool IsSha256 => this is { Kind: StageKind.Digest, Algorithm: Sha256 };

    public const string Sha256 = "SHA-256";
}
