using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE2003ResponseTypeFixTests
{
    [Fact]
    public Task Response_type_code_is_written() => Fixed<PKCE2003ResponseTypeFix>.VerifyAsync(
        """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Login
        {
            void One(OpenIdConnectOptions options) => {|PKCE2003:options.ResponseType = "code id_token"|};

            object Two() => new OpenIdConnectOptions
            {
                {|PKCE2003:ResponseType = "code" + " id_token"|}, // hybrid
                UsePkce = true,
            };
        }
        """,
        """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Login
        {
            void One(OpenIdConnectOptions options) => options.ResponseType = "code";

            object Two() => new OpenIdConnectOptions
            {
                ResponseType = "code", // hybrid
                UsePkce = true,
            };
        }
        """, libraries: Packages.OpenIdConnect);
}
