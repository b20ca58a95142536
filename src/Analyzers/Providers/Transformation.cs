namespace PkceAnalyzers.Providers;

enum Transformation
{
    /// <summary>BASE64URL(SHA256(ASCII(code_verifier))), as RFC 7636 section 4.2 says.</summary>
    S256,

    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    HexSha256,

    /// <summary>None: the challenge is the verifier itself.</summary>
    Plain,

    /// <summary>The server refuses a token request that has a <c>code_verifier</c>.</summary>
    Refused,
}
