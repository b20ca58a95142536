using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE3003SharedVerifierTests
{
    [Theory]
    [InlineData("static readonly string CodeVerifier = {|PKCE3003:Create()|};")]
    [InlineData("static string codeVerifier = {|PKCE3003:Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))|};")]
    [InlineData("public static string CodeVerifier { get; } = {|PKCE3003:Create()|};")]
    [InlineData("static readonly string CodeVerifier = {|PKCE3003:GetFresh()|}; static string GetFresh() => Create();")]
    [InlineData("""readonly string CodeVerifier = Create(); string Url(Form form) { form.CodeVerifier = {|PKCE3003:CodeVerifier|}; return "?code_challenge=" + Challenge(CodeVerifier); } class Form { public string CodeVerifier { get; set; } = ""; }""")]
    [InlineData("static readonly Lazy<string> LazyVerifier = {|PKCE3003:new(() => Create())|};")]
    [InlineData("static readonly Lazy<string> CodeVerifier = {|PKCE3003:new Lazy<string>(() => Create())|};")]
    [InlineData("static string _codeVerifier; static LoginClient() { _codeVerifier = {|PKCE3003:Create()|}; }")]
    [InlineData("static string _codeVerifier; LoginClient() { _codeVerifier = {|PKCE3003:Create()|}; }")]
    [InlineData("static string? _codeVerifier; static string Verifier() => _codeVerifier ??= {|PKCE3003:Create()|};")]
    [InlineData("""string Verifier(Dictionary<string, string> cache) => {|PKCE3003:cache.GetOrAdd("verifier", _ => CreateCodeVerifier())|};""")]
    [InlineData("""const string Key = "verifier"; string Verifier(Dictionary<string, string> cache) => {|PKCE3003:cache.GetOrAdd(Key, _ => CreateCodeVerifier())|};""")]
    [InlineData("""string Verifier(Dictionary<string, string> cache) { var key = "pkce" + ":" + "current"; return {|PKCE3003:cache.GetOrAdd(key, _ => CreateCodeVerifier())|}; }""")]
    [InlineData("""static string? _codeVerifier; string Verifier() => {|PKCE3003:LazyInitializer.EnsureInitialized(ref _codeVerifier, () => CreateCodeVerifier())|};""")]
    // Made with the object, used whenever it builds a request.
    [InlineData("""readonly string codeVerifier = Create(); string Url() => "?code_challenge=" + Challenge({|PKCE3003:codeVerifier|});""")]
    [InlineData("""readonly string _codeVerifier; LoginClient() { _codeVerifier = Create(); } string Url() { var codeChallenge = Challenge({|PKCE3003:_codeVerifier|}); return "?code_challenge=" + codeChallenge; }""")]
    [InlineData("""readonly Info info; LoginClient() { info = new Info { CodeVerifier = Create() }; } string Url() { var codeChallenge = Challenge(info.{|PKCE3003:CodeVerifier|}); return codeChallenge; } class Info { public string CodeVerifier { get; set; } = ""; }""")]
    // Beside its challenge.
    [InlineData("""static (string code_verifier, string code_challenge) pair = {|PKCE3003:CreatePair()|}; static (string, string) CreatePair() { var codeVerifier = Create(); return (codeVerifier, Challenge(codeVerifier)); }""")]
    [InlineData("""static readonly PkcePair Pair = {|PKCE3003:PkcePair.Generate()|}; record PkcePair(string Verifier, string Challenge) { public static PkcePair Generate() { var codeVerifier = Create(); return new(codeVerifier, LoginClient.Challenge(codeVerifier)); } }""")]
    [InlineData("""static readonly Pkce Current = {|PKCE3003:new Pkce()|}; class Pkce { public string CodeVerifier { get; } = Create(); public string CodeChallenge => LoginClient.Challenge(CodeVerifier); }""")]
    [InlineData("""static readonly Pkce Current = {|PKCE3003:new()|}; class Pkce { public readonly string CodeVerifier; public Pkce() { CodeVerifier = Create(); } public string CodeChallenge => LoginClient.Challenge(CodeVerifier); }""")]
    public Task Made_once(string members) => PkceTest.VerifyAsync(Program("LoginClient", members));

    [Theory]
    [InlineData("LoginClient", """string? _codeVerifier; string Url() { _codeVerifier = Create(); return "?code_challenge=" + Challenge(_codeVerifier); }""")]
    [InlineData("LoginClient", """static string? _codeVerifier; string Url() { _codeVerifier = Create(); return "?code_challenge=" + Challenge(_codeVerifier); }""")]
    [InlineData("LoginClient", """static string CodeVerifier => Create(); string Url() => "?code_challenge=" + Challenge(CodeVerifier);""")]
    [InlineData("LoginClient", """static string? _codeVerifier; string Verifier() => _codeVerifier ??= Create(); void Done() { _codeVerifier = null; }""")]
    [InlineData("LoginClient", """readonly string codeVerifier; LoginClient(string codeVerifier) { this.codeVerifier = codeVerifier; } string Url() => "?code_challenge=" + Challenge(codeVerifier);""")]
    [InlineData("LoginClient", """static (string code_verifier, string code_challenge) pair; static (string, string) CreatePair() { var codeVerifier = Create(); return (codeVerifier, Challenge(codeVerifier)); } string Url() { pair = CreatePair(); return "?code_challenge=" + pair.code_challenge; }""")]
    // Settings with a place for one.
    [InlineData("LoginClient", """static readonly Settings Current = Settings.Create(); class Settings { public string? CodeVerifier { get; set; } public static Settings Create() => new(); }""")]
    [InlineData("LoginClient", """static readonly PkceState Current = new(); class PkceState { public string? CodeVerifier { get; set; } } string Url() { Current.CodeVerifier = Create(); return "?code_challenge=" + Challenge(Current.CodeVerifier); }""")]
    // An object that is the proof key, or stands for one login.
    [InlineData("LoginClient", """static readonly string CodeVerifier = GetStored(); static string GetStored() => Environment.GetEnvironmentVariable("VERIFIER")!;""")]
    [InlineData("PkceSession", """readonly string codeVerifier = Create(); string Url() => "?code_challenge=" + Challenge(codeVerifier);""")]
    [InlineData("LoginController", """readonly string codeVerifier = Create(); string Url() => "?code_challenge=" + Challenge(codeVerifier);""")]
    [InlineData("Pkce", """public string CodeVerifier { get; } = Create(); public string CodeChallenge => Challenge(CodeVerifier);""")]
    [InlineData("LoginClient", """static readonly string CodeVerifierKey = Create(); static readonly string state = Create();""")]
    [InlineData("LoginClient", """string Verifier(Dictionary<string, string> cache, string state) => cache.GetOrAdd(state, _ => CreateCodeVerifier());""")]
    public Task Made_for_each_login(string type, string members) => PkceTest.VerifyAsync(Program(type, members));

    [Fact]
    public Task Object_of_unknown_use_is_an_info_and_a_singleton_a_warning() => PkceTest.VerifyAsync(
        Program("Singular", """readonly string codeVerifier = Create(); string Url() => "?code_challenge=" + Challenge({|PKCE3003:codeVerifier|});"""),
        """
        static class Startup
        {
            static void Configure(Services services) => services.AddSingleton<Singular>();
        }

        class Services
        {
            public void AddSingleton<T>() { }
        }
        """);

    [Fact]
    public Task Generated_and_broken_code() => PkceTest.VerifyBrokenAsync(
        "// <auto-generated/>\n#nullable enable\n" + Program("LoginClient", "static readonly string CodeVerifier = Create();"),
        """
        class Other
        {
            static string codeVerifier = {|PKCE3003:Missing.Create()|};
            static string CodeVerifier = Missing.
        }
        """);

    static string Program(string type, string members) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading;

        class {{type}}
        {
            {{members}}

            static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            static string CreateCodeVerifier() => Create();
            static string Challenge(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        }

        static class Extensions
        {
            public static string GetOrAdd(this Dictionary<string, string> cache, string key, Func<string, string> create) => cache.TryGetValue(key, out var value) ? value : cache[key] = create(key);
        }
        """;
}
