using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>Verifiers that are the same in each run, whatever they are made by.</summary>
public sealed class ConstantValueTests
{
    const string Text = "M25iVXpKU3puUjFaYWg3T1NDTDQtcW1ROUY5YXlwalNoc0hhakxifmZHag";

    [Theory]
    [InlineData($$"""public string Begin(bool test) { string codeVerifier = {|PKCE3002:test ? "{{Text}}" : "{{Text}}2"|}; return codeVerifier; }""")]
    [InlineData($$"""public object Begin(string codeVerifier = "{{Text}}") => new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = "c", ["code_verifier"] = {|PKCE3002:codeVerifier|} };""")]
    // An array that nobody fills.
    [InlineData("""public string {|PKCE3002:CreateCodeVerifier|}() { var octets = new byte[32]; return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public string {|PKCE3002:CreateCodeVerifier|}() { using var random = RandomNumberGenerator.Create(); var octets = new byte[32]; return Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_'); }""")]
    // However short, where it is sent.
    [InlineData("""public object Begin(string code) => new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = {|PKCE3002:"challenge"|} };""")]
    // A digest that is written out was made of a constant.
    [InlineData("""public string Begin(string s) => $"https://a.example/authorize?response_type=code&client_id=app&redirect_uri=r&state={s}{|PKCE3002:&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256|}";""")]
    public Task Constant(string members) => PkceTest.VerifyAsync(Program(members));

    [Theory]
    [InlineData("""public string CreateCodeVerifier() { var octets = new byte[32]; Fill(octets); return Base64Url.EncodeToString(octets); } static void Fill(byte[] octets) => RandomNumberGenerator.Fill(octets);""")]
    [InlineData("""public string CreateCodeVerifier(ISource source) { var octets = new byte[32]; source.Fill(octets); return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public string CreateCodeVerifier(Stream stream) { var octets = new byte[32]; stream.ReadExactly(octets); return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public string CreateCodeVerifier(byte[] given) { var octets = new byte[32]; Array.Copy(given, octets, 32); return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public string CreateCodeVerifier(byte[] given) { var octets = new byte[32]; for (var i = 0; i < 32; i++) octets[i] = given[i]; return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""readonly byte[] _octets = new byte[32]; void Renew() => RandomNumberGenerator.Fill(_octets); public string CreateCodeVerifier() { Renew(); return Base64Url.EncodeToString(_octets); }""")]
    [InlineData("""readonly byte[] _octets = new byte[32]; public void Renew(ISource source) => source.Fill(_octets); public string CreateCodeVerifier() => Base64Url.EncodeToString(_octets);""")]
    [InlineData("""public string CreateCodeVerifier(ISource source) { var octets = new byte[32]; var buffer = new Buffer(octets); source.Write(buffer); return Base64Url.EncodeToString(octets); } record Buffer(byte[] Octets);""")]
    [InlineData("""public string CreateCodeVerifier() { var octets = new byte[32]; new Action(() => RandomNumberGenerator.Fill(octets))(); return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public unsafe string CreateCodeVerifier(ISource source) { var octets = new byte[32]; fixed (byte* first = octets) source.Write(*first); return Base64Url.EncodeToString(octets); }""")]
    [InlineData("""public object Errors() => new Dictionary<string, string> { ["code_verifier"] = "missing" };""")]
    [InlineData("""public string Begin(string codeVerifier = "") => codeVerifier;""")]
    [InlineData("""public string Begin(string given) { string codeVerifier = given ?? ""; return codeVerifier; }""")]
    [InlineData("""public string Begin(string s) => $"https://a.example/authorize?response_type=code&client_id=app&redirect_uri=r&state={s}&code_challenge=the-challenge&code_challenge_method=S256";""")]
    public Task Not_constant(string members) => PkceTest.VerifyBrokenAsync(Program(members));

    static string Program(string members) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.IO;
        using System.Security.Cryptography;

        interface ISource
        {
            void Fill(byte[] octets);

            void Write(object into);
        }

        class Login
        {
            {{members}}
        }
        """;
}
