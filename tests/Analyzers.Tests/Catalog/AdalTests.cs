using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1001 and PKCE1004 for ADAL.NET, which cannot do PKCE.</summary>
public sealed class AdalTests
{
    [Theory]
    [InlineData("context.{|PKCE1001:GetAuthorizationRequestUrlAsync|}(\"https://graph.example.com\", \"app\", redirect, null, null)")]
    [InlineData("context.{|PKCE1004:AcquireTokenByAuthorizationCodeAsync|}(code, redirect, credential)")]
    [InlineData("context.AcquireTokenAsync(\"https://graph.example.com\", credential)")]
    public async Task Requests(string call)
    {
        var program = $$"""
            using System;
            using Microsoft.IdentityModel.Clients.ActiveDirectory;

            class Login
            {
                object Run(AuthenticationContext context, ClientCredential credential, Uri redirect, string code) => {{call}};
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.Adal, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.IdentityModel.Clients.ActiveDirectory=5.2.9", "net48", program);
    }

    [Fact]
    public Task Same_names_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class AuthenticationContext
        {
            public string AcquireTokenByAuthorizationCodeAsync(string code, string redirectUri) => code + redirectUri;

            static string Run(AuthenticationContext context) => context.AcquireTokenByAuthorizationCodeAsync("", "");
        }
        """);
}
