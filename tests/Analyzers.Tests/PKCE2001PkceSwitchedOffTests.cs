using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE2001PkceSwitchedOffTests
{
    [Fact]
    public Task OAuth_handler_with_PKCE_off() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOAuth("GitHub", options =>
        {
            options.ClientId = "client";
            {|PKCE2001:options.UsePkce = false|};
        });
        """);

    [Fact]
    public Task OAuth_handler_with_PKCE_on() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOAuth("GitHub", options => options.UsePkce = true);
        """);

    [Fact]
    public Task OpenID_Connect_handler_with_PKCE_off() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOpenIdConnect(options =>
        {
            options.Authority = "https://login.example.com";
            options.ResponseType = "code";
            {|PKCE2001:options.UsePkce = false|};
        });
        """);

    [Fact]
    public Task Object_initializer_and_target_typed_new() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Settings
        {
            OpenIdConnectOptions openId = new() { ClientId = "client", {|PKCE2001:UsePkce = false|} };
            OAuthOptions oauth = new OAuthOptions { {|PKCE2001:UsePkce = false|} };
        }
        """);

    [Fact]
    public Task Another_name_of_the_options() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOpenIdConnect(options =>
        {
            var openId = options;
            openId.Authority = "https://login.example.com";
            openId.ResponseType = "code";
            {|PKCE2001:openId.UsePkce = false|};
        });
        """);

    [Fact]
    public Task Objects_of_one_name_are_told_apart() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;

        class Defaults { public bool UsePkce { get; set; } }

        class Setup
        {
            public void Add(IServiceCollection services)
            {
                services.AddAuthentication().AddOpenIdConnect("first", options =>
                {
                    options.ResponseType = "code";
                    Nested(options => options.UsePkce = false);
                });
                services.AddAuthentication().AddOpenIdConnect("second", options =>
                {
                    options.ResponseType = "code";
                    {|PKCE2001:options.UsePkce = false|};
                });
            }

            static void Nested(System.Action<Defaults> set) => set(new Defaults());
        }
        """);

    [Theory]
    [InlineData("{|PKCE2001:options.UsePkce = false|}", "services.AddProvider(options => options.SaveTokens = true);")]
    [InlineData("options.UsePkce = false", "services.AddProvider(options => options.UsePkce = true);")]
    [InlineData("{|PKCE2001:options.UsePkce = false|}", "services.AddProvider(null);")]
    public Task Callers_have_the_last_word(string written, string call) => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, $$"""
        using System;
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;

        static class Provider
        {
            public static void AddProvider(this IServiceCollection services, Action<OpenIdConnectOptions>? configure) =>
                services.AddAuthentication().AddOpenIdConnect(options =>
                {
                    options.ResponseType = "code";
                    {{written}};
                    configure?.Invoke(options);
                });
        }

        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                {{call}}
            }
        }
        """);

    [Fact]
    public Task Constant_that_is_false() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class Settings
        {
            const bool LegacyProvider = true;

            void Configure(OAuthOptions options) => {|PKCE2001:options.UsePkce = !LegacyProvider|};
        }
        """);

    [Fact]
    public Task Options_derived_from_the_handlers() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class GitHubOptions : OAuthOptions
        {
            public GitHubOptions()
            {
                ClientId = "client";
                {|PKCE2001:UsePkce = false|};
            }
        }

        class Settings
        {
            void Configure(GitHubOptions options) => {|PKCE2001:options.UsePkce = false|};
        }
        """);

    [Fact]
    public Task Extension_method_local_function_and_conditional_access() => PkceTest.VerifyAsync("""
        using System;
        using Microsoft.AspNetCore.Authentication.OAuth;

        static class Settings
        {
            public static void WithoutPkce(this OAuthOptions options) => {|PKCE2001:options.UsePkce = false|};

            static void Configure(OAuthOptions? options)
            {
                Apply();
                Action later = delegate { {|PKCE2001:options!.UsePkce = false|}; };
                later();

                void Apply()
                {
                    options?{|PKCE2001:.UsePkce = false|};
                }
            }
        }
        """);

    [Fact]
    public Task Value_read_from_configuration() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.Configuration;

        class Settings(IConfiguration configuration)
        {
            void Configure(OAuthOptions options)
            {
                options.UsePkce = configuration.GetValue<bool>("OAuth:UsePkce");
                options.UsePkce = bool.Parse(configuration["OAuth:UsePkce"]!);
            }
        }
        """);

    [Fact]
    public Task Setting_that_is_only_read() => PkceTest.VerifyAsync("""
        using System;
        using Microsoft.AspNetCore.Authentication.OAuth;

        class Settings
        {
            void Show(OAuthOptions options)
            {
                if (options.UsePkce == false)
                    throw new InvalidOperationException("PKCE is off");
                bool UsePkce = false;
                Console.WriteLine(UsePkce);
            }
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        namespace MyApp;

        class OAuthOptions
        {
            public bool UsePkce { get; set; }
        }

        class ExportSettings
        {
            public bool UsePkce;
        }

        class Program
        {
            static void Main()
            {
                var options = new OAuthOptions { UsePkce = false };
                options.UsePkce = false;
                new ExportSettings().UsePkce = false;
            }
        }
        """);

    [Fact]
    public Task Property_that_hides_the_handlers_one() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class {|PKCE2002:Options|} : OAuthOptions
        {
            public new bool UsePkce { get; set; }
        }

        class Settings
        {
            void Configure(Options options) => options.UsePkce = false;
        }
        """);

    [Fact]
    public Task Partial_class_in_two_files() => PkceTest.VerifyAsync(
        """
        using Microsoft.AspNetCore.Authentication.OAuth;

        partial class Settings
        {
            OAuthOptions options = new();
        }
        """,
        """
        partial class Settings
        {
            void SwitchOff() => {|PKCE2001:options.UsePkce = false|};
        }
        """);

    [Fact]
    public Task Package_that_is_not_restored() => PkceTest.VerifyBrokenAsync("""
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Settings
        {
            void Configure(OpenIdConnectOptions options) => options.UsePkce = false;
        }
        """);

    [Fact]
    public Task Half_typed_statement() => PkceTest.VerifyBrokenAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class Settings
        {
            void Configure(OAuthOptions options, OAuthOptions other)
            {
                options.UsePkce = ;
                options.UsePkce
                {|PKCE2001:options.UsePkce = false|}
                other.UsePkce = fal
            }
        """);

    [Fact]
    public Task Pragma_silences_one_place() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class Settings
        {
            void Configure(OAuthOptions first, OAuthOptions second)
            {
                {|PKCE2001:first.UsePkce = false|};
        #pragma warning disable PKCE2001 // This provider rejects unknown parameters.
                second.UsePkce = false;
            }
        }
        """);

    [Fact]
    public Task Generated_code() => PkceTest.VerifyAsync("""
        // <auto-generated/>
        using Microsoft.AspNetCore.Authentication.OAuth;

        class Settings
        {
            void Configure(OAuthOptions options) => options.UsePkce = false;
        }
        """);
}
