using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE2001SettingFixTests
{
    [Fact]
    public Task Value_is_replaced_and_nothing_else() => new SettingTest
    {
        Code = """
            class Options { public bool UsePkce { get; set; } }

            class App
            {
                const bool Off = false;

                object[] All() =>
                [
                    new Options { UsePkce = {|setting:false|} }, // the provider cannot
                    new Options
                    {
                        UsePkce /* why? */ = {|setting:Off|},
                    },
                ];
            }
            """,
        FixedCode = """
            class Options { public bool UsePkce { get; set; } }

            class App
            {
                const bool Off = false;

                object[] All() =>
                [
                    new Options { UsePkce = true }, // the provider cannot
                    new Options
                    {
                        UsePkce /* why? */ = true,
                    },
                ];
            }
            """,
    }.RunAsync();

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
