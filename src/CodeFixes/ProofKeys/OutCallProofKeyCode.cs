namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>A call of a library that makes the proof key of the request that it belongs to and gives away the verifier. The request is
/// begun in a statement of its own, so that the verifier can be kept before it is sent.</summary>
/// <param name="begin">The expression that begins the request.</param>
/// <param name="method">The method that goes on with it.</param>
/// <param name="nameBuilder">Gives the name of a local that holds the request as it is begun.</param>
sealed class OutCallProofKeyCode(string begin, string method, Func<string> nameBuilder) : IProofKeyCode
{
    // Where one of several requests shows what they keep, it needs no local of its own.
    readonly Lazy<string> _builder = new(nameBuilder);

    public string? Create => null;

    public string Declare(string local) => $"var {_builder.Value} = {begin}.{method}(out var {local});";

    public string Assign(string field) => $"var {_builder.Value} = {begin}.{method}(out {field});";

    public string Type => "string";

    public string LocalName => "codeVerifier";

    public string PendingName => "pendingCodeVerifier";

    /// <summary>The request itself, as it was begun: it has them.</summary>
    public IReadOnlyList<AddedParameter> AuthorizationParameters(string holder, string? first = null) =>
        [AddedParameter.Computed(ProofKeyParameters.Begun, _builder.Value)];

    public IReadOnlyList<AddedParameter> TokenParameters(string holder) =>
        [AddedParameter.Computed(ProofKeyParameters.CodeVerifier, holder)];

    public string VerifierOf(string holder) => holder;
}
