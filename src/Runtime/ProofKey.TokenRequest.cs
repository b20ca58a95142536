using System.Collections.Specialized;
using System.Diagnostics;

namespace Pkce;

public sealed partial class ProofKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    RequestParameters ForTokenRequest => new(new KeyValuePair<string, string>(ParameterNames.CodeVerifier, CodeVerifier));

    /// <summary>
    /// Adds <c>code_verifier</c> to the body of a token request in <c>application/x-www-form-urlencoded</c> text
    /// (RFC 7636, section 4.5). There is no such method for a URL: RFC 6749, section 3.2, demands a POST.
    /// </summary>
    /// <param name="tokenForm">Pairs <c>name=value</c> joined by <c>&amp;</c>, or an empty text. All of it is kept
    /// character for character.</param>
    /// <returns>The text with the parameter at its end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tokenForm"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_verifier</c> already.</exception>
    public string AddToTokenForm(string tokenForm) => ForTokenRequest.AddToForm(tokenForm, nameof(tokenForm));

    // About null values the collections say nothing here either.
#nullable disable

    /// <summary>Adds <c>code_verifier</c> to the parameters of a token request (RFC 7636, section 4.5).</summary>
    /// <param name="tokenParameters">The parameters, not encoded. The verifier is added to them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokenParameters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_verifier</c> already, or the collection is read-only.
    /// Nothing was added.</exception>
    public void AddToTokenRequest(IDictionary<string, string> tokenParameters) =>
        ForTokenRequest.AddTo(tokenParameters, nameof(tokenParameters));

    /// <inheritdoc cref="AddToTokenRequest(IDictionary{string, string})"/>
    public void AddToTokenRequest(ICollection<KeyValuePair<string, string>> tokenParameters) =>
        ForTokenRequest.AddTo(tokenParameters, nameof(tokenParameters));

    /// <summary>
    /// The parameters of a token request, followed by <c>code_verifier</c> (RFC 7636, section 4.5): what
    /// <c>FormUrlEncodedContent</c> takes.
    /// </summary>
    /// <param name="tokenParameters">The parameters, not encoded. They are enumerated once and not changed.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tokenParameters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_verifier</c> already.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> AppendToTokenRequest(IEnumerable<KeyValuePair<string, string>> tokenParameters) =>
        ForTokenRequest.AppendTo(tokenParameters, nameof(tokenParameters));

#nullable restore

    /// <inheritdoc cref="AddToTokenRequest(IDictionary{string, string})"/>
    public void AddToTokenRequest(NameValueCollection tokenParameters) => ForTokenRequest.AddTo(tokenParameters, nameof(tokenParameters));
}
