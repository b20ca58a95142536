namespace PkceAnalyzers.Libraries;

/// <summary>What a setting, or its absence, means for PKCE.</summary>
enum Fact
{
    /// <summary>The client's PKCE is switched off.</summary>
    Off,

    /// <summary>The client's PKCE is off unless it is switched on.</summary>
    OffByDefault,

    /// <summary>The client's PKCE is on, or believed to be, and the library ignores it.</summary>
    Ineffective,

    /// <summary>The client's API cannot do PKCE at all.</summary>
    Unsupported,

    /// <summary>The client asks for, or the server gives it, a token in the front channel.</summary>
    FrontChannel,

    /// <summary>The server does not require PKCE.</summary>
    NotRequired,

    /// <summary>The server accepts the plain transformation.</summary>
    AllowsPlain,
}

enum Side
{
    Client,
    Server,
}

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
