using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The protected state carries the verifier where the handler binds the response to the browser: else whoever has the redirect URL can replay
/// code and verifier.</summary>
public sealed class CarrierStateTests
{
    const string Generate = "GenerateCorrelationId(properties);";

    [Theory]
    [InlineData(Generate, "if (!ValidateCorrelationId(properties)) return null;")]
    [InlineData(Generate, "if (!ValidateCorrelationId(properties)) throw new InvalidOperationException();")]
    [InlineData(Generate, "if (properties.ToString() == code || !ValidateCorrelationId(properties)) return null;")]
    [InlineData("this.GenerateCorrelationId(properties);", "if (!this.ValidateCorrelationId(properties)) { Console.WriteLine(code); return null; }")]
    public Task Handler_that_ends_where_the_correlation_fails(string generate, string validate) => Verify.VerifyAsync(
        Handler(generate, validate, "", "", "\"https://server/authorize?response_type=code&client_id=app\"", ""),
        Handler(
            generate + "\n        var proofKey = ProofKey.Create();\n        properties.Items[\"code_verifier\"] = proofKey.CodeVerifier;", validate,
            "properties.Items.TryGetValue(\"code_verifier\", out var codeVerifier);\n        properties.Items.Remove(\"code_verifier\");\n        ",
            "&code_verifier={codeVerifier ?? throw new InvalidOperationException(\"No authorization request has been made.\")}",
            "$\"https://server/authorize?response_type=code&client_id=app&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}\"", "using Pkce;\n"));

    [Theory]
    [InlineData("", "")]
    [InlineData("", "if (!ValidateCorrelationId(properties)) return null;")]
    [InlineData(Generate, "")]
    [InlineData(Generate, "ValidateCorrelationId(properties);")]
    [InlineData(Generate, "var isValid = ValidateCorrelationId(properties); Console.WriteLine(isValid);")]
    [InlineData(Generate, "if (!ValidateCorrelationId(properties)) Console.WriteLine(code);")]
    [InlineData(Generate, "if (!ValidateCorrelationId(properties) && code.Length == 0) return null;")]
    [InlineData(Generate, "if (ValidateCorrelationId(properties)) return null;")]
    [InlineData(Generate, "if (ValidateCorrelationId(properties)) Console.WriteLine(code);")]
    public Task Handler_that_goes_on_in_any_browser(string generate, string validate) => Verify.VerifyNoneWholeAsync(
        Handler(generate, validate, "", "", "\"https://server/authorize?response_type=code&client_id=app\"", ""));

    [Fact]
    public Task Correlation_that_is_checked_when_the_code_is_redeemed() => Verify.VerifyNoneWholeAsync(
        Handler(Generate, "", "", "", "\"https://server/authorize?response_type=code&client_id=app\"", "")
            .Replace("return properties;", "if (!ValidateCorrelationId(properties))\n            return null;\n        return properties;"));

    static string Handler(string generate, string validate, string take, string verifier, string url, string use) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;
        {{use}}
        public class ExampleAuthenticationHandler
        {
            private readonly HandlerOptions Options = new();

            public string Challenge(AuthenticationProperties challenge)
            {
                var properties = challenge;
                {{generate}}
                var endpoint = {{(use.Length > 0 ? url : $"{{|PKCE1001:{url}|}}")}};
                var state = Options.StateDataFormat.Protect(properties);
                return endpoint + "&state=" + state;
            }

            public async Task<AuthenticationProperties?> AuthenticateAsync(HttpClient http, string code, string state)
            {
                var properties = Options.StateDataFormat.Unprotect(state);
                {{validate}}
                {{take}}await http.PostAsync("https://server/token", new StringContent($"{{(use.Length > 0 ? "grant_type=authorization_code&code=" : "{|PKCE1004:grant_type=authorization_code&code=|}")}}{code}{{verifier}}"));
                return properties;
            }

            private void GenerateCorrelationId(AuthenticationProperties properties) => Console.WriteLine(Options.ToString() + properties);

            private bool ValidateCorrelationId(AuthenticationProperties properties) => properties.Items.Count > 0 && Options is not null;
        }

        public class HandlerOptions
        {
            public StateFormat StateDataFormat { get; } = new();
        }

        public interface ISecureDataFormat<T>
        {
            string Protect(T data);

            T Unprotect(string text);
        }

        public class StateFormat : ISecureDataFormat<AuthenticationProperties>
        {
            public string Protect(AuthenticationProperties properties) => properties.ToString()!;

            public AuthenticationProperties Unprotect(string text) => new();
        }

        public class AuthenticationProperties
        {
            public IDictionary<string, string?> Items { get; } = new Dictionary<string, string?>();
        }
        """;
}
