namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Calls of the helper that stands in for the Runtime (<see cref="ProofKeyHelper"/>). What is kept is the code
/// verifier alone, a string: a file-local type could be no field of the class that makes the requests.</summary>
sealed class HelperProofKeyCode(string helper) : IVerifierCode
{
    public string? Create => CreateVerifier;

    public string Type => "string";

    public string Declare(string local) => $"var {local} = {Create};";

    public string Assign(string field) => $"{field} = {Create};";

    public string LocalName => "codeVerifier";

    public string PendingName => "pendingCodeVerifier";

    public string CreateVerifier => $"{helper}.CreateCodeVerifier()";

    public string CreateChallenge(string verifier) => $"{helper}.CreateCodeChallenge({verifier})";

    public IReadOnlyList<AddedParameter> AuthorizationParameters(string holder, string? first = null) =>
        [
            AddedParameter.Computed(ProofKeyParameters.CodeChallenge, $"{helper}.CreateCodeChallenge({first ?? holder})"),
            AddedParameter.Fixed(ProofKeyParameters.CodeChallengeMethod, "S256"),
        ];

    public IReadOnlyList<AddedParameter> TokenParameters(string holder) =>
        [AddedParameter.Computed(ProofKeyParameters.CodeVerifier, holder)];

    public string VerifierOf(string holder) => holder;
}
