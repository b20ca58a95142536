using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>A request of an OAuth exchange, as the engine sees it.</summary>
/// <param name="Kind">What it is: <c>authorization</c>, <c>token</c> or <c>front-channel</c>.</param>
/// <param name="Place">Where it is recognised.</param>
/// <param name="Code">The line that it begins in.</param>
/// <param name="Member">The member that puts it together, as <c>Type.Member</c>.</param>
/// <param name="Endpoint">Where it goes, as far as that is known; holes as <c>{…}</c>. Empty where it is not.</param>
/// <param name="State">What it does about PKCE.</param>
/// <param name="Parameters">What it carries.</param>
/// <param name="Open">The code that may add parameters which are not known.</param>
/// <param name="Exception">Why it goes without PKCE on purpose; null where nothing says so.</param>
sealed record SeenRequest(
    string Kind,
    Place Place,
    string Code,
    string Member,
    string Endpoint,
    PkceState State,
    IReadOnlyList<SeenParameter> Parameters,
    IReadOnlyList<SeenCode> Open,
    string? Exception
)
{
    /// <summary>Its code verifier.</summary>
    public SeenVerifier Verifier { get; init; } = SeenVerifier.Unknown;

    /// <summary>The host that it goes to, where that is written out; else empty.</summary>
    public string Host { get; init; } = "";
}
