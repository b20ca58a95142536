namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>What a request does about PKCE, as far as it is known.</summary>
enum PkceState
{
    /// <summary>The code challenge, or the verifier, is never there.</summary>
    None,

    /// <summary>An authorization request with a challenge whose method is plain, or left out.</summary>
    Plain,

    /// <summary>An authorization request with a challenge whose method is S256.</summary>
    S256,

    /// <summary>An authorization request with a challenge whose method is not known, or no registered one.</summary>
    Challenge,

    /// <summary>A token request with the verifier.</summary>
    Verifier,

    /// <summary>On some paths only.</summary>
    Conditional,

    /// <summary>Not seen, but parts of the request are not known.</summary>
    Unknown,

    /// <summary>There is no code that PKCE could protect: the token comes through the browser.</summary>
    NotApplicable,
}
