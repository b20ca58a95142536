using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class LocalCarryTests
{
    [Fact]
    public Task Top_level_statements_without_usings() => new ExchangeTest
    {
        OutputKind = OutputKind.ConsoleApplication,
        Code = """
            // Logs in.

            // The user's browser opens this.
            var url = {|authorization:"https://server/authorize?response_type=code"|};
            System.Console.WriteLine(url);
            var code = System.Console.ReadLine();
            System.Console.WriteLine({|token:$"code={code}"|});
            """,
        FixedCode = """
            // Logs in.

            using Pkce;

            // The user's browser opens this.
            var proofKey = ProofKey.Create();
            var url = $"https://server/authorize?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
            System.Console.WriteLine(url);
            var code = System.Console.ReadLine();
            System.Console.WriteLine($"code={code}&code_verifier={proofKey.CodeVerifier}");
            """,
    }.RunAsync();

    [Fact]
    public Task Declared_in_the_block_that_encloses_both_requests() => new ExchangeTest
    {
        Code = """
            using System;

            class Login
            {
                string Run(bool isFirst, string code)
                {
                    Console.WriteLine("Logging in");
                    if (isFirst)
                    {
                        Console.WriteLine({|authorization:"https://server/authorize?response_type=code"|});
                    }
                    return {|token:"grant_type=authorization_code&code=" + code|};
                }
            }
            """,
        FixedCode = """
            using System;
            using Pkce;

            class Login
            {
                string Run(bool isFirst, string code)
                {
                    Console.WriteLine("Logging in");
                    var proofKey = ProofKey.Create();
                    if (isFirst)
                    {
                        Console.WriteLine($"https://server/authorize?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}");
                    }
                    return "grant_type=authorization_code&code=" + code + $"&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Taken_name_gets_a_number() => new ExchangeTest
    {
        Code = """
            class Login
            {
                string Run(string proofKey) => {|authorization:"?response_type=code"|} + {|token:$"code={proofKey}"|};
            }
            """,
        FixedCode = """
            using Pkce;

            class Login
            {
                string Run(string proofKey)
                {
                    var proofKey2 = ProofKey.Create();
                    return $"?response_type=code&code_challenge={proofKey2.CodeChallenge}&code_challenge_method={proofKey2.CodeChallengeMethod}" + $"code={proofKey}&code_verifier={proofKey2.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Each_exchange_has_its_own() => new ExchangeTest
    {
        Code = """
            using Pkce;

            class Login
            {
                string Run(string code)
                {
                    var first = {|authorization1:"https://one/authorize?response_type=code"|} + {|token1:$"code={code}"|};
                    var second = {|authorization2:"https://two/authorize?response_type=code"|} + {|token2:$"code={code}"|};
                    return first + second;
                }

                string Other(string code) => {|authorization3:"?response_type=code"|} + {|token3:$"code={code}"|};
            }
            """,
        FixedCode = """
            using Pkce;

            class Login
            {
                string Run(string code)
                {
                    var proofKey = ProofKey.Create();
                    var first = $"https://one/authorize?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                    var proofKey2 = ProofKey.Create();
                    var second = $"https://two/authorize?response_type=code&code_challenge={proofKey2.CodeChallenge}&code_challenge_method={proofKey2.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey2.CodeVerifier}";
                    return first + second;
                }

                string Other(string code)
                {
                    var proofKey = ProofKey.Create();
                    return $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Two_authorization_requests_for_one_token_request_share_it() => new ExchangeTest
    {
        Code = """
            using Pkce;

            class Login
            {
                string Run(bool again, string code)
                {
                    string url;
                    if (again)
                        url = {|authorization:"?response_type=code&prompt=login"|};
                    else
                        url = {|authorization:"?response_type=code"|};
                    return url + {|token:$"code={code}"|};
                }
            }
            """,
        FixedCode = """
            using Pkce;

            class Login
            {
                string Run(bool again, string code)
                {
                    string url;
                    var proofKey = ProofKey.Create();
                    if (again)
                        url = $"?response_type=code&prompt=login&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
                    else
                        url = $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}";
                    return url + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Never_hoisted_out_of_a_loop()
    {
        const string code = """
            class Login
            {
                string Run(string[] users, string code)
                {
                    var urls = "";
                    foreach (var user in users)
                        urls += {|authorization:$"?response_type=code&login_hint={user}"|};
                    return urls + {|token:$"code={code}"|};
                }
            }
            """;
        return new ExchangeTest { Code = code }.RunAsync();
    }

    [Fact]
    public Task Embedded_statement_in_a_loop_gets_a_block() => new ExchangeTest
    {
        Code = """
            using Pkce;

            class Login
            {
                void Run(string[] codes)
                {
                    foreach (var code in codes)
                        System.Console.WriteLine({|authorization:"?response_type=code"|} + {|token:$"code={code}"|});
                }
            }
            """,
        FixedCode = """
            using Pkce;

            class Login
            {
                void Run(string[] codes)
                {
                    foreach (var code in codes)
                    {
                        var proofKey = ProofKey.Create();
                        System.Console.WriteLine($"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}");
                    }
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Lambda_and_asynchronous_local_function_get_blocks() => new ExchangeTest
    {
        Code = """
            using System;
            using System.Threading.Tasks;
            using Pkce;

            class Login
            {
                Func<string, string> Run()
                {
                    Console.WriteLine(PrintAsync("code"));
                    return code => {|authorization1:"?response_type=code"|} + {|token1:$"code={code}"|};

                    async Task PrintAsync(string code) => await Console.Out.WriteLineAsync({|authorization2:"?response_type=code"|} + {|token2:$"code={code}"|});
                }
            }
            """,
        FixedCode = """
            using System;
            using System.Threading.Tasks;
            using Pkce;

            class Login
            {
                Func<string, string> Run()
                {
                    Console.WriteLine(PrintAsync("code"));
                    return code =>
                    {
                        var proofKey = ProofKey.Create();
                        return $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                    };

                    async Task PrintAsync(string code)
                    {
                        var proofKey = ProofKey.Create();
                        await Console.Out.WriteLineAsync($"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}");
                    }
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Old_language_tabs_and_windows_line_breaks() => new ExchangeTest
    {
        LanguageVersion = LanguageVersion.CSharp7_3,
        Nullable = NullableContextOptions.Disable,
        Code = """
            namespace App
            {
                using System;

                class Login
                {
                    string Run(string code) => {|authorization:"?response_type=code"|} + {|token:$"code={code}"|};
                }
            }
            """.Replace("    ", "\t").Replace("\n", "\r\n"),
        FixedCode = """
            namespace App
            {
                using System;
                using Pkce;

                class Login
                {
                    string Run(string code)
                    {
                        var proofKey = ProofKey.Create();
                        return $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                    }
                }
            }
            """.Replace("    ", "\t").Replace("\n", "\r\n"),
    }.RunAsync();

    [Fact]
    public Task Name_that_means_something_else_is_qualified() => new ExchangeTest
    {
        Code = """
            class ProofKey
            {
                string Run(string code) => {|authorization:"?response_type=code"|} + {|token:$"code={code}"|};
            }
            """,
        FixedCode = """
            class ProofKey
            {
                string Run(string code)
                {
                    var proofKey = Pkce.ProofKey.Create();
                    return $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();
}
