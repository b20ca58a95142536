namespace PkceAnalyzers.Verifiers;

/// <summary>What is wrong with a code verifier, gravest first.</summary>
enum VerifierFault
{
    /// <summary>The same in each run.</summary>
    Constant,

    /// <summary>Not from a cryptographically secure random number generator.</summary>
    Predictable,

    /// <summary>Of a length, or with characters, that RFC 7636 section 4.1 does not allow.</summary>
    Malformed,

    /// <summary>Fewer than 256 bits.</summary>
    LowEntropy,
}
