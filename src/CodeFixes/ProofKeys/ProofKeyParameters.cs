namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>RFC 7636, sections 4.3 and 4.5.</summary>
static class ProofKeyParameters
{
    public const string CodeChallenge = "code_challenge";
    public const string CodeChallengeMethod = "code_challenge_method";
    public const string CodeVerifier = "code_verifier";

    /// <summary>Stands for all parameters of a request that a library has begun with them (<see cref="OutCallProofKeyCode"/>).</summary>
    public const string Begun = "";

    /// <summary>What a method's parameter is called that takes such a parameter of the request.</summary>
    public static string InCode(string name) => name == CodeVerifier ? "codeVerifier" : "codeChallenge";

    /// <summary>What the documentation of a method's parameter or a type's member says.</summary>
    public static string Document(string name) =>
        name switch
        {
            CodeVerifier => "The code verifier whose code challenge went with the authorization request (RFC 7636, section 4.5).",
            CodeChallengeMethod => "The transformation that made the code challenge (RFC 7636, section 4.3).",
            _ => "The S256 code challenge of a code verifier that goes with the token request (RFC 7636, section 4.3).",
        };

    /// <summary>What a request gets from a method's parameter <paramref name="value"/> that takes such a parameter.</summary>
    public static IReadOnlyList<AddedParameter> Given(string name, string value) =>
        name == CodeVerifier
            ? [AddedParameter.Computed(CodeVerifier, value)]
            : [AddedParameter.Computed(CodeChallenge, value), AddedParameter.Fixed(CodeChallengeMethod, "S256")];
}
