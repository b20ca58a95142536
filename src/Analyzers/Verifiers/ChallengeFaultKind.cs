namespace PkceAnalyzers.Verifiers;

/// <summary>How a code challenge is not BASE64URL(SHA256(ASCII(code_verifier))).</summary>
enum ChallengeFaultKind
{
    /// <summary>It is the verifier itself.</summary>
    NotHashed,

    /// <summary>It is hashed by another digest, which the detail names.</summary>
    OtherDigest,

    HashedTwice,

    /// <summary>The text of the verifier is encoded other than in ASCII; the detail names the encoding.</summary>
    OtherEncoding,

    /// <summary>The octets are hashed that the verifier was decoded to.</summary>
    OfDecodedVerifier,

    /// <summary>The octets are hashed that the verifier was made of.</summary>
    OfOctets,

    EncodedTwice,

    Hexadecimal,

    /// <summary>The hash is read as text.</summary>
    ReadAsText,

    /// <summary>Its letters were brought to one case.</summary>
    OneCase,

    PaddedBase64,

    Padded,

    Base64,

    /// <summary>It is another text in a way that has no name.</summary>
    Other,
}
