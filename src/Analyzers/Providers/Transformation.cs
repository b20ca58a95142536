namespace PkceAnalyzers.Providers;

enum Transformation
{
    /// <summary>BASE64URL(SHA256(ASCII(code_verifier))), as RFC 7636 section 4.2 says.</summary>
    S256,

    /// <summary>The hash in lower-case hexadecimal digits.</summary>
    HexSha256,
}
