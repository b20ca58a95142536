using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE3001PredictableVerifierTests
{
    [Fact]
    public async Task Message_names_the_source_and_a_name_alone_is_a_guess()
    {
        var test = new PkceTest
        {
            TestCode = """
                using System;

                class Login
                {
                    string codeVerifier = {|#0:Guid.NewGuid()|}.ToString("N");
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE3001", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "The client's code verifier comes from a GUID, which has at most 122 random bits and no promise of unpredictability (also not well-formed: 32 characters, 122 bits, too little entropy): make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator in base64url without padding"));
        await test.RunAsync();
    }

    [Fact]
    public Task What_a_service_is_given_is_not_what_it_makes() => PkceTest.VerifyAsync("""
        using System;

        interface IProofKeys
        {
            (string Verifier, string Challenge) Create(string state);

            string Encode(string verifier);
        }

        class Login(IProofKeys keys)
        {
            string Url()
            {
                var state = Guid.NewGuid().ToString("N");
                var (verifier, challenge) = keys.Create(state);
                return "https://login.example.com/authorize?response_type=code&client_id=app&state=" + state + "&code_challenge_method=S256&code_challenge=" + challenge;
            }
        }
        """);

    [Fact]
    public Task Characters_picked_by_System_Random() => PkceTest.VerifyAsync("""
        using System;
        using System.Linq;

        class Login
        {
            static string CreateCodeVerifier()
            {
                const string chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
                var random = new Random();
                return new string(Enumerable.Range(0, 64).Select(i => chars[{|PKCE3001:random.Next(chars.Length)|}]).ToArray());
            }
        }
        """);

    [Fact]
    public Task Octets_filled_by_System_Random() => PkceTest.VerifyAsync("""
        using System;
        using System.Buffers.Text;

        class Login
        {
            readonly Random random = new Random(Environment.TickCount);

            string CreateCodeVerifier()
            {
                var octets = new byte[32];
                {|PKCE3001:random.NextBytes(octets)|};
                return Base64Url.EncodeToString(octets);
            }
        }
        """);

    [Fact]
    public Task Shared_System_Random() => PkceTest.VerifyAsync("""
        using System;
        using System.Buffers.Text;

        class Login
        {
            string CreateCodeVerifier()
            {
                var octets = new byte[32];
                {|PKCE3001:Random.Shared.NextBytes(octets)|};
                return Base64Url.EncodeToString(octets);
            }
        }
        """);

    [Fact]
    public Task Loop_over_a_builder() => PkceTest.VerifyAsync("""
        using System;
        using System.Text;

        class Login
        {
            string MakePkceVerifier(int length)
            {
                var random = new Random();
                var builder = new StringBuilder();
                for (var i = 0; i < length; i++)
                    builder.Append((char){|PKCE3001:random.Next('a', 'z')|});
                return builder.ToString();
            }
        }
        """);

    [Fact]
    public Task Two_GUIDs() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            string Verifier()
            {
                var codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N");
                return codeVerifier;
            }
        }
        """);

    [Fact]
    public Task Known_by_the_parameter_that_carries_it() => PkceTest.VerifyAsync("""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Login
        {
            Task Redeem(HttpClient client, string code)
            {
                var secret = {|PKCE3001:Guid.NewGuid()|}.ToString();
                return client.PostAsync("https://login.example.com/token", new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["code_verifier"] = secret,
                }));
            }
        }
        """);

    [Fact]
    public Task Helper_for_other_things_too_is_reported_where_it_is_used() => PkceTest.VerifyAsync("""
        using System;
        using System.Text;

        class Login
        {
            string codeVerifier = {|PKCE3001:Randoms.Text(64)|};
        }

        static class Randoms
        {
            public static string Text(int length)
            {
                var random = new Random();
                var text = new StringBuilder();
                while (text.Length < length)
                    text.Append((char)random.Next(97, 123));
                return text.ToString();
            }
        }
        """);

    [Fact]
    public Task Helper_in_another_file_is_reported_where_it_is_used() => PkceTest.VerifyAsync(
        """
        class Login
        {
            string codeVerifier = {|PKCE3001:Randoms.Text(64)|};
        }
        """,
        """
        using System;
        using System.Text;

        static class Randoms
        {
            public static string Text(int length)
            {
                var random = new Random();
                var text = new StringBuilder();
                while (text.Length < length)
                    text.Append((char)random.Next(97, 123));
                return text.ToString();
            }
        }
        """);

    [Fact]
    public Task Made_in_a_file_that_writes_the_name_of_PKCE_out() => PkceTest.VerifyAsync(
        """
        using System;
        using System.Text;

        /// <summary>For Proof Key for Code Exchange.</summary>
        class VerifierAndChallenge
        {
            static readonly Random random = new((int)DateTime.Now.Ticks);

            public string Verifier { get; } = NewVerifier();

            static string NewVerifier()
            {
                var text = new StringBuilder();
                for (var i = 0; i < 64; i++)
                    text.Append("abcdefghijklmnopqrstuvwxyz0123456789"[{|PKCE3001:random.Next(36)|}]);
                return text.ToString();
            }
        }
        """,
        """
        /// <summary>For something else.</summary>
        class EmailVerifier
        {
            static readonly System.Random random = new();

            public string Verifier { get; } = random.Next().ToString() + random.Next().ToString();
        }
        """);

    [Fact]
    public Task Handed_out_by_a_parameter() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            static void Begin(out string state, out string codeVerifier)
            {
                state = Guid.NewGuid().ToString("N");
                codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N") + Guid.NewGuid().ToString("N");
            }

            static void Take(string codeVerifier, string state)
            {
                codeVerifier = codeVerifier.Trim();
                state = Guid.NewGuid().ToString();
            }
        }
        """);

    [Fact]
    public Task Generator_behind_an_interface_with_one_implementation() => PkceTest.VerifyAsync("""
        using System;
        using System.Text;

        interface IIds
        {
            string New();
        }

        class Ids : IIds
        {
            public string New() => Guid.NewGuid().ToString("N");
        }

        class Login(IIds ids)
        {
            string Begin()
            {
                var codeVerifier = {|PKCE3001:Convert.ToBase64String(Encoding.UTF8.GetBytes(ids.New()))|};
                var codeChallenge = codeVerifier.GetHashCode();
                return codeVerifier + codeChallenge;
            }
        }
        """);

    [Fact]
    public Task Partial_class_in_two_files() => PkceTest.VerifyAsync(
        """
        using System;

        partial class Login
        {
            readonly Random random = new();
        }
        """,
        """
        using System.Buffers.Text;

        partial class Login
        {
            string CodeVerifier()
            {
                var octets = new byte[32];
                {|PKCE3001:random.NextBytes(octets)|};
                return Base64Url.EncodeToString(octets);
            }
        }
        """);

    [Fact]
    public Task Property_lambda_local_function_async_and_top_level() => PkceTest.VerifyAsync("""
        using System;
        using System.Threading.Tasks;

        var codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N");
        Console.WriteLine(codeVerifier.Length + new Login().CodeVerifier.Length);

        class Login
        {
            public string CodeVerifier { get; set; } = {|PKCE3001:Guid.NewGuid()|}.ToString();

            string PkceVerifier => {|PKCE3001:Guid.NewGuid()|}.ToString();

            async Task<string> CreateCodeVerifierAsync()
            {
                await Task.Yield();
                return {|PKCE3001:Guid.NewGuid()|}.ToString();
            }

            int Lambda()
            {
                Func<int> length = () =>
                {
                    string codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString();
                    return codeVerifier.Length;
                };
                return length() + NewCodeVerifier().Length;

                string NewCodeVerifier() => {|PKCE3001:Guid.NewGuid()|}.ToString();
            }
        }
        """);

    [Fact]
    public Task Secure_sources() => PkceTest.VerifyAsync("""
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;

        class Login
        {
            string codeVerifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            string otherCodeVerifier = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 64);

            string CreateCodeVerifier()
            {
                var octets = new byte[32];
                using var generator = RandomNumberGenerator.Create();
                generator.GetBytes(octets);
                return Base64Url.EncodeToString(octets);
            }

            string FillCodeVerifier()
            {
                Span<byte> octets = stackalloc byte[32];
                RandomNumberGenerator.Fill(octets);
                return Base64Url.EncodeToString(octets);
            }
        }
        """);

    [Fact]
    public Task Other_values_beside_a_verifier() => PkceTest.VerifyAsync("""
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;

        class Login
        {
            string state = Guid.NewGuid().ToString();
            string nonce = new Random().Next().ToString();
            int port = Random.Shared.Next(49152, 65536);

            string CreateCodeVerifier()
            {
                var correlation = Guid.NewGuid();
                var codeVerifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
                Console.WriteLine(correlation);
                return codeVerifier;
            }
        }
        """);

    [Fact]
    public Task Verifiers_of_other_things() => PkceTest.VerifyAsync("""
        using System;

        class EmailVerifier
        {
            readonly Guid verifierId = Guid.NewGuid();
            string recoveryCode = new Random().Next(100000, 999999).ToString();
            string verifier = Guid.NewGuid().ToString();
            string decodeVerification = Guid.NewGuid().ToString();
        }

        static class OAuth1
        {
            static string oauth_verifier = new Random().Next().ToString();
        }
        """);

    [Fact]
    public Task Random_of_ones_own() => PkceTest.VerifyAsync("""
        using System;
        using System.Security.Cryptography;

        class Random
        {
            public int Next(int most) => RandomNumberGenerator.GetInt32(most);
        }

        class Login
        {
            string CreateCodeVerifier()
            {
                var random = new Random();
                var characters = new char[64];
                for (var i = 0; i < characters.Length; i++)
                    characters[i] = (char)('a' + random.Next(26));
                return new string(characters);
            }
        }
        """);

    [Fact]
    public Task Verifier_given_by_the_caller() => PkceTest.VerifyAsync("""
        class Login(string codeVerifier)
        {
            string CodeVerifier { get; } = codeVerifier;

            string NormalizeCodeVerifier(string codeVerifier) => codeVerifier.Trim();
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        using System;

        class Login
        {
            string Verifier()
            {
                var codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString("N")
                codeVerifier.
                var other = new Random(
            }
        """);

    [Fact]
    public Task Names_that_do_not_resolve() => PkceTest.VerifyBrokenAsync("""
        using System;
        using Missing.Package;

        class Login : MissingBase
        {
            string Verifier()
            {
                var codeVerifier = MissingEncoder.Encode({|PKCE3001:Guid.NewGuid()|}.ToByteArray());
                var pkceVerifier = MissingRandom.Next(64);
                return codeVerifier + pkceVerifier;
            }
        }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            string codeVerifier = {|PKCE3001:Guid.NewGuid()|}.ToString();
        #pragma warning disable PKCE3001 // Only the demonstration server uses it.
            string demoCodeVerifier = Guid.NewGuid().ToString();
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        using System;

        class Login
        {
            string codeVerifier = Guid.NewGuid().ToString();
        }
        """);

    [Fact]
    public Task Verifier_and_challenge_beside_a_digest() => PkceTest.VerifyAsync("""
        using System;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            static readonly Random random = new();

            static string Generate(int length) => new(Enumerable.Repeat("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length).Select(letters => letters[{|PKCE3001:random.Next(letters.Length)|}]).ToArray());

            (string, string) Begin()
            {
                var verifier = Generate(128);
                var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                return (verifier, challenge);
            }
        }
        """);

    [Fact]
    public Task Verifier_of_a_password_protocol() => PkceTest.VerifyAsync("""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Account
        {
            static readonly Random random = new();

            string Verifier(string password)
            {
                var verifier = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(random.Next() + password)));
                return verifier;
            }
        }
        """);
}
