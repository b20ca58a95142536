using System.Collections.Specialized;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class TokenRequestTests
{
    const string Added = "code_verifier=" + Rfc7636.Verifier;

    static readonly ProofKey ProofKey = ProofKey.FromVerifier(Rfc7636.Verifier);

    [Theory]
    [InlineData("", Added)]
    [InlineData("grant_type=authorization_code&code=a%20b", "grant_type=authorization_code&code=a%20b&" + Added)]
    [InlineData("grant_type=authorization_code&", "grant_type=authorization_code&" + Added)]
    public void A_form_keeps_what_it_has(string form, string expected) => Assert.Equal(expected, ProofKey.AddToTokenForm(form));

    [Fact]
    public void A_dictionary_gets_the_verifier()
    {
        var parameters = new Dictionary<string, string> { ["code"] = "c" };
        ProofKey.AddToTokenRequest(parameters);

        Assert.Equal([new("code", "c"), new("code_verifier", Rfc7636.Verifier)], parameters);
    }

    [Fact]
    public void A_list_gets_the_verifier()
    {
        var parameters = new List<KeyValuePair<string, string>> { new("code", "c") };
        ProofKey.AddToTokenRequest(parameters);

        Assert.Equal([new("code", "c"), new("code_verifier", Rfc7636.Verifier)], parameters);
    }

    [Fact]
    public void A_name_value_collection_gets_the_verifier()
    {
        var parameters = new NameValueCollection { { "code", "c" } };
        ProofKey.AddToTokenRequest(parameters);

        Assert.Equal(["code", "code_verifier"], parameters.AllKeys.OfType<string>());
        Assert.Equal(Rfc7636.Verifier, parameters["code_verifier"]);
    }

    [Fact]
    public async Task A_sequence_with_the_verifier_becomes_form_content()
    {
        using var content = new FormUrlEncodedContent(ProofKey.AppendToTokenRequest([new("code", "a b")]));

        Assert.Equal("code=a+b&" + Added, await content.ReadAsStringAsync());
    }

    [Fact]
    public void A_request_that_has_a_verifier_is_refused_and_left_as_it_is()
    {
        var dictionary = new Dictionary<string, string> { ["code_verifier"] = "x" };
        var values = new NameValueCollection { { "code_verifier", "x" } };
        var list = dictionary.ToList();

        Assert.Throws<ArgumentException>("tokenForm", () => ProofKey.AddToTokenForm("code=c&code_verifier=x"));
        Assert.Throws<ArgumentException>("tokenParameters", () => ProofKey.AddToTokenRequest(dictionary));
        Assert.Throws<ArgumentException>("tokenParameters", () => ProofKey.AddToTokenRequest(values));
        Assert.Throws<ArgumentException>("tokenParameters", () => ProofKey.AddToTokenRequest(list));
        Assert.Throws<ArgumentException>("tokenParameters", () => ProofKey.AppendToTokenRequest(list));

        Assert.Equal("x", dictionary["code_verifier"]);
        Assert.Equal("x", values["code_verifier"]);
        Assert.Single(list);
    }

    [Fact]
    public void No_request_is_refused()
    {
        Assert.Throws<ArgumentNullException>("tokenForm", () => ProofKey.AddToTokenForm(null!));
        Assert.Throws<ArgumentNullException>("tokenParameters", () => ProofKey.AddToTokenRequest((Dictionary<string, string>)null!));
        Assert.Throws<ArgumentNullException>("tokenParameters", () => ProofKey.AddToTokenRequest((List<KeyValuePair<string, string>>)null!));
        Assert.Throws<ArgumentNullException>("tokenParameters", () => ProofKey.AddToTokenRequest((NameValueCollection)null!));
        Assert.Throws<ArgumentNullException>("tokenParameters", () => ProofKey.AppendToTokenRequest(null!));
    }
}
