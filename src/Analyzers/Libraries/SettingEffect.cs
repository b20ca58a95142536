namespace PkceAnalyzers.Libraries;

/// <summary>What a setting, or its absence, means for PKCE.</summary>
enum SettingEffect
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
