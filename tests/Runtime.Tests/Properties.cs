using FsCheck;
using FsCheck.Fluent;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class Properties
{
    static readonly Gen<string> Verifiers =
        from length in Gen.Choose(43, 128)
        from characters in Gen.Elements(Rfc7636.VerifierCharacters.ToCharArray()).ArrayOf(length)
        select new string(characters);

    /// <summary>Names and values of any text, of parameters that are no proof key's.</summary>
    static readonly Gen<KeyValuePair<string, string>[]> Parameters =
        Gen.Zip(Texts(), Texts())
            .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))
            .Where(pair => !pair.Key.StartsWith("code_challenge", StringComparison.OrdinalIgnoreCase))
            .ArrayOf();

    static readonly Gen<string> Urls =
        from beginning in Gen.Elements("https://as.example", "https://as.example:8443/", "http://127.0.0.1/a/authorize", "https://user@as.example/%C3%A9/é", "app://callback", "/authorize", "")
        from parameters in Gen.OneOf(Gen.Constant((KeyValuePair<string, string>[]?)null), Parameters.Select(p => (KeyValuePair<string, string>[]?)p))
        from fragment in Gen.OneOf(Gen.Constant((string?)null), Texts().Select(text => (string?)text))
        select beginning
            + (parameters is null ? "" : "?" + string.Join("&", parameters.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value))))
            + (fragment is null ? "" : "#" + fragment);

    [Fact]
    public void A_challenge_has_43_base64url_characters() => Check(Verifiers, verifier =>
    {
        var challenge = CodeChallenge.Create(verifier);
        return challenge.Length == 43 && challenge.All(Rfc7636.ChallengeCharacters.Contains);
    });

    [Fact]
    public void A_challenge_is_the_digest_of_the_verifier() => Check(Verifiers, verifier =>
    {
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier));
        return Convert.FromBase64String(CodeChallenge.Create(verifier).Replace('-', '+').Replace('_', '/') + "=").SequenceEqual(digest);
    });

    [Fact]
    public void A_proof_key_taken_up_again_is_equal() => Check(Gen.Choose(43, 128), length =>
    {
        var proofKey = ProofKey.Create(length);
        var again = ProofKey.FromVerifier(proofKey.CodeVerifier);
        return again.Equals(proofKey) && again.CodeChallenge == proofKey.CodeChallenge && again.GetHashCode() == proofKey.GetHashCode();
    });

    [Fact]
    public void A_server_accepts_the_verifier_of_the_challenge_and_no_other() => Check(Gen.Zip(Verifiers, Verifiers), pair =>
    {
        var proofKey = ProofKey.FromVerifier(pair.Item1);
        var right = ProofKeyPolicy.S256Only.CheckTokenRequest(proofKey.CodeChallenge, proofKey.CodeChallengeMethod, pair.Item1);
        var wrong = ProofKeyPolicy.S256Only.CheckTokenRequest(proofKey.CodeChallenge, proofKey.CodeChallengeMethod, pair.Item2);
        return right.IsValid && (wrong.Outcome == ProofKeyOutcome.Mismatch || pair.Item1 == pair.Item2);
    });

    [Fact]
    public void No_check_throws_and_only_the_right_verifier_is_valid()
    {
        var anything = Gen.OneOf(Gen.Constant((string?)null), Texts().Select(text => (string?)text), Verifiers.Select(verifier => (string?)verifier));
        Check(Gen.Zip(Gen.Zip(anything, Gen.Elements(null, "", "S256", "plain", "s256", "x")), anything), input =>
        {
            var ((challenge, method), verifier) = input;
            var result = ProofKeyPolicy.S256Only.CheckTokenRequest(challenge, method, verifier);
            return result.IsValid == (method == "S256" && CodeVerifier.IsWellFormed(verifier) && challenge == CodeChallenge.Create(verifier!));
        });
    }

    [Fact]
    public void A_url_keeps_everything_and_gets_the_pair() => Check(Urls, url =>
    {
        var proofKey = ProofKey.Create();
        var longer = proofKey.AddToAuthorizationUrl(url);

        var (beginning, query, fragment) = Split(url);
        var (longerBeginning, longerQuery, longerFragment) = Split(longer);
        return longerBeginning == beginning
            && longerFragment == fragment
            && Parse(longerQuery).SequenceEqual(Parse(query)
                .Append(new("code_challenge", proofKey.CodeChallenge))
                .Append(new("code_challenge_method", "S256")));
    });

    [Fact]
    public void A_uri_is_treated_as_its_text() => Check(Urls, url =>
    {
        if (!Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri))
            return true;
        var proofKey = ProofKey.Create();
        var longer = proofKey.AddToAuthorizationUrl(uri);
        var trimmed = url.Trim(' ', '\t', '\r', '\n');
        var text = trimmed == url ? url : uri.IsAbsoluteUri ? uri.AbsoluteUri : trimmed;
        return longer.IsAbsoluteUri == uri.IsAbsoluteUri && longer.OriginalString == proofKey.AddToAuthorizationUrl(text);
    });

    [Fact]
    public void Every_shape_of_a_request_gets_the_same_parameters() => Check(Parameters, parameters =>
    {
        var proofKey = ProofKey.Create();
        var pairs = parameters.DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var dictionary = pairs.ToDictionary();
        var list = pairs.ToList();
        var values = System.Web.HttpUtility.ParseQueryString("");
        pairs.ForEach(pair => values.Add(pair.Key, pair.Value));

        proofKey.AddToAuthorizationRequest(dictionary);
        proofKey.AddToAuthorizationRequest(list);
        proofKey.AddToAuthorizationRequest(values);
        var appended = proofKey.AppendToAuthorizationRequest(pairs);

        return list.Count == pairs.Count + 2
            && dictionary.SequenceEqual(list)
            && appended.SequenceEqual(list)
            && values.AllKeys.Select(key => KeyValuePair.Create(key!, values[key]!)).SequenceEqual(list);
    });

    static Gen<string> Texts() => ArbMap.Default.GeneratorFor<NonNull<string>>()
        .Select(text => text.Get)
        // Uri.EscapeDataString writes a lone surrogate as U+FFFD, so it would not come back.
        .Where(text => !text.Any(char.IsSurrogate));

    static void Check<T>(Gen<T> inputs, Func<T, bool> property) =>
        Prop.ForAll(inputs.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    /// <summary>The parts of a URL by RFC 3986, appendix B.</summary>
    static (string Beginning, string? Query, string? Fragment) Split(string url)
    {
        var parts = System.Text.RegularExpressions.Regex.Match(url, @"\A([^?#]*)(\?([^#]*))?(#(.*))?\z", System.Text.RegularExpressions.RegexOptions.Singleline);
        return (parts.Groups[1].Value, parts.Groups[2].Success ? parts.Groups[3].Value : null, parts.Groups[4].Success ? parts.Groups[5].Value : null);
    }

    static IEnumerable<KeyValuePair<string, string>> Parse(string? query) =>
        from pair in (query ?? "").Split('&')
        where pair.Length > 0
        let parts = pair.Split('=', 2)
        select KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[^1]));
}
