namespace PkceAnalyzers.Libraries;

/// <summary>What the rules know of a library, or of a family of libraries. All of it stands in one file, which the registry
/// names.</summary>
sealed record Library
{
    /// <summary>Words, in lower case, one of which stands in each file that uses it; those of <see cref="Calls"/> are added to
    /// them.</summary>
    public string[] Keywords { get; init; } = [];

    /// <summary>The types by which it is configured.</summary>
    public ConfiguredType[] Types { get; init; } = [];

    /// <summary>Calls and creations that mean something for PKCE by themselves.</summary>
    public CallFact[] Calls { get; init; } = [];

    /// <summary>Calls and objects that are authorization requests or token requests.</summary>
    public RequestApi[] Requests { get; init; } = [];

    /// <summary>Members by which a program adds parameters of its own to an authorization request.</summary>
    public ExtraParameters[] ExtraParameters { get; init; } = [];

    /// <summary>What <c>docs/libraries.md</c> says is found in the settings of each library, by its name.</summary>
    public (string Library, string Found)[] Page { get; init; } = [];

    /// <summary>Words, in lower case, of which a file that uses the library holds one.</summary>
    public IEnumerable<string> Words => [.. Keywords, .. Calls.Select(call => (call.After ?? call.Name).ToLowerInvariant())];
}
