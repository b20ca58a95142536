using System.Net;
using Pkce;

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>What attackers and wrong clients send, and how a server with the Runtime's server side answers.</summary>
public sealed class AttackTests(SampleServer server) : IDisposable
{
    readonly Exchange exchange = new(server);
    readonly ProofKey proofKey = ProofKey.Create();

    RegisteredClient Public => server.PublicClient;

    RegisteredClient Confidential => server.ConfidentialClient;

    [Fact]
    public async Task Whoever_has_the_code_and_its_verifier_receives_a_token()
    {
        var response = await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), proofKey.CodeVerifier);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.True(await exchange.IsAcceptedAsync(response.AccessToken!));
    }

    [Fact]
    public async Task A_stolen_code_without_a_verifier() =>
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), null));

    [Fact]
    public async Task A_stolen_code_with_an_empty_verifier() =>
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), ""));

    [Fact]
    public async Task A_wrong_verifier() =>
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), CodeVerifier.Create()));

    [Fact]
    public async Task The_challenge_as_verifier() =>
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), proofKey.CodeChallenge));

    [Fact]
    public async Task A_second_guess_of_the_verifier()
    {
        var code = await ObtainCodeAsync();
        await exchange.RequestTokensAsync(Public, code, CodeVerifier.Create());

        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier));
    }

    [Theory]
    [InlineData(42)]
    [InlineData(129)]
    public async Task A_verifier_of_a_wrong_length(int length) =>
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), new string('a', length)));

    [Fact]
    public async Task A_verifier_with_a_wrong_character() =>
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Public, await ObtainCodeAsync(), proofKey.CodeVerifier + "="));

    [Fact]
    public async Task A_verifier_for_a_request_whose_challenge_was_stripped()
    {
        var code = await exchange.ObtainCodeAsync(Confidential);

        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Confidential, code, proofKey.CodeVerifier));
    }

    [Fact]
    public async Task A_client_that_may_omit_PKCE_omits_it_in_both_requests_or_in_none()
    {
        var without = await exchange.RequestTokensAsync(Confidential, await exchange.ObtainCodeAsync(Confidential), null);
        Assert.Equal(HttpStatusCode.OK, without.Status);

        var code = await exchange.ObtainCodeAsync(Confidential, ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", "S256"));
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Confidential, code, null));
    }

    [Fact]
    public async Task A_challenge_stripped_from_the_request() => AssertRefused(await exchange.AuthorizeAsync(Public));

    [Fact]
    public async Task A_method_without_a_challenge() =>
        AssertRefused(await exchange.AuthorizeAsync(Public, ("code_challenge_method", "S256")));

    [Theory]
    [InlineData("plain")]
    [InlineData("PLAIN")]
    [InlineData("s256")]
    [InlineData("SHA256")]
    [InlineData("")]
    public async Task Another_method_than_S256(string method)
    {
        AssertRefused(await exchange.AuthorizeAsync(Public, ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", method)));
        AssertRefused(await exchange.AuthorizeAsync(Confidential, ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", method)));
    }

    [Fact]
    public async Task A_method_left_out_means_plain() =>
        AssertRefused(await exchange.AuthorizeAsync(Public, ("code_challenge", proofKey.CodeVerifier)));

    [Theory]
    [InlineData(42)]
    [InlineData(44)]
    [InlineData(129)]
    public async Task A_challenge_of_a_wrong_length(int length) =>
        AssertRefused(await exchange.AuthorizeAsync(Public, ("code_challenge", new string('a', length)), ("code_challenge_method", "S256")));

    [Fact]
    public async Task A_challenge_and_one_without_a_value() => AssertRefused(await exchange.AuthorizeAsync(
        Public, ("code_challenge", ""), ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", "S256")));

    [Fact]
    public async Task Names_in_other_case_are_other_parameters()
    {
        AssertRefused(await exchange.AuthorizeAsync(Public, ("Code_Challenge", proofKey.CodeChallenge), ("code_challenge_method", "S256")));

        var form = FormOf(await ObtainCodeAsync());
        form["CODE_VERIFIER"] = proofKey.CodeVerifier;
        AssertRefused("invalid_request", await exchange.RequestTokensAsync(new FormUrlEncodedContent(form)));
    }

    [Fact]
    public async Task A_verifier_beside_one_without_a_value()
    {
        KeyValuePair<string, string>[] form =
            [.. FormOf(await ObtainCodeAsync()), new("code_verifier", ""), new("code_verifier", proofKey.CodeVerifier)];

        AssertRefused("invalid_request", await exchange.RequestTokensAsync(new FormUrlEncodedContent(form)));
    }

    [Theory, InlineData("text/plain"), InlineData("application/json"), InlineData("application/x-www-form-urlencoded-not")]
    [InlineData(null)]
    public async Task A_body_of_another_type(string? type)
    {
        var form = FormOf(await ObtainCodeAsync());
        form["code_verifier"] = proofKey.CodeVerifier;
        var content = new FormUrlEncodedContent(form);
        content.Headers.ContentType = type is null ? null : new(type);

        AssertRefused("invalid_request", await exchange.RequestTokensAsync(content));
    }

    [Fact]
    public async Task A_multipart_body()
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FormOf(await ObtainCodeAsync()).Append(new("code_verifier", proofKey.CodeVerifier)))
            content.Add(new StringContent(value), name);

        AssertRefused("invalid_request", await exchange.RequestTokensAsync(content));
    }

    [Fact]
    public async Task Two_challenges() => AssertRefused(await exchange.AuthorizeAsync(
        Public,
        ("code_challenge", proofKey.CodeChallenge),
        ("code_challenge", ProofKey.Create().CodeChallenge),
        ("code_challenge_method", "S256")));

    [Fact]
    public async Task A_replayed_code()
    {
        var code = await ObtainCodeAsync();
        var first = await exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier);

        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier));
        Assert.False(await exchange.IsAcceptedAsync(first.AccessToken!));
    }

    [Fact]
    public async Task A_stranger_who_replays_a_code_revokes_nothing()
    {
        var code = await ObtainCodeAsync();
        var first = await exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier);

        AssertRefused("invalid_request", await exchange.RequestTokensAsync(Public, code, null));
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, code, CodeVerifier.Create()));
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Confidential, code, proofKey.CodeVerifier, Public.RedirectUri));

        Assert.True(await exchange.IsAcceptedAsync(first.AccessToken!));
    }

    [Fact]
    public async Task A_code_that_another_client_presented_is_still_its_own_client_s()
    {
        var code = await ObtainCodeAsync();
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Confidential, code, null, Public.RedirectUri));

        var response = await exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier);

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_code_redeemed_many_times_at_once()
    {
        var code = await ObtainCodeAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => exchange.RequestTokensAsync(Public, code, proofKey.CodeVerifier)));

        Assert.Single(responses, response => response.AccessToken is not null);
    }

    [Fact]
    public async Task A_code_injected_into_another_session()
    {
        var codeOfAttacker = await ObtainCodeAsync();

        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(Public, codeOfAttacker, ProofKey.Create().CodeVerifier));
    }

    [Fact]
    public async Task A_code_of_another_client() =>
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(
            Confidential, await ObtainCodeAsync(), proofKey.CodeVerifier, Public.RedirectUri));

    [Fact]
    public async Task A_code_of_another_redirect_uri() =>
        AssertRefused("invalid_grant", await exchange.RequestTokensAsync(
            Public, await ObtainCodeAsync(), proofKey.CodeVerifier, "http://127.0.0.1:50001/callback"));

    [Theory]
    [InlineData("http://127.0.0.1.evil.example/callback")]
    [InlineData("http://127.0.0.1@evil.example/callback")]
    [InlineData("http://evil@127.0.0.1/callback")]
    [InlineData("http://127.0.0.1:50000/callback/../other")]
    [InlineData("http://127.0.0.1:50000/callback#fragment")]
    [InlineData("http://localhost:50000/callback")]
    [InlineData("https://127.0.0.1:50000/callback")]
    public async Task A_redirect_uri_that_is_not_registered_gets_no_redirect(string redirectUri)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => exchange.AuthorizeAsync(Public with { RedirectUri = redirectUri }));
        Assert.Equal("400 The redirect_uri is not registered for this client.", error.Message);
    }

    [Fact]
    public async Task A_confidential_client_without_its_secret() =>
        AssertRefused("invalid_client", await exchange.RequestTokensAsync(
            Confidential with { Secret = null }, await exchange.ObtainCodeAsync(Confidential), null), HttpStatusCode.Unauthorized);

    public void Dispose() => exchange.Dispose();

    Task<string> ObtainCodeAsync() =>
        exchange.ObtainCodeAsync(Public, ("code_challenge", proofKey.CodeChallenge), ("code_challenge_method", proofKey.CodeChallengeMethod));

    Dictionary<string, string> FormOf(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = Public.Id,
        ["redirect_uri"] = Public.RedirectUri,
        ["code"] = code,
    };

    static void AssertRefused(Dictionary<string, string> authorizationResponse)
    {
        Assert.Equal("invalid_request", authorizationResponse.GetValueOrDefault("error"));
        Assert.DoesNotContain("code", authorizationResponse.Keys);
    }

    static void AssertRefused(string error, TokenResponse response, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Assert.Equal(new TokenResponse(status, null, error), response);
}
