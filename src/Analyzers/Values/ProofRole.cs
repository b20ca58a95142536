namespace PkceAnalyzers.Values;

/// <summary>What an expression of verification code stands for.</summary>
enum ProofRole
{
    None,

    /// <summary>The name of the transformation that the client chose.</summary>
    Method,

    /// <summary>The code challenge that was stored with the authorization code.</summary>
    Challenge,

    /// <summary>The code verifier that the token request presents.</summary>
    Verifier,
}
