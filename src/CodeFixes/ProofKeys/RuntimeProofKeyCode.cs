using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Calls of PkceAnalyzers.Runtime.</summary>
sealed class RuntimeProofKeyCode : IVerifierCode
{
    readonly Func<string, string> _nameOf;

    RuntimeProofKeyCode(Func<string, string> nameOf) => _nameOf = nameOf;

    public string? Create => $"{Type}.Create()";

    public string Type => _nameOf("ProofKey");

    public string Declare(string local) => $"var {local} = {Create};";

    public string Assign(string field) => $"{field} = {Create};";

    public string LocalName => "proofKey";

    public string PendingName => "pendingProofKey";

    public string CreateVerifier => $"{_nameOf("CodeVerifier")}.Create()";

    public string CreateChallenge(string verifier) => $"{_nameOf("CodeChallenge")}.Create({verifier})";

    public static RuntimeProofKeyCode? TryCreate(SourceFile file, int position, SolutionEdits edits)
    {
        var type = file.Model.Compilation.GetTypesByMetadataName("Pkce.ProofKey").FirstOrDefault();
        if (type is null || !file.Model.IsAccessible(position, type))
            return null;
        return new RuntimeProofKeyCode(name => RuntimeName.At(file, position, name, edits));
    }

    public IReadOnlyList<AddedParameter> AuthorizationParameters(string holder, string? first = null) =>
        [
            AddedParameter.Computed(ProofKeyParameters.CodeChallenge, $"{first ?? holder}.CodeChallenge"),
            AddedParameter.Computed(ProofKeyParameters.CodeChallengeMethod, $"{holder}.CodeChallengeMethod"),
        ];

    public IReadOnlyList<AddedParameter> TokenParameters(string holder) =>
        [AddedParameter.Computed(ProofKeyParameters.CodeVerifier, $"{holder}.CodeVerifier")];

    public string VerifierOf(string holder) => $"{holder}.CodeVerifier";
}
