using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE2001SettingFixTests
{
    [Fact]
    public Task Value_is_replaced_and_nothing_else() => Fixed<PKCE2001SettingFix>.VerifyAsync(
        """
        using Microsoft.AspNetCore.Authentication.OAuth;

        class App
        {
            const bool Off = false;

            object[] All() =>
            [
                new OAuthOptions { {|PKCE2001:UsePkce = false|} }, // the provider cannot
                new OAuthOptions
                {
                    {|PKCE2001:UsePkce /* why? */ = Off|},
                },
            ];
        }
        """,
        """
        using Microsoft.AspNetCore.Authentication.OAuth;

        class App
        {
            const bool Off = false;

            object[] All() =>
            [
                new OAuthOptions { UsePkce = true }, // the provider cannot
                new OAuthOptions
                {
                    UsePkce /* why? */ = true,
                },
            ];
        }
        """);

    [Fact]
    public Task OAuth_options() => Fixed<PKCE2001SettingFix>.VerifyAsync(
        """
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOAuth("one", options =>
        {
            {|PKCE2001:options.UsePkce = false|}; // the provider refuses it
        });
        builder.Services.Configure<OAuthOptions>("two", options => {|PKCE2001:options.UsePkce = false|});
        """,
        """
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOAuth("one", options =>
        {
            options.UsePkce = true; // the provider refuses it
        });
        builder.Services.Configure<OAuthOptions>("two", options => options.UsePkce = true);
        """);
}
