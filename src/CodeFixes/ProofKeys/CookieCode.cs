using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>Calls of what keeps a proof key in a cookie: PkceAnalyzers.Runtime.AspNetCore, or a helper in its place.</summary>
/// <param name="Type">The expression that names the class.</param>
/// <param name="IsRuntime">Whether it gives proof keys; the helper gives their parameters.</param>
sealed record CookieCode(string Type, bool IsRuntime)
{
    const string RuntimeType = "ProofKeyCookie";

    /// <summary>What a local is called that holds what a begun login gives.</summary>
    public string BegunName => IsRuntime ? "proofKey" : ProofKeyParameters.InCode(ProofKeyParameters.CodeChallenge);

    /// <summary>What a local is called that holds what is taken at the callback.</summary>
    public string TakenName => IsRuntime ? "proofKey" : ProofKeyParameters.InCode(ProofKeyParameters.CodeVerifier);

    /// <summary>Also edits what the code needs to compile at <paramref name="position"/>: a using directive or the helper.</summary>
    public static CookieCode At(SourceFile file, int position, SolutionEdits edits, SolutionEdits planned)
    {
        var runtime = file
            .Model.Compilation.GetTypesByMetadataName($"Pkce.{RuntimeType}")
            .FirstOrDefault(type => file.Model.IsAccessible(position, type));
        return runtime is not null && !runtime.DeclaringSyntaxReferences.Any()
            ? new CookieCode(RuntimeName.At(file, position, RuntimeType, edits), IsRuntime: true)
            : new CookieCode(CookieHelper.Class.NameAt(file, position, edits, planned), IsRuntime: false);
    }

    public IReadOnlyList<AddedParameter> AuthorizationParameters(string begun) =>
        IsRuntime
            ?
            [
                AddedParameter.Computed(ProofKeyParameters.CodeChallenge, $"{begun}.CodeChallenge"),
                AddedParameter.Computed(ProofKeyParameters.CodeChallengeMethod, $"{begun}.CodeChallengeMethod"),
            ]
            : ProofKeyParameters.Given(ProofKeyParameters.CodeChallenge, begun);

    public IReadOnlyList<AddedParameter> TokenParameters(string taken) =>
        ProofKeyParameters.Given(ProofKeyParameters.CodeVerifier, IsRuntime ? $"{taken}.CodeVerifier" : taken);
}
