namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>The code verifier of a request, as far as it is known.</summary>
/// <param name="Source">What it is drawn from; empty where that is not known.</param>
/// <param name="Bits">How many bits of entropy it has; null where that is not known.</param>
/// <param name="Kept">The code that gives it to the token request: what it is kept in between the two. Empty for an authorization
/// request.</param>
sealed record SeenVerifier(string Source, double? Bits, string Kept)
{
    public static readonly SeenVerifier Unknown = new("", null, "");

    /// <summary>Source and bits in a few words; empty where neither is known.</summary>
    public string Made => string.Join(", ", new[] { Source, Bits is { } bits ? $"{(int)bits} bits" : "" }.Where(part => part.Length > 0));
}
