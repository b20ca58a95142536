using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>One file in the projects of several target frameworks.</summary>
public sealed class LinkedFileTests
{
    [Fact]
    public Task Each_branch_is_repaired_and_common_code_once() => new ExchangeTest
    {
        ProjectSymbols = ["NEW", "OLD"],
        Code = """
            using System;

            class Login
            {
                string Common(string code) => {|authorization1:"?response_type=code"|} + {|token1:$"code={code}"|};

            #if NEW
                string Run(string code) { return {|authorization2:"new?response_type=code"|} + {|token2:$"code={code}"|}; }
            #else
                string Run(string code) { return {|authorization3:"old?response_type=code"|} + {|token3:$"code={code}"|}; }
            #endif
            }
            """,
        FixedCode = """
            using System;
            using Pkce;

            class Login
            {
                string Common(string code)
                {
                    var proofKey = ProofKey.Create();
                    return $"?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }

            #if NEW
                string Run(string code) { var proofKey = ProofKey.Create(); return $"new?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}"; }
            #else
                string Run(string code) { var proofKey = ProofKey.Create(); return $"old?response_type=code&code_challenge={proofKey.CodeChallenge}&code_challenge_method={proofKey.CodeChallengeMethod}" + $"code={code}&code_verifier={proofKey.CodeVerifier}"; }
            #endif
            }
            """,
    }.RunAsync();
}
