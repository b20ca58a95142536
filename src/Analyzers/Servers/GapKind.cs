namespace PkceAnalyzers.Servers;

enum GapKind
{
    /// <summary>A token request without a verifier passes.</summary>
    NoVerifier,

    /// <summary>Where no challenge was stored, nothing is verified, and a verifier that is sent is not refused.</summary>
    NoChallenge,

    /// <summary>A method that is not known passes.</summary>
    UnknownMethod,

    /// <summary>A setting of the client or the server lets requests through, even where a challenge was stored.</summary>
    NotRequired,

    /// <summary>A verifier that is sent is never looked at.</summary>
    Unread,

    /// <summary>No code of the program knows verifiers at all.</summary>
    Unknown,

    /// <summary>Only clients that authenticate are let through.</summary>
    Confidential,
}
