using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>The marker that a person completes with a reason.</summary>
public sealed class PKCE1001WithoutProofKeyFixTests
{
    [Fact]
    public Task Call_of_the_Runtime() => VerifyAsync(
        """
        class Login
        {
            public string Url(string state) => {|PKCE1001:"https://as.example/authorize?response_type=code&client_id=app&state="|} + state;
        }
        """,
        """
        using Pkce;

        class Login
        {
            public string Url(string state)
            {
                {|PKCE9001:NoPkce.Because("")|};
                return {|PKCE1001:"https://as.example/authorize?response_type=code&client_id=app&state="|} + state;
            }
        }
        """);

    [Fact]
    public Task Comment_without_the_Runtime() => VerifyAsync(
        """
        class Login
        {
            public string Url(string state)
            {
                return {|PKCE1001:"https://as.example/authorize?response_type=code&client_id=app&state="|} + state;
            }
        }
        """,
        """
        class Login
        {
            public string Url(string state)
            {
                {|PKCE9001:// pkce: disable PKCE1001 |}
                return {|PKCE1001:"https://as.example/authorize?response_type=code&client_id=app&state="|} + state;
            }
        }
        """,
        hasRuntime: false);

    static Task VerifyAsync(string source, string marked, bool hasRuntime = true) =>
        Fixed<PKCE1001WithoutProofKeyFix>.VerifyOnceAsync(source, marked, hasRuntime);
}
