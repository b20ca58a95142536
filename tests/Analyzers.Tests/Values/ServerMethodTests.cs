using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Servers that compare and transform in methods of their own.</summary>
public sealed class ServerMethodTests
{
    [Theory]
    [InlineData("static bool Same(string one, string other) => one == other;", true)]
    [InlineData("static bool Same(string one, string other) { if (one is null) return false; return string.Equals(one, other, StringComparison.Ordinal); }", true)]
    [InlineData("static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));", false)]
    [InlineData("static bool Same(string one, string other) { if (one.Length != other.Length) return false; var difference = 0; for (var i = 0; i < one.Length; i++) difference |= one[i] ^ other[i]; return difference == 0; }", false)]
    public Task Comparison(string helper, bool isEarly) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        {{helper}}

        bool Check(Grant grant, string codeVerifier) => {{(isEarly ? "{|PKCE4003:Same(Hash(codeVerifier), grant.CodeChallenge!)|}" : "Same(Hash(codeVerifier), grant.CodeChallenge!)")}};
        """));

    [Fact]
    public Task Long_chain_of_calls() => PkceTest.VerifyAsync(ServerProgram.With("""
        bool Check(Grant grant, string codeVerifier)
        {
            var octets = SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier.Trim().Normalize()));
            var text = Convert.ToBase64String(octets);
            var computed = text.Replace("=", "").Replace('+', '-').Replace('/', '_').Trim().ToString();
            return {|PKCE4003:computed == grant.CodeChallenge|};
        }
        """));

    [Theory]
    [InlineData("""static string Transform(string text, string method) { switch (method) { case "plain": return {|PKCE4002:text|}; case "S256": return Hash(text); default: throw new ArgumentException(method); } }""")]
    [InlineData("""static string Transform(string text, string method) => method == "S256" ? Hash(text) : method == "plain" ? {|PKCE4002:text|} : throw new ArgumentException(method);""")]
    [InlineData("""static string Transform(string text, string method) => method == "S256" ? Hash(text) : throw new ArgumentException(method);""")]
    public Task Transformation(string helper) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        {{helper}}

        bool Check(Grant grant, string codeVerifier) => CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Transform(codeVerifier, grant.CodeChallengeMethod!)), Encoding.ASCII.GetBytes(grant.CodeChallenge!));
        """));

    [Fact]
    public Task Plain_that_is_compared_and_not_refused() => PkceTest.VerifyAsync(ServerProgram.With("""
        bool Check(string codeVerifier, string codeChallenge, string? codeChallengeMethod)
        {
            if (codeChallengeMethod == null || codeChallengeMethod.Equals("plain", StringComparison.OrdinalIgnoreCase))
                return {|PKCE4002:{|PKCE4003:codeVerifier == codeChallenge|}|};
            return false;
        }
        """));

    [Fact]
    public Task Verifier_that_the_form_may_lack() => PkceTest.VerifyAsync(ServerProgram.With("""
        string Redeem(Dictionary<string, string> form, Grant grant)
        {
            if ({|PKCE4004:form.TryGetValue("code_verifier", out var presented)|})
            {
                if (!VerifyPkce(presented, grant.CodeChallenge))
                    return "error";
            }
            return "token";
        }
        """));

    [Theory]
    [InlineData("""{|PKCE4004:form["grant_type"] != "authorization_code"|}""", "return Results.Json(new { access_token = Guid.NewGuid() });")]
    // It asks another server.
    [InlineData("""form["grant_type"] != "authorization_code" """, "await http.PostAsync(\"https://a.example\", null); return Results.Json(new { access_token = Guid.NewGuid() });")]
    // It gives no token.
    [InlineData("""form["grant_type"] != "authorization_code" """, "return Results.Json(new { error = \"invalid_grant\" });")]
    public Task Token_endpoint_that_knows_no_proof_keys(string test, string answer) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var http = new HttpClient();
        var codes = new HashSet<string>();
        var app = WebApplication.Create(args);
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if ({{test}} || !codes.Remove(form["code"]!))
                return Results.BadRequest();
            {{answer}}
        });
        app.Run();
        """);
}
