using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE1005FrontChannelTokenTests
{
    [Fact]
    public async Task Message_says_what_to_use()
    {
        var test = new PkceTest
        {
            TestCode = """
                class Login
                {
                    string Url() => {|#0:"https://login.example.com/authorize?response_type=token&client_id=app"|};
                }
                """,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1005", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
            "The client's authorization request asks for a token in the front channel, where PKCE cannot protect it: use response_type=code with PKCE"));
        await test.RunAsync();
    }

    public static TheoryData<string> FrontChannel => new()
    {
        """
        class IdTokenToken
        {
            string Url() => {|PKCE1005:"https://login.example.com/authorize?response_type=id_token%20token&client_id=app&nonce=n"|};
        }
        """,
        """
        class IdTokenTokenWithPlus
        {
            string Url() => {|PKCE1005:"https://login.example.com/authorize?response_type=id_token+token&client_id=app&nonce=n"|};
        }
        """,
        """
        class Interpolation
        {
            string Url(string clientId) => $"https://login.example.com/authorize?client_id={clientId}{|PKCE1005:&response_type=token&redirect_uri=https://app.example.com|}";
        }
        """,
        """
        class ConstantInHole
        {
            const string Token = "token";

            string Url(string clientId) => $"https://login.example.com/authorize?client_id={clientId}{|PKCE1005:&response_type=|}{Token}";
        }
        """,
        """
        class Concatenation
        {
            string Url(string clientId) => "https://login.example.com/authorize?client_id=" + clientId + {|PKCE1005:"&response_type="|} + "token";
        }
        """,
        """
        class Format
        {
            string Url(string clientId) => string.Format({|PKCE1005:"https://login.example.com/authorize?client_id={0}&response_type={1}"|}, clientId, "token");
        }
        """,
        """
        using System.Collections.Generic;

        class Entries
        {
            Dictionary<string, string> Parameters() => new() { {|PKCE1005:["response_type"] = "token"|}, ["client_id"] = "app" };
        }
        """,
        """
        using System.Collections.Specialized;

        class Statements
        {
            NameValueCollection Parameters()
            {
                var parameters = new NameValueCollection();
                parameters.Add("client_id", "app");
                {|PKCE1005:parameters.Add("response_type", "token")|};
                return parameters;
            }
        }
        """,
        """
        using System.Text;

        class Builder
        {
            string Url(string clientId) => new StringBuilder("https://login.example.com/authorize?client_id=").Append(clientId).Append({|PKCE1005:"&response_type=token"|}).ToString();
        }
        """,
        """
        class AnonymousObject
        {
            object Parameters() => new { {|PKCE1005:response_type = "token"|}, client_id = "app" };
        }
        """,
        """
        using Microsoft.AspNetCore.WebUtilities;

        class Helpers
        {
            string Url() => {|PKCE1005:QueryHelpers.AddQueryString("https://login.example.com/authorize?client_id=app", "response_type", "token")|};
        }
        """,
    };

    [Theory, MemberData(nameof(FrontChannel))]
    public Task Token_however_it_is_written(string program) => PkceTest.VerifyAsync(program);

    [Fact]
    public Task Code_and_token_lack_the_challenge_too() => PkceTest.VerifyAsync("""
        class Hybrid
        {
            string Bad() => {|PKCE1005:{|PKCE1001:"https://login.example.com/authorize?response_type=code%20token&client_id=app"|}|};

            string WithChallenge(string challenge) => {|PKCE1005:"https://login.example.com/authorize?response_type=code%20token&client_id=app&code_challenge_method=S256&code_challenge="|} + challenge;
        }
        """);

    [Fact]
    public Task Response_types_without_a_token() => PkceTest.VerifyAsync("""
        class Login
        {
            string Code(string challenge) => "https://login.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=" + challenge;

            string IdToken() => "https://login.example.com/authorize?response_type=id_token&client_id=app&nonce=n";

            string None() => "https://login.example.com/authorize?response_type=none&client_id=app";

            string Hybrid(string challenge) => "https://login.example.com/authorize?response_type=code%20id_token&client_id=app&nonce=n&code_challenge_method=S256&code_challenge=" + challenge;

            string Unknown(string type) => "https://login.example.com/authorize?client_id=app&response_type=" + type;

            string Other() => "https://api.example.com/search?response_type=token";
        }
        """);

    [Fact]
    public Task Either_code_or_token() => PkceTest.VerifyAsync("""
        class Login
        {
            string Url(bool implicitFlow, string challenge) =>
                $"{|PKCE1005:https://login.example.com/authorize?client_id=app&response_type=|}{(implicitFlow ? "token" : "code")}&code_challenge={challenge}&code_challenge_method=S256";
        }
        """);

    [Fact]
    public Task Server_and_constants() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        static class Server
        {
            public const string ResponseType = "response_type";
            public const string Token = "token";

            static Dictionary<string, string[]> Metadata() => new() { ["response_types_supported"] = ["code", "token", "id_token token"] };

            static bool IsImplicit(IDictionary<string, string> query) => query[ResponseType] == Token && query["client_id"] != "";
        }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        class Login
        {
            string New() => {|PKCE1005:"https://new.example.com/authorize?response_type=token&client_id=app"|};
        #pragma warning disable PKCE1005 // This provider offers the implicit grant only.
            string Old() => "https://old.example.com/authorize?response_type=token&client_id=app";
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        class Login
        {
            string Url()
            {
                var url = {|PKCE1005:"https://login.example.com/authorize?response_type=token&client_id=app"|}
                url.
            }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        class Login
        {
            string Url() => "https://login.example.com/authorize?response_type=token&client_id=app";
        }
        """);
}
