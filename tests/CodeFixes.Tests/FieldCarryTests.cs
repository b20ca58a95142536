using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class FieldCarryTests
{
    [Fact]
    public Task Field_is_set_by_each_authorization_request() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        Code = """
            using System;

            namespace App;

            class Login
            {
                private readonly string _server = "https://server"; // ours

                public string Url(string state)
                {
                    if (state.Length == 0)
                        return {|authorization:$"{_server}/authorize?response_type=code"|};
                    return {|authorization:$"{_server}/authorize?response_type=code&state={state}"|};
                }

                public string Form(string code)
                {
                    // The form of the token request.
                    return {|token:$"grant_type=authorization_code&code={code}"|};
                }
            }
            """,
        FixedCode = """
            using System;
            using Pkce;

            namespace App;

            class Login
            {
                private readonly string _server = "https://server"; // ours
                private ProofKey? _proofKey;

                public string Url(string state)
                {
                    if (state.Length == 0)
                    {
                        _proofKey = ProofKey.Create();
                        return $"{_server}/authorize?response_type=code&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                    }
                    _proofKey = ProofKey.Create();
                    return $"{_server}/authorize?response_type=code&state={state}&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                }

                public string Form(string code)
                {
                    // The form of the token request.
                    var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    return $"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Expression_bodies_become_blocks() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        TokenKind = InsertionKind.Entries,
        Code = """
            using System;
            using System.Collections.Generic;

            public record class Login(string Server)
            {
                public string Url =>
                    // Opens in the browser.
                    {|authorization:Server
                        + "/authorize?response_type=code"|};

                public Dictionary<string, string> Form(string code) => new()
                {|token:{
                    [{|name:"code"|}] = {|value:code|},
                }|};
            }
            """,
        FixedCode = """
            using System;
            using System.Collections.Generic;
            using Pkce;

            public record class Login(string Server)
            {
                private ProofKey? _proofKey;

                public string Url
                {
                    get
                    {
                        // Opens in the browser.
                        _proofKey = ProofKey.Create();
                        return Server
                            + "/authorize?response_type=code"
                            + $"&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                    }
                }

                public Dictionary<string, string> Form(string code)
                {
                    var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    return new()
                    {
                        ["code"] = code,
                        ["code_verifier"] = proofKey.CodeVerifier,
                    };
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Parts_of_a_class_in_two_files() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        Nullable = NullableContextOptions.Disable,
        Code = """
            partial class Login
            {
                string m_server;

                string Url() { return {|authorization:m_server + "/authorize?response_type=code"|}; }
            }
            """,
        FixedCode = """
            using Pkce;

            partial class Login
            {
                string m_server;
                ProofKey m_proofKey;

                string Url() { m_proofKey = ProofKey.Create(); return m_server + $"/authorize?response_type=code&code_challenge={m_proofKey.CodeChallenge}&code_challenge_method={m_proofKey.CodeChallengeMethod}"; }
            }
            """,
        OtherCode = """
            partial class Login
            {
                Login() { m_server = "https://server"; }

                string Form(string code) { return {|token:"code=" + code|}; }
            }
            """,
        OtherFixedCode = """
            partial class Login
            {
                Login() { m_server = "https://server"; }

                string Form(string code) { var proofKey = m_proofKey ?? throw new System.InvalidOperationException("No authorization request has been made."); return "code=" + code + $"&code_verifier={proofKey.CodeVerifier}"; }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Field_named_like_the_others_and_with_this() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        LanguageVersion = LanguageVersion.CSharp7_3,
        Nullable = NullableContextOptions.Disable,
        Code = """
            using System;
            using Pkce;

            public class Login
            {
                private readonly string server;

                public Login(string server)
                {
                    this.server = server;
                }

                public string Url()
                {
                    return {|authorization:this.server + "/authorize?response_type=code"|};
                }

                public string Form(string code)
                {
                    return {|token:"code=" + code|};
                }
            }
            """,
        FixedCode = """
            using System;
            using Pkce;

            public class Login
            {
                private readonly string server;
                private ProofKey proofKey;

                public Login(string server)
                {
                    this.server = server;
                }

                public string Url()
                {
                    this.proofKey = ProofKey.Create();
                    return this.server + $"/authorize?response_type=code&code_challenge={this.proofKey.CodeChallenge}&code_challenge_method={this.proofKey.CodeChallengeMethod}";
                }

                public string Form(string code)
                {
                    var pendingProofKey = this.proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    return "code=" + code + $"&code_verifier={pendingProofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task This_is_used_only_where_the_class_uses_it_without_need() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        HasRuntime = false,
        Code = """
            using System;

            sealed class Login
            {
                readonly string server;

                public Login(string server) => this.server = server;

                public string Url() => {|authorization:$"{server}/authorize?response_type=code"|};

                public string Form(string code) => {|token:$"code={code}"|};
            }
            """,
        FixedCode = """
            using System;

            sealed class Login
            {
                readonly string server;
                string? codeVerifier;

                public Login(string server) => this.server = server;

                public string Url()
                {
                    codeVerifier = ProofKey.CreateCodeVerifier();
                    return $"{server}/authorize?response_type=code&code_challenge={ProofKey.CreateCodeChallenge(codeVerifier)}&code_challenge_method=S256";
                }

                public string Form(string code)
                {
                    var pendingCodeVerifier = codeVerifier ?? throw new InvalidOperationException("No authorization request has been made.");
                    return $"code={code}&code_verifier={pendingCodeVerifier}";
                }
            }

            """ + HelperTests.Helper("file static", ""),
    }.RunAsync();

    [Fact]
    public Task Two_exchanges_of_one_class_have_two_fields() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        Code = """
            using System;
            using Pkce;

            class Login
            {
                public string Google() => {|authorization1:"https://google/authorize?response_type=code"|};
                public string GoogleForm(string code) => {|token1:$"code={code}"|};
                public string Github() => {|authorization2:"https://github/authorize?response_type=code"|};
                public string GithubForm(string code) => {|token2:$"code={code}"|};
            }
            """,
        FixedCode = """
            using System;
            using Pkce;

            class Login
            {
                private ProofKey? _proofKey;
                private ProofKey? _proofKey2;

                public string Google()
                {
                    _proofKey = ProofKey.Create();
                    return $"https://google/authorize?response_type=code&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
                }
                public string GoogleForm(string code)
                {
                    var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                    return $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }
                public string Github()
                {
                    _proofKey2 = ProofKey.Create();
                    return $"https://github/authorize?response_type=code&code_challenge={_proofKey2.CodeChallenge}&code_challenge_method={_proofKey2.CodeChallengeMethod}";
                }
                public string GithubForm(string code)
                {
                    var proofKey = _proofKey2 ?? throw new InvalidOperationException("No authorization request has been made.");
                    return $"code={code}&code_verifier={proofKey.CodeVerifier}";
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Request_that_is_not_always_made_leaves_the_field_of_another_login_alone() => new ExchangeTest
    {
        Carrier = VerifierCarrier.Field,
        Code = """
            class Login
            {
                public string Run(string? code) => code is null
                    ? {|authorization:"https://server/authorize?response_type=code"|}
                    : {|token:$"code={code}"|};
            }
            """,
        FixedCode = """
            using Pkce;

            class Login
            {
                private ProofKey? _proofKey;

                public string Run(string? code) => code is null
                    ? $"https://server/authorize?response_type=code&code_challenge={(_proofKey = ProofKey.Create()).CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}"
                    : $"code={code}&code_verifier={_proofKey!.CodeVerifier}";
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("static string Url() => ", "class")]
    [InlineData("readonly string _url = ", "class")]
    [InlineData("string Url { get; } = ", "class")]
    [InlineData("string Url() => ", "struct")]
    public Task No_field_where_there_is_no_instance_to_keep_it(string member, string kind)
    {
        var code = $$"""
            #pragma warning disable CS0414, CS0649

            {{kind}} Login
            {
                public Login()
                {
                }

                {{member}}{|authorization:"https://server/authorize?response_type=code"|};

                string Form(string code) => {|token:$"code={code}"|};
            }
            """;
        return new ExchangeTest { Carrier = VerifierCarrier.Field, Code = code }.RunAsync();
    }
}
