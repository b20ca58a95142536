namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The class that is written into a program that does not reference PkceAnalyzers.Runtime, and makes proof keys.</summary>
static class ProofKeyHelper
{
    const string CreateVerifier = "CreateCodeVerifier";
    const string CreateChallenge = "CreateCodeChallenge";

    public static readonly HelperClass Class = new(
        ["ProofKey", "PkceProofKey", "ProofKeyForCodeExchange"],
        [CreateVerifier, CreateChallenge],
        "PkceProofKey.cs",
        Source
    );

    /// <summary>Only what every framework has since netstandard2.0 and .NET Framework 4, and no using directive.</summary>
    static string Source(string system, string microsoft, string modifiers, string name, string nullable) =>
        $$"""
            /// <summary>PKCE (RFC 7636): binds an authorization code to the client that asked for it.</summary>
            {{modifiers}} class {{name}}
            {
                /// <summary>32 random octets, 43 characters (RFC 7636, section 4.1); one for each authorization request.</summary>
                public static string {{CreateVerifier}}()
                {
                    var octets = new byte[32];
                    using (var random = {{system}}.Security.Cryptography.RandomNumberGenerator.Create())
                    {
                        random.GetBytes(octets);
                    }
                    return Base64Url(octets);
                }

                /// <summary>S256: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))) (RFC 7636, section 4.2).</summary>
                public static string {{CreateChallenge}}(string codeVerifier)
                {
                    using (var sha256 = {{system}}.Security.Cryptography.SHA256.Create())
                    {
                        return Base64Url(sha256.ComputeHash({{system}}.Text.Encoding.ASCII.GetBytes(codeVerifier)));
                    }
                }

                private static string Base64Url(byte[] octets)
                {
                    return {{system}}.Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                }
            }
            """;
}
