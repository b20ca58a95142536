using System.Collections.Specialized;
using System.Web;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class AuthorizationRequestTests
{
    const string Added = $"code_challenge={Rfc7636.Challenge}&code_challenge_method=S256";

    static readonly ProofKey ProofKey = ProofKey.FromVerifier(Rfc7636.Verifier);

    [Theory]
    [InlineData("https://as.example/authorize", "?", "")]
    [InlineData("https://as.example/authorize?", "", "")]
    [InlineData("https://as.example/authorize?response_type=code", "&", "")]
    [InlineData("https://as.example/authorize?response_type=code&", "", "")]
    [InlineData("https://as.example", "?", "")]
    [InlineData("https://as.example/authorize", "?", "#top")]
    [InlineData("https://as.example/authorize?a=b", "&", "#code_challenge=x?y")]
    [InlineData("https://as.example/authorize?scope=a%20b+c&redirect_uri=https%3A%2F%2Fapp%2F%3Fx%3D1&u=%C3%A9&é=1", "&", "")]
    [InlineData("https://as.example/authorize?next=/a?b=c", "&", "")]
    [InlineData("https://as.example/authorize?flag&=&&x=code_challenge", "&", "")]
    [InlineData("/authorize?client_id=c", "&", "")]
    [InlineData("authorize", "?", "#f")]
    [InlineData("?client_id=c", "&", "")]
    [InlineData("", "?", "")]
    public void A_url_keeps_what_it_has(string before, string separator, string fragment)
    {
        var expected = before + separator + Added + fragment;

        Assert.Equal(expected, ProofKey.AddToAuthorizationUrl(before + fragment));

        var uri = ProofKey.AddToAuthorizationUrl(new Uri(before + fragment, UriKind.RelativeOrAbsolute));
        Assert.Equal(expected, uri.OriginalString);
    }

    [Fact]
    public void A_uri_stays_absolute_or_relative()
    {
        Assert.True(ProofKey.AddToAuthorizationUrl(new Uri("https://as.example/a")).IsAbsoluteUri);
        Assert.False(ProofKey.AddToAuthorizationUrl(new Uri("/a", UriKind.Relative)).IsAbsoluteUri);
        Assert.Equal(
            "https://as.example/b?" + Added,
            ProofKey.AddToAuthorizationUrl(new Uri(new Uri("https://as.example/a"), "b")).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://as.example/authorize ")]
    [InlineData(" https://as.example/authorize?a=b\n")]
    [InlineData("https://as.example/authorize?a=b\r\n")]
    [InlineData("https://as.example/authorize?a=%41&é=\u00fc \t")]
    [InlineData("https://as.example/a\nb?c=d e")]
    [InlineData("HTTPS://AS.example:443/./authorize?a=/../b")]
    public void A_uri_stays_the_one_that_was_given(string text)
    {
        var given = new Uri(text);

        var longer = ProofKey.AddToAuthorizationUrl(given);

        Assert.Equal(given.AbsoluteUri + (given.Query == "" ? "?" : "&") + Added, longer.AbsoluteUri);
    }

    [Theory]
    [InlineData("code_challenge=x")]
    [InlineData("code_challenge")]
    [InlineData("code_challenge_method=plain")]
    [InlineData("code%5Fchallenge=x")]
    [InlineData("Code_Challenge=x")]
    public void A_request_that_has_a_proof_key_is_refused(string parameter)
    {
        Assert.Throws<ArgumentException>("authorizationUrl", () => ProofKey.AddToAuthorizationUrl("https://as.example/?a=b&" + parameter));
        Assert.Throws<ArgumentException>("authorizationUrl", () => ProofKey.AddToAuthorizationUrl("?" + parameter + "&a=b#f"));
        Assert.Throws<ArgumentException>("authorizationUrl", () => ProofKey.AddToAuthorizationUrl(new Uri("https://as.example/?" + parameter)));
        Assert.Throws<ArgumentException>("authorizationForm", () => ProofKey.AddToAuthorizationForm(parameter));
        Assert.Throws<ArgumentException>("authorizationForm", () => ProofKey.AddToAuthorizationForm("?" + parameter));
        Assert.Throws<ArgumentException>(
            "authorizationParameters", () => ProofKey.AddToAuthorizationRequest(HttpUtility.ParseQueryString("a&b=c&" + parameter)));
    }

    [Theory]
    [InlineData("", Added)]
    [InlineData("client_id=c&scope=a+b", "client_id=c&scope=a+b&" + Added)]
    [InlineData("client_id=c&", "client_id=c&" + Added)]
    [InlineData("?", "?" + Added)]
    [InlineData("?client_id=c", "?client_id=c&" + Added)]
    public void A_form_keeps_what_it_has(string form, string expected) =>
        Assert.Equal(expected, ProofKey.AddToAuthorizationForm(form));

    [Fact]
    public void A_dictionary_gets_both_parameters()
    {
        var parameters = new Dictionary<string, string> { ["client_id"] = "c" };
        ProofKey.AddToAuthorizationRequest(parameters);

        Assert.Equal(3, parameters.Count);
        Assert.Equal(Rfc7636.Challenge, parameters["code_challenge"]);
        Assert.Equal("S256", parameters["code_challenge_method"]);
    }

    [Fact]
    public void A_dictionary_with_null_values_gets_both_parameters()
    {
        var parameters = new Dictionary<string, string?> { ["prompt"] = null };
        ProofKey.AddToAuthorizationRequest(parameters);

        Assert.Equal(["prompt", "code_challenge", "code_challenge_method"], parameters.Keys);
    }

    [Fact]
    public void A_list_gets_both_parameters()
    {
        var parameters = new List<KeyValuePair<string, string>> { new("client_id", "c") };
        ProofKey.AddToAuthorizationRequest(parameters);

        Assert.Equal([new("client_id", "c"), new("code_challenge", Rfc7636.Challenge), new("code_challenge_method", "S256")], parameters);
    }

    [Fact]
    public void A_parsed_query_gets_both_parameters()
    {
        var query = HttpUtility.ParseQueryString("client_id=c&scope=a%20b");
        ProofKey.AddToAuthorizationRequest(query);

        Assert.Equal("client_id=c&scope=a+b&" + Added, query.ToString());
    }

    [Fact]
    public void A_sequence_is_left_as_it_is_and_followed_by_both_parameters()
    {
        KeyValuePair<string, string>[] parameters = [new("client_id", "c")];
        var longer = ProofKey.AppendToAuthorizationRequest(parameters);

        Assert.Equal([new("client_id", "c"), new("code_challenge", Rfc7636.Challenge), new("code_challenge_method", "S256")], longer);
        Assert.Single(parameters);
    }

    [Theory]
    [InlineData("code_challenge")]
    [InlineData("code_challenge_method")]
    [InlineData("CODE_CHALLENGE_METHOD")]
    public void A_collection_that_has_a_proof_key_is_refused_and_left_as_it_is(string name)
    {
        var dictionary = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [name] = "x" };
        var values = new NameValueCollection { { name, "x" } };
        KeyValuePair<string, string>[] pairs = [new(name, "x")];
        var list = pairs.ToList();

        var error = Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(dictionary));
        Assert.Contains($"has the parameter {name} already", error.Message);
        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(values));
        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(list));
        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AppendToAuthorizationRequest(pairs));

        Assert.Equal([new(name, "x")], dictionary);
        Assert.Equal("x", values[name]);
        Assert.Single(values.AllKeys);
        Assert.Equal(pairs, list);
    }

    [Fact]
    public void A_read_only_collection_is_refused_with_what_to_call_instead()
    {
        KeyValuePair<string, string>[] parameters = [new("client_id", "c")];

        var error = Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(parameters));
        Assert.Contains("Append", error.Message);
    }

    [Fact]
    public void A_read_only_collection_of_values_is_refused_and_left_as_it_is()
    {
        var parameters = new ReadOnlyValues { { "client_id", "c" } };
        parameters.Close();

        var error = Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(parameters));
        Assert.Contains("read-only", error.Message);
        Assert.Equal("client_id", Assert.Single(parameters.AllKeys));
    }

    [Fact]
    public void A_comparer_that_takes_both_names_for_one_leaves_nothing_half_added()
    {
        var comparer = EqualityComparer<string>.Create((x, y) => x![..4] == y![..4], name => name[..4].GetHashCode());
        var dictionary = new Dictionary<string, string>(comparer) { ["client_id"] = "c" };
        var values = new NameValueCollection(new UntypedComparer(comparer)) { { "client_id", "c" } };

        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(dictionary));
        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(values));

        Assert.Equal([new("client_id", "c")], dictionary);
        Assert.Equal("client_id", Assert.Single(values.AllKeys));
    }

    [Fact]
    public void A_comparer_that_takes_another_name_for_ours_leaves_it_as_it_is()
    {
        var comparer = EqualityComparer<string>.Create((x, y) => x![..4] == y![..4], name => name[..4].GetHashCode());
        var dictionary = new Dictionary<string, string>(comparer) { ["code"] = "c" };
        var values = new NameValueCollection(new UntypedComparer(comparer)) { { "code", "c" } };

        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(dictionary));
        Assert.Throws<ArgumentException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest(values));
        Assert.Throws<ArgumentException>("tokenParameters", () => ProofKey.AddToTokenRequest(values));

        Assert.Equal([new("code", "c")], dictionary);
        Assert.Equal("c", values["code"]);
    }

    [Fact]
    public void No_request_is_refused()
    {
        Assert.Throws<ArgumentNullException>("authorizationUrl", () => ProofKey.AddToAuthorizationUrl((string)null!));
        Assert.Throws<ArgumentNullException>("authorizationUrl", () => ProofKey.AddToAuthorizationUrl((Uri)null!));
        Assert.Throws<ArgumentNullException>("authorizationForm", () => ProofKey.AddToAuthorizationForm(null!));
        Assert.Throws<ArgumentNullException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest((Dictionary<string, string>)null!));
        Assert.Throws<ArgumentNullException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest((List<KeyValuePair<string, string>>)null!));
        Assert.Throws<ArgumentNullException>("authorizationParameters", () => ProofKey.AddToAuthorizationRequest((NameValueCollection)null!));
        Assert.Throws<ArgumentNullException>("authorizationParameters", () => ProofKey.AppendToAuthorizationRequest(null!));
    }

    sealed class ReadOnlyValues : NameValueCollection
    {
        public void Close() => IsReadOnly = true;
    }

    sealed class UntypedComparer(EqualityComparer<string> comparer) : System.Collections.IEqualityComparer
    {
        bool System.Collections.IEqualityComparer.Equals(object? x, object? y) => comparer.Equals((string?)x, (string?)y);

        public int GetHashCode(object name) => comparer.GetHashCode((string)name);
    }
}
