using System.Collections.Specialized;

namespace Pkce;

public sealed partial class ProofKey
{
    RequestParameters ForAuthorizationRequest =>
        new(new(ParameterNames.CodeChallenge, CodeChallenge), new(ParameterNames.CodeChallengeMethod, S256));

    /// <summary>
    /// Adds <c>code_challenge</c> and <c>code_challenge_method=S256</c> to the query of an authorization request's URL
    /// (RFC 7636, section 4.3).
    /// </summary>
    /// <param name="authorizationUrl">The URL, absolute or relative, with or without a query and a fragment. All of it
    /// is kept character for character.</param>
    /// <returns>The URL with the two parameters at the end of its query.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authorizationUrl"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The query has a <c>code_challenge</c> or <c>code_challenge_method</c>
    /// already.</exception>
    public string AddToAuthorizationUrl(string authorizationUrl) =>
        ForAuthorizationRequest.AddToUrl(authorizationUrl, nameof(authorizationUrl));

    /// <inheritdoc cref="AddToAuthorizationUrl(string)"/>
    public Uri AddToAuthorizationUrl(Uri authorizationUrl)
    {
        if (authorizationUrl is null)
            throw new ArgumentNullException(nameof(authorizationUrl));

        // The text that the Uri was made of, since its other forms decode or encode something. But white space at its ends, which the
        // Uri passes over or encodes, would come to stand within.
        var text = authorizationUrl.OriginalString;
        var trimmed = text.Trim(' ', '\t', '\r', '\n');
        if (trimmed.Length != text.Length)
            text = authorizationUrl.IsAbsoluteUri ? authorizationUrl.AbsoluteUri : trimmed;

        var url = ForAuthorizationRequest.AddToUrl(text, nameof(authorizationUrl));
        return new Uri(url, authorizationUrl.IsAbsoluteUri ? UriKind.Absolute : UriKind.Relative);
    }

    /// <summary>
    /// Adds <c>code_challenge</c> and <c>code_challenge_method=S256</c> to an authorization request in
    /// <c>application/x-www-form-urlencoded</c> text: a query without its <c>?</c>, or the body of a pushed
    /// authorization request (RFC 7636, section 4.3; RFC 9126, section 2.1).
    /// </summary>
    /// <param name="authorizationForm">Pairs <c>name=value</c> joined by <c>&amp;</c>, or an empty text. All of it is
    /// kept character for character.</param>
    /// <returns>The text with the two parameters at its end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authorizationForm"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_challenge</c> or <c>code_challenge_method</c> already.</exception>
    public string AddToAuthorizationForm(string authorizationForm) =>
        ForAuthorizationRequest.AddToForm(authorizationForm, nameof(authorizationForm));

    // The collections say nothing about null values (as the one of FormUrlEncodedContent does not), so that a
    // Dictionary<string, string> and a Dictionary<string, string?> both fit without a warning.
#nullable disable

    /// <summary>
    /// Adds <c>code_challenge</c> and <c>code_challenge_method=S256</c> to the parameters of an authorization request
    /// (RFC 7636, section 4.3).
    /// </summary>
    /// <param name="authorizationParameters">The parameters, not encoded. The two are added to them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="authorizationParameters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_challenge</c> or <c>code_challenge_method</c> already, or
    /// the collection is read-only. Nothing was added.</exception>
    public void AddToAuthorizationRequest(IDictionary<string, string> authorizationParameters) =>
        ForAuthorizationRequest.AddTo(authorizationParameters, nameof(authorizationParameters));

    /// <inheritdoc cref="AddToAuthorizationRequest(IDictionary{string, string})"/>
    public void AddToAuthorizationRequest(ICollection<KeyValuePair<string, string>> authorizationParameters) =>
        ForAuthorizationRequest.AddTo(authorizationParameters, nameof(authorizationParameters));

    /// <summary>
    /// The parameters of an authorization request, followed by <c>code_challenge</c> and
    /// <c>code_challenge_method=S256</c> (RFC 7636, section 4.3).
    /// </summary>
    /// <param name="authorizationParameters">The parameters, not encoded. They are enumerated once and not changed.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authorizationParameters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is a <c>code_challenge</c> or <c>code_challenge_method</c> already.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> AppendToAuthorizationRequest(
        IEnumerable<KeyValuePair<string, string>> authorizationParameters
    ) => ForAuthorizationRequest.AppendTo(authorizationParameters, nameof(authorizationParameters));

#nullable restore

    /// <inheritdoc cref="AddToAuthorizationRequest(IDictionary{string, string})"/>
    public void AddToAuthorizationRequest(NameValueCollection authorizationParameters) =>
        ForAuthorizationRequest.AddTo(authorizationParameters, nameof(authorizationParameters));
}
