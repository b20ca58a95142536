using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The helper that is written into the file where the Runtime is not referenced.</summary>
public sealed class HelperTests
{
    [Fact]
    public Task File_local_class_from_CSharp_11_on() => new ExchangeTest
    {
        HasRuntime = false,
        LanguageVersion = LanguageVersion.CSharp11,
        OutputKind = OutputKind.ConsoleApplication,
        Code = """
            using System;

            Console.WriteLine({|authorization:"https://server/authorize?response_type=code"|});
            Console.WriteLine({|token:$"code={Console.ReadLine()}"|});
            """,
        FixedCode = """
            using System;

            var codeVerifier = ProofKey.CreateCodeVerifier();
            Console.WriteLine($"https://server/authorize?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256");
            Console.WriteLine($"code={Console.ReadLine()}&code_verifier={codeVerifier}");

            """ + Helper("file static", ""),
    }.RunAsync();

    [Fact]
    public Task Nested_class_before() => new ExchangeTest
    {
        HasRuntime = false,
        Carrier = VerifierCarrier.Field,
        LanguageVersion = LanguageVersion.CSharp7_3,
        Nullable = NullableContextOptions.Disable,
        Code = """
            namespace App
            {
                partial class Login
                {
                    public string Url() => {|authorization1:"https://one/authorize?response_type=code"|};

                    public string Form(string code) => {|token1:$"code={code}"|};
                }
            }
            """,
        FixedCode = $$"""
            namespace App
            {
                partial class Login
                {
                    private string _codeVerifier;

                    public string Url()
                    {
                        _codeVerifier = ProofKey.CreateCodeVerifier();
                        return $"https://one/authorize?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(_codeVerifier)}&code_challenge_method=S256";
                    }

                    public string Form(string code)
                    {
                        var codeVerifier = _codeVerifier ?? throw new System.InvalidOperationException("No authorization request has been made.");
                        return $"code={code}&code_verifier={codeVerifier}";
                    }
            {{Helper("private static", "        ")}}
                }
            }
            """,
        OtherCode = """
            namespace App
            {
                partial class Login
                {
                    public string Other(string code) { return {|authorization2:"?response_type=code"|} + {|token2:$"code={code}"|}; }
                }
            }
            """,
        OtherFixedCode = """
            namespace App
            {
                partial class Login
                {
                    private string _codeVerifier2;

                    public string Other(string code) { _codeVerifier2 = ProofKey.CreateCodeVerifier(); var codeVerifier = _codeVerifier2 ?? throw new System.InvalidOperationException("No authorization request has been made."); return $"?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(_codeVerifier2)}&code_challenge_method=S256" + $"code={code}&code_verifier={codeVerifier}"; }
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task One_helper_serves_the_file() => new ExchangeTest
    {
        HasRuntime = false,
        Code = """
            namespace App
            {
                class One
                {
                    public string Run(string code) { return {|authorization1:"?response_type=code"|} + {|token1:$"code={code}"|}; }
                }

                class Two
                {
                    public string Run(string code) { return {|authorization2:"?response_type=code"|} + {|token2:$"code={code}"|}; }
                }
            }
            """,
        FixedCode = $$"""
            namespace App
            {
                class One
                {
                    public string Run(string code) { var codeVerifier = ProofKey.CreateCodeVerifier(); return $"?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256" + $"code={code}&code_verifier={codeVerifier}"; }
                }

                class Two
                {
                    public string Run(string code) { var codeVerifier = ProofKey.CreateCodeVerifier(); return $"?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256" + $"code={code}&code_verifier={codeVerifier}"; }
                }
            {{Helper("file static", "    ")}}
            }
            """,
    }.RunAsync();

    internal static string Helper(string modifiers, string indent)
    {
        const string source = """

            /// <summary>PKCE (RFC 7636): binds an authorization code to the client that asked for it.</summary>
            MODIFIERS class ProofKey
            {
                /// <summary>32 random octets, 43 characters (RFC 7636, section 4.1); one for each authorization request.</summary>
                public static string CreateCodeVerifier()
                {
                    var octets = new byte[32];
                    using (var random = System.Security.Cryptography.RandomNumberGenerator.Create())
                    {
                        random.GetBytes(octets);
                    }
                    return Base64Url(octets);
                }

                /// <summary>S256: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))) (RFC 7636, section 4.2).</summary>
                public static string CreateCodeChallenge(string codeVerifier)
                {
                    using (var sha256 = System.Security.Cryptography.SHA256.Create())
                    {
                        return Base64Url(sha256.ComputeHash(System.Text.Encoding.ASCII.GetBytes(codeVerifier)));
                    }
                }

                private static string Base64Url(byte[] octets)
                {
                    return System.Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                }
            }
            """;
        return string.Join('\n', source.Replace("MODIFIERS", modifiers).Split('\n').Select(line => line.Length == 0 ? "" : indent + line));
    }
}
