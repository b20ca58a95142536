using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
#if NET
using System.Text.Json.Serialization;
#endif

namespace Pkce;

/// <summary>
/// The proof key of one authorization request: a code verifier and its S256 code challenge (RFC 7636). The challenge
/// goes into the authorization request, the verifier stays with the client and goes into the token request.
/// </summary>
/// <remarks>
/// <para>
/// Make a new one for every authorization request, and keep it with the user agent that started it (RFC 9700,
/// section 2.1.1): in a local or a field of a native app; on a web server in protected storage that belongs to the
/// user's browser. Never put the verifier into <c>state</c>, a log or a URL.
/// </para>
/// <para>
/// A method named <c>AddTo…</c> with a collection changes that collection; with a text or a <see cref="Uri"/> it
/// returns a new one. A method named <c>AppendTo…</c> returns a new list and leaves the old one as it is. A request
/// that has a parameter of a proof key already is refused and left as it is, so that no request carries two.
/// </para>
/// <para>
/// <see cref="ToString"/>, the debugger and serializers (System.Text.Json from .NET 8 on, Newtonsoft.Json,
/// DataContractSerializer) do not show the verifier. A logger that takes objects apart by their properties would, and so
/// does System.Text.Json with the build for .NET Standard 2.0, which cannot name its attribute without depending on it. To
/// store a proof key, take <see cref="CodeVerifier"/> and protect it; <see cref="FromVerifier"/> takes it up again.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ProofKey : IEquatable<ProofKey>
{
    const string S256 = "S256";

    ProofKey(string codeVerifier)
    {
        CodeVerifier = codeVerifier;
        CodeChallenge = Pkce.CodeChallenge.Transform(codeVerifier);
    }

    /// <summary>
    /// The <c>code_verifier</c> of the token request: 43 to 128 characters (RFC 7636, section 4.1). Secret until then.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [IgnoreDataMember]
#if NET
    [JsonIgnore]
#endif
    public string CodeVerifier { get; }

    /// <summary>
    /// The <c>code_challenge</c> of the authorization request: 43 characters, base64url without padding (RFC 7636,
    /// section 4.2).
    /// </summary>
    public string CodeChallenge { get; }

    /// <summary>
    /// The <c>code_challenge_method</c> of the authorization request: always <c>S256</c>, written so (RFC 7636,
    /// section 4.2). It must be sent, since a request without it means <c>plain</c> (section 4.3).
    /// </summary>
    public string CodeChallengeMethod => S256;

    /// <summary>
    /// A new proof key whose verifier is 32 octets (256 bits) of the platform's cryptographic random source in
    /// base64url: 43 characters (RFC 7636, section 4.1).
    /// </summary>
    /// <returns>A proof key for one authorization request.</returns>
    public static ProofKey Create() => new(Pkce.CodeVerifier.Create());

    /// <summary>
    /// A new proof key with a verifier of <paramref name="verifierLength"/> characters. Longer than the 43 of
    /// <see cref="Create()"/> is no safer in practice; this is for servers that demand a length.
    /// </summary>
    /// <param name="verifierLength">Number of characters of the verifier, from 43 to 128 (RFC 7636, section 4.1).</param>
    /// <returns>A proof key for one authorization request.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verifierLength"/> is less than 43 or more than
    /// 128.</exception>
    public static ProofKey Create(int verifierLength)
    {
        if (!Pkce.CodeVerifier.HasLength(verifierLength))
            throw Pkce.CodeVerifier.NoLength(verifierLength, nameof(verifierLength));
        return new(Pkce.CodeVerifier.Create(verifierLength));
    }

    /// <summary>
    /// The proof key of a verifier that was made before: to take it up again where the authorization code arrives.
    /// </summary>
    /// <param name="codeVerifier">The <see cref="CodeVerifier"/> that was stored when the authorization request was
    /// made: 43 to 128 characters out of <c>A-Z a-z 0-9 - . _ ~</c>.</param>
    /// <returns>A proof key equal to the one that the verifier is from.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="codeVerifier"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="codeVerifier"/> is not well-formed; the message names
    /// its length, or the first character that is not allowed and its index (RFC 7636, section 4.1).</exception>
    public static ProofKey FromVerifier(string codeVerifier)
    {
        if (codeVerifier is null)
            throw new ArgumentNullException(nameof(codeVerifier));
        Pkce.CodeVerifier.ThrowIfMalformed(codeVerifier, nameof(codeVerifier));
        return new(codeVerifier);
    }

    /// <summary>
    /// The proof key of a verifier out of storage that is not trusted, such as a cookie: does what
    /// <see cref="FromVerifier"/> does, without an exception.
    /// </summary>
    /// <param name="codeVerifier">The text; <see langword="null"/> is no verifier.</param>
    /// <param name="proofKey">The proof key, or <see langword="null"/> if the text is not 43 to 128 characters out of
    /// <c>A-Z a-z 0-9 - . _ ~</c> (RFC 7636, section 4.1).</param>
    /// <returns><see langword="true"/> if there is a proof key.</returns>
    public static bool TryFromVerifier([NotNullWhen(true)] string? codeVerifier, [NotNullWhen(true)] out ProofKey? proofKey)
    {
        proofKey = Pkce.CodeVerifier.IsWellFormed(codeVerifier) ? new(codeVerifier!) : null;
        return proofKey is not null;
    }

    /// <summary>Whether both have the same verifier. Compared in constant time.</summary>
    /// <param name="other">The other proof key.</param>
    /// <returns><see langword="true"/> if both have the same verifier.</returns>
    public bool Equals(ProofKey? other) => other is not null && FixedTime.Equals(CodeVerifier, other.CodeVerifier);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProofKey);

    /// <inheritdoc/>
    public override int GetHashCode() => CodeChallenge.GetHashCode();

    /// <summary>The parameters of the authorization request, which are public. Never the verifier.</summary>
    /// <returns><c>code_challenge=…&amp;code_challenge_method=S256</c>.</returns>
    public override string ToString() => ForAuthorizationRequest.Form;
}
