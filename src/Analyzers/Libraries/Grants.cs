namespace PkceAnalyzers.Libraries;

/// <summary>Which grants a client is set up for; what is not known is null.</summary>
[Flags]
enum Grants
{
    None = 0,

    /// <summary>The authorization code grant by itself.</summary>
    Code = 1,

    /// <summary>A code together with something else in the front channel.</summary>
    Hybrid = 2,

    /// <summary>An access token in the front channel.</summary>
    Token = 4,
}
