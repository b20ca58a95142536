using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE4003VariableTimeComparisonTests
{
    [Theory]
    [InlineData("bool Check(Grant grant, string codeVerifier) => {|PKCE4003:Hash(codeVerifier) == grant.CodeChallenge|};")]
    [InlineData("bool Check(Grant grant, string codeVerifier) { var computed = Hash(codeVerifier); return {|PKCE4003:computed.Equals(grant.CodeChallenge)|}; }")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:string.Equals(codeChallenge, Hash(codeVerifier), StringComparison.Ordinal)|};")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:string.CompareOrdinal(codeChallenge, Hash(codeVerifier))|} == 0;")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:Encoding.ASCII.GetBytes(codeChallenge).SequenceEqual(Encoding.ASCII.GetBytes(Hash(codeVerifier)))|};")]
    [InlineData("bool Check(string storedChallenge, TokenRequest request) { if ({|PKCE4003:storedChallenge != Hash(request.CodeVerifier!)|}) return false; return true; }")]
    [InlineData("""bool Check(Dictionary<string, string> form, string challenge) { form.TryGetValue("code_verifier", out var presented); return {|PKCE4003:challenge == Hash(presented!)|}; }""")]
    [InlineData("""bool Check(Dictionary<string, string> form, Dictionary<string, string> stored) => {|PKCE4003:stored["code_challenge"] == Hash(form["code_verifier"])|};""")]
    public Task Comparison_that_stops_early(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Theory]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:string.Equals(codeChallenge, Hash(codeVerifier), StringComparison.OrdinalIgnoreCase)|};")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:codeChallenge.Equals(Hash(codeVerifier), StringComparison.InvariantCultureIgnoreCase)|};")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:codeChallenge.ToLowerInvariant() == Hash(codeVerifier).ToLowerInvariant()|};")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:string.Compare(codeChallenge, Hash(codeVerifier), true)|} == 0;")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => {|PKCE4003:StringComparer.OrdinalIgnoreCase.Equals(codeChallenge, Hash(codeVerifier))|};")]
    public Task Ignoring_case(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Fact]
    public async Task Ignoring_case_is_a_warning()
    {
        var test = new PkceTest { TestCode = ServerProgram.With("bool Check(string codeChallenge, string codeVerifier) => {|#0:string.Equals(codeChallenge, Hash(codeVerifier), StringComparison.OrdinalIgnoreCase)|};") };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE4003", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(codeChallenge), Encoding.ASCII.GetBytes(Hash(codeVerifier)));")]
    [InlineData("bool Check(string codeChallenge, string codeVerifier) => codeChallenge == null || Hash(codeVerifier).Length == codeChallenge.Length;")]
    [InlineData("""bool Check(string codeChallenge) => codeChallenge == "none" || codeChallenge == string.Empty;""")]
    [InlineData("bool Check(string password, string hash) => Hash(password) == hash;")]
    [InlineData("bool Check(string captchaChallenge, string answer) => captchaChallenge == answer;")]
    [InlineData("bool Check(string codeChallenge, List<string> seen) => seen.Contains(codeChallenge);")]
    public Task Near_misses(string member) => PkceTest.VerifyAsync(ServerProgram.With(member));

    [Fact]
    public Task Own_method_of_that_name_that_takes_constant_time() => PkceTest.VerifyAsync(ServerProgram.With("""
        static bool Equals(string one, string other)
        {
            var difference = one.Length ^ other.Length;
            for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
                difference |= one[i] ^ other[i];
            return difference.Equals(0) && CryptographicOperations.FixedTimeEquals([], []);
        }

        bool Check(string codeChallenge, string codeVerifier) => Equals(codeChallenge, Hash(codeVerifier));
        """));

    [Fact]
    public Task Partial_class_top_level_and_broken_code() => PkceTest.VerifyBrokenAsync(
        """
        using Missing.Package;

        var codeVerifier = Missing.Form("code_verifier");
        var valid = {|PKCE4003:Missing.Stored.CodeChallenge == Missing.Sha256(codeVerifier)|};
        if (valid) {
        """,
        """
        partial class Endpoint
        {
            bool Check(string codeVerifier) => {|PKCE4003:Hash(codeVerifier) == _codeChallenge|};
        }
        """,
        """
        partial class Endpoint
        {
            string _codeChallenge;
            string Hash(string codeVerifier) => Missing.Hash(codeVerifier);
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("// <auto-generated/>\n#nullable enable\n" + ServerProgram.With("bool Check(Grant grant, string codeVerifier) => Hash(codeVerifier) == grant.CodeChallenge;"));
}
