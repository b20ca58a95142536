namespace PkceAnalyzers.Runtime.Tests;

/// <summary>What RFC 7636 says, written down apart from the library.</summary>
static class Rfc7636
{
    /// <summary>Appendix B.</summary>
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>Appendix B.</summary>
    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /// <summary>Section 4.1: the 66 characters of a code verifier.</summary>
    public const string VerifierCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>Appendix A: the 64 characters of base64url.</summary>
    public const string ChallengeCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>A well-formed verifier with one character put in place of another.</summary>
    public static string VerifierWith(char character, int index) =>
        Verifier.Remove(index, 1).Insert(index, character.ToString());
}
