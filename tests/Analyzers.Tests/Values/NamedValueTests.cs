using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>What tells that a value is a verifier or a challenge: tuples, arguments, members that do not resolve, and callers.</summary>
public sealed class NamedValueTests
{
    [Theory]
    // A tuple's elements.
    [InlineData("""public (string codeVerifier, string state) Begin() { var text = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N"); return (text, "s"); }""")]
    [InlineData("""public void Begin() { (string codeVerifier, string state) pair = ({|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N"), "s"); Use(pair); }""")]
    // What a method or a record is given.
    [InlineData("""public object Begin() { var text = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N"); return new Pair(text, 1); } record Pair(string CodeVerifier, int Number);""")]
    [InlineData("""public void Begin() { var text = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N"); Keep(1, text); } void Keep(int number, string codeVerifier) { }""")]
    [InlineData("""public void Begin() => Keep(codeVerifier: {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N")); void Keep(int number = 0, string codeVerifier = "") { }""")]
    // What a method gives back by reference.
    [InlineData("""static void Fill(out byte[] octets) { octets = new byte[32]; new Random().{|PKCE3001:NextBytes(octets)|}; } public string CreateCodeVerifier() { Fill(out var octets); return Base64Url.EncodeToString(octets); }""")]
    public Task Predictable(string members) => PkceTest.VerifyBrokenAsync(Program(members.Replace("new Random().{|PKCE3001:NextBytes(octets)|}", "{|PKCE3001:new Random().NextBytes(octets)|}")));

    [Theory]
    [InlineData("""public (string codeVerifier, string state) Begin() { var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)); return (text, Guid.NewGuid().ToString("N")); }""")]
    [InlineData("""public object Begin() { var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)); return new Pair(text, Guid.NewGuid().ToString()); } record Pair(string CodeVerifier, string State);""")]
    [InlineData("""public object Begin() => new Pair("code_verifier", 1); record Pair(string CodeVerifierName, int Number);""")]
    [InlineData("""static void Fill(out byte[] octets) { octets = new byte[32]; RandomNumberGenerator.Fill(octets); } public string CreateCodeVerifier() { Fill(out var octets); return Base64Url.EncodeToString(octets); }""")]
    public Task Drawn_well(string members) => PkceTest.VerifyAsync(Program(members));

    [Fact]
    public Task Member_of_a_type_that_does_not_resolve() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using IdentityModel.Client;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task Redeem(HttpClient http, string code) => http.RequestAuthorizationCodeTokenAsync(new AuthorizationCodeTokenRequest
            {
                Address = "https://a.example/token",
                ClientId = "app",
                Code = code,
                CodeVerifier = {|PKCE3002:"M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag"|},
            });
        }
        """);

    [Theory]
    [InlineData("""Redeem("c", "M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag")""", "{|PKCE3002:text|}")]
    [InlineData("""Redeem("c", Fixed)""", "{|PKCE3002:text|}")]
    [InlineData("""Redeem("c", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)))""", "{|PKCE3004:text|}")]
    [InlineData("""Redeem("c", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)))""", "{|PKCE3008:text|}")]
    [InlineData("""Redeem("c", Kept())""", "text")]
    public Task Caller_gives_it(string call, string sent) => PkceTest.VerifyAsync(Program($$"""
        const string Fixed = "M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag";

        public object Go() => {{call}};

        string Kept() => Console.ReadLine()!;

        FormUrlEncodedContent Redeem(string code, string text) => new(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["code_verifier"] = {{sent}},
        });
        """));

    static string Program(string members) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Security.Cryptography;

        class Login
        {
            {{members}}

            void Use(object value) { }
        }
        """;
}
