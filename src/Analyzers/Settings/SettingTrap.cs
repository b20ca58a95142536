namespace PkceAnalyzers.Settings;

/// <summary>Code that undoes a library's PKCE without writing one of its settings.</summary>
enum SettingTrap
{
    /// <summary>An override of the method that makes the URL of the authorization request, which adds no challenge.</summary>
    OverrideWithoutChallenge,

    /// <summary>An override of the method that redeems the code, which sends no verifier.</summary>
    OverrideWithoutVerifier,

    /// <summary>A response type that is set in an event, after PKCE was decided on.</summary>
    LateResponseType,

    /// <summary>An event that takes the challenge out of the request.</summary>
    ChallengeRemoved,

    /// <summary>A verifier that is put into the response that brought the code.</summary>
    VerifierInResponse,

    /// <summary>A challenge among the program's own parameters, whose verifier the library does not send.</summary>
    ForeignChallenge,

    /// <summary>The transformation <c>plain</c>, added to those that a server takes.</summary>
    PlainAdded,

    /// <summary>S256, taken out of those that a client sends.</summary>
    WithoutS256,
}
