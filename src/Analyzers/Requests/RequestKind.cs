namespace PkceAnalyzers.Requests;

enum RequestKind
{
    /// <summary>RFC 6749 section 4.1.1.</summary>
    Authorization,

    /// <summary>RFC 6749 section 4.1.3.</summary>
    Token,

    /// <summary>An authorization request whose response carries a token in the front channel (RFC 6749 section 4.2.1).</summary>
    FrontChannel,
}
