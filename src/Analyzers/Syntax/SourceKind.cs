namespace PkceAnalyzers.Syntax;

/// <summary>What a value's content was drawn from.</summary>
enum SourceKind
{
    /// <summary>A parameter of the member that is analysed: its caller's business.</summary>
    Caller,

    /// <summary>A cryptographically secure random number generator.</summary>
    SecureRandom,

    /// <summary>A generator that can be predicted: <c>System.Random</c> and its kin.</summary>
    PredictableRandom,

    /// <summary>A GUID: at most 122 random bits, and no promise of unpredictability.</summary>
    Guid,

    /// <summary>The time: an attacker knows it nearly.</summary>
    Clock,

    /// <summary>A hash code: 32 bits that are no secret.</summary>
    HashCode,

    /// <summary>The verifier of a scenario that a server is run with.</summary>
    PresentedVerifier,

    /// <summary>Likewise the challenge that was stored with the code.</summary>
    StoredChallenge,

    /// <summary>Likewise the name of the transformation.</summary>
    StoredMethod,

    /// <summary>Code that is not looked into gave it, in such a run.</summary>
    Result,
}
