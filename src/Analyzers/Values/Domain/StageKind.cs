namespace PkceAnalyzers.Values;

/// <summary>What a program does to a text, octets or a number.</summary>
enum StageKind
{
    /// <summary>A text is trimmed, cut, padded, or characters in it are replaced.</summary>
    Edit,

    /// <summary>The letters of a text are brought to one case.</summary>
    LetterCase,

    /// <summary>A text is written as octets, one for each ASCII character.</summary>
    Encoding,

    /// <summary>A text is written as octets, several for each character.</summary>
    WideEncoding,

    /// <summary>Octets are read as characters.</summary>
    Decoding,

    /// <summary>Octets are written in base64 or base64url.</summary>
    Base64,

    /// <summary>Base64 or base64url is read.</summary>
    Base64Decoding,

    /// <summary>Octets or a number are written in hexadecimal digits.</summary>
    Hexadecimal,

    /// <summary>A number is written in decimal digits.</summary>
    Digits,

    /// <summary>A number is taken as its octets.</summary>
    OctetsOfNumber,

    /// <summary>Octets are hashed.</summary>
    Digest,

    /// <summary>Octets are hashed with a key.</summary>
    KeyedDigest,
}
