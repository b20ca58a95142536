using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE4002PlainAcceptedTests
{
    [Theory]
    [InlineData("""bool Check(Grant grant, string codeVerifier) => grant.CodeChallengeMethod switch { "S256" => VerifyPkce(codeVerifier, grant.CodeChallenge), "plain" => {|PKCE4002:{|PKCE4003:codeVerifier == grant.CodeChallenge|}|}, _ => false };""")]
    [InlineData("""bool Check(Grant grant, string codeVerifier) { var computed = grant.CodeChallengeMethod == "plain" ? {|PKCE4002:codeVerifier|} : Hash(codeVerifier); return {|PKCE4003:computed == grant.CodeChallenge|}; }""")]
    [InlineData("""bool Check(Grant grant, string codeVerifier) { string codeChallenge; if (grant.CodeChallengeMethod == "plain") codeChallenge = {|PKCE4002:codeVerifier|}; else codeChallenge = Hash(codeVerifier); return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeChallenge), Encoding.ASCII.GetBytes(grant.CodeChallenge!)); }""")]
    [InlineData("""bool Check(string codeChallenge, string codeVerifier) => {|PKCE4002:CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeVerifier), Encoding.ASCII.GetBytes(codeChallenge))|};""")]
    public Task Compared(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("""void Store(Grant grant, string? codeChallengeMethod) { grant.CodeChallengeMethod = {|PKCE4002:codeChallengeMethod ?? "plain"|}; }""")]
    [InlineData("""void Store(Grant grant) { {|PKCE4002:grant.CodeChallengeMethod ??= "plain"|}; }""")]
    [InlineData("""void Store(Grant grant, string? codeChallengeMethod) { if (string.IsNullOrEmpty(codeChallengeMethod)) { {|PKCE4002:codeChallengeMethod = "plain"|}; } grant.CodeChallengeMethod = codeChallengeMethod; }""")]
    [InlineData("""void Store(Grant grant, Dictionary<string, string> form) { if (!form.TryGetValue("code_challenge_method", out var codeChallengeMethod)) {|PKCE4002:codeChallengeMethod = "plain"|}; grant.CodeChallengeMethod = codeChallengeMethod; }""")]
    [InlineData("""void Store(Grant grant, string? codeChallengeMethod) { grant.CodeChallengeMethod = {|PKCE4002:string.IsNullOrEmpty(codeChallengeMethod) ? "plain" : codeChallengeMethod|}; }""")]
    public Task Assumed(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("""bool Check(string codeChallengeMethod) => {|PKCE4002:codeChallengeMethod == "plain" || codeChallengeMethod == "S256"|};""")]
    [InlineData("""bool Check(Grant grant) { if ({|PKCE4002:grant.CodeChallengeMethod != "plain" && grant.CodeChallengeMethod != "S256"|}) return false; return true; }""")]
    [InlineData("""bool Check(Grant grant) => grant.CodeChallengeMethod is {|PKCE4002:"plain" or "S256"|};""")]
    [InlineData("""bool Check(string codeChallengeMethod) { switch (codeChallengeMethod) { {|PKCE4002:case "plain":|} case "S256": return true; default: return false; } }""")]
    [InlineData("""static readonly string[] SupportedCodeChallengeMethods = {|PKCE4002:["S256", "plain"]|};""")]
    [InlineData("""object Metadata() => new { code_challenge_methods_supported = new[] {|PKCE4002:{ "plain", "S256" }|} };""")]
    [InlineData("""object Metadata() => new Dictionary<string, object> { ["code_challenge_methods_supported"] = new[] {|PKCE4002:{ "plain", "S256" }|} };""")]
    [InlineData("""bool Check(string codeChallengeMethod) => new[] {|PKCE4002:{ "plain", "S256" }|}.Contains(codeChallengeMethod);""")]
    public Task Listed_or_advertised(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("""bool Check(string codeChallengeMethod) => codeChallengeMethod == "S256";""")]
    // A client that takes what the server knows.
    [InlineData("""void Choose(Grant grant, List<string> known) { if (grant.CodeChallengeMethod is null) grant.CodeChallengeMethod = known switch { _ when known.Contains("S256") => "S256", _ when known.Contains("plain") => "plain", _ => null }; }""")]
    [InlineData("""void Choose(Grant grant, bool hashes) { grant.CodeChallengeMethod ??= hashes ? "S256" : "plain"; }""")]
    [InlineData("""void Choose(Grant grant, bool hashes) { if (grant.CodeChallengeMethod is null) { if (hashes) grant.CodeChallengeMethod = "S256"; else grant.CodeChallengeMethod = "plain"; } }""")]
    [InlineData("""bool Check(string codeChallengeMethod) { if (codeChallengeMethod == "plain") return false; return codeChallengeMethod == "S256"; }""")]
    [InlineData("""static readonly string[] CodeChallengeMethodsSupported = ["S256"];""")]
    [InlineData("""string Kind(string contentType) => contentType is "plain" or "html" ? contentType : "plain";""")]
    [InlineData("""const string Plain = "plain"; const string S256 = "S256"; static readonly string[] Known = [Plain, S256];""")]
    [InlineData("""string Describe(string? codeChallengeMethod) => codeChallengeMethod ?? "none";""")]
    public Task Near_misses(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Fact]
    public Task Constants_by_value_and_by_name() => PkceTest.VerifyBrokenAsync("""
        static class Methods
        {
            public const string P = "plain";
            public const string S = "S256";
        }

        class Validator
        {
            bool One(string codeChallengeMethod) => {|PKCE4002:codeChallengeMethod == Methods.P || codeChallengeMethod == Methods.S|};

            bool Two(Request request) => {|PKCE4002:request.CodeChallengeMethod == Missing.Methods.Plain || request.CodeChallengeMethod == Missing.Methods.Sha256|};
        }
        """);

    [Fact]
    public Task Plain_switched_on() => PkceTest.VerifyWithAsync(IdentityServer.Duende, """
        using Duende.IdentityServer.Models;

        static class Config
        {
            static Client weak = new Client { AllowedGrantTypes = GrantTypes.Code, {|PKCE4002:AllowPlainTextPkce = true|} };
            static Client safe = new Client { AllowedGrantTypes = GrantTypes.Code, AllowPlainTextPkce = false };
            static Client usual = new Client { AllowedGrantTypes = GrantTypes.Code };
        }
        """);

    [Fact]
    public Task Type_that_does_not_resolve() => PkceTest.VerifyUnresolvedAsync("", "net6.0", """
        using IdentityServer4.EntityFramework.Entities;

        static class Seed
        {
            static Client weak = new Client { RequirePkce = true, {|PKCE4002:AllowPlainTextPkce = true|} };
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyUnresolvedAsync("", "net6.0", """
        class Client
        {
            public bool AllowPlainTextPkce { get; set; }
        }

        static class Seed
        {
            static Client own = new Client { AllowPlainTextPkce = true };
        }
        """);
}
