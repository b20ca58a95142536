using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE2002PkceOffByDefaultTests
{
    [Fact]
    public Task OAuth_handler_left_without_PKCE() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().{|PKCE2002:AddOAuth|}("Example", options =>
        {
            options.ClientId = "client";
            options.AuthorizationEndpoint = "https://login.example.com/authorize";
        });
        """);

    [Theory]
    [InlineData("options => options.UsePkce = true")]
    [InlineData("options => { if (options.ClientId is null) options.ClientId = \"x\"; options.UsePkce = !false; }")]
    [InlineData("Setup.Configure")]
    [InlineData("options => Setup.Configure(options)")]
    [InlineData("options => options.Apply()")]
    public Task OAuth_handler_with_PKCE(string configuration) => PkceTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().AddOAuth("Example", {{configuration}});

        static class Setup
        {
            public static void Configure(OAuthOptions options) => options.UsePkce = true;

            public static void Apply(this OAuthOptions options) => Configure(options);
        }
        """);

    [Theory]
    [InlineData("Setup.Configure")]
    [InlineData("options => Setup.Configure(options)")]
    [InlineData("options => options.Apply()")]
    public Task OAuth_handler_set_up_by_a_helper_without_PKCE(string configuration) => PkceTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication().{|PKCE2002:AddOAuth|}("Example", {{configuration}});

        static class Setup
        {
            public static void Configure(OAuthOptions options) => options.ClientId = "client";

            public static void Apply(this OAuthOptions options) => Configure(options);
        }
        """);

    [Theory]
    [InlineData("services.Configure<OAuthOptions>(\"Example\", options => options.UsePkce = true);")]
    [InlineData("services.PostConfigureAll<OAuthOptions>(options => options.UsePkce = true);")]
    [InlineData("services.AddOptions<OAuthOptions>(\"Example\").Configure(options => options.UsePkce = true);")]
    [InlineData("services.AddSingleton<Microsoft.Extensions.Options.IPostConfigureOptions<OAuthOptions>, WithPkce>();")]
    public Task Configured_elsewhere(string elsewhere) => PkceTest.VerifyAsync(
        """
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services) => services.AddAuthentication().AddOAuth("Example", options => { });
        }
        """,
        $$"""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        static class Proof
        {
            public static void Add(IServiceCollection services)
            {
                {{elsewhere}}
            }

            {{(elsewhere.Contains("WithPkce") ? "class WithPkce : IPostConfigureOptions<OAuthOptions> { public void PostConfigure(string? name, OAuthOptions options) => options.UsePkce = true; }" : "")}}
        }
        """);

    [Fact]
    public Task Configured_elsewhere_for_another_scheme() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services)
            {
                services.AddAuthentication().{|PKCE2002:AddOAuth|}("Example", options => { });
                services.Configure<OAuthOptions>("Other", options => options.UsePkce = true);
            }
        }
        """);

    [Fact]
    public Task Value_that_only_the_configuration_knows() => PkceTest.VerifyAsync("""
        using System;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services, IConfiguration configuration, Action<OAuthOptions> configure)
            {
                services.AddAuthentication().AddOAuth("One", options => configuration.GetSection("OAuth").Bind(options));
                services.AddAuthentication().AddOAuth("Two", options => configure(options));
                services.AddAuthentication().AddOAuth("Three", configure);
                services.AddAuthentication().AddOAuth("Four", options => options.UsePkce = configuration.GetValue<bool>("Pkce"));
            }
        }
        """);

    [Fact]
    public Task Options_of_the_program_that_derive_from_the_handlers() => PkceTest.VerifyAsync("""
        using Microsoft.AspNetCore.Authentication.OAuth;

        class {|PKCE2002:ExampleOptions|} : OAuthOptions
        {
            public ExampleOptions()
            {
                AuthorizationEndpoint = "https://login.example.com/authorize";
            }
        }

        class SafeOptions : OAuthOptions
        {
            public SafeOptions() => UsePkce = true;
        }

        abstract class CommonOptions : OAuthOptions;
        """);

    [Theory]
    [InlineData("Google", "7.0.0.0", true)]
    [InlineData("Google", "8.0.0.0", false)]
    [InlineData("Facebook", "7.0.0.0", true)]
    [InlineData("Facebook", "8.0.0.0", false)]
    [InlineData("MicrosoftAccount", "2.2.0.0", true)]
    [InlineData("MicrosoftAccount", "3.0.0.0", false)]
    public Task Default_by_version(string provider, string version, bool isOff) =>
        PkceTest.VerifyWithAsync(RemoteHandlers.Of(provider, version), TwoLogins(isOff ? $"{{|PKCE2002:Add{provider}|}}" : $"Add{provider}"));

    [Fact]
    public Task Default_of_the_handler_as_it_is_shipped() => PkceTest.VerifyWithAsync(Packages.GoogleHandler, TwoLogins("AddGoogle"));

    static string TwoLogins(string add) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services)
            {
                services.AddAuthentication().{{add}}(options => options.ClientId = "client");
                services.AddAuthentication().{{add}}();
            }
        }
        """;

    [Theory]
    [InlineData("Microsoft.AspNetCore.Authentication.Google=5.0.8", "net8.0", true)]
    [InlineData("Microsoft.AspNetCore.Authentication.Google=8.0.1", "net8.0", false)]
    [InlineData("Microsoft.AspNetCore.Authentication.Google=$(Version)", "net6.0", true)]
    [InlineData("", "netcoreapp3.1", true)]
    [InlineData("", "net8.0", false)]
    [InlineData("", "", false)]
    public Task Version_of_a_package_that_is_not_restored(string packages, string framework, bool isOff)
    {
        var add = isOff ? "{|PKCE2002:AddGoogle|}" : "AddGoogle";
        return PkceTest.VerifyUnresolvedAsync(packages, framework, $$"""
            using Microsoft.Extensions.DependencyInjection;

            static class Login
            {
                public static void Add(IServiceCollection services) => services.AddAuthentication().AddCookie().{{add}}(options => options.ClientId = "client");
            }
            """);
    }

    [Fact]
    public Task Package_that_is_not_restored_in_a_project_that_does_not_ask_for_it() => PkceTest.VerifyBrokenAsync("""
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services) => services.AddAuthentication().AddGitHub(options => options.ClientId = "client");
        }
        """);

    [Fact]
    public Task Provider_of_aspnet_contrib_and_its_namesakes() => PkceTest.VerifyUnresolvedAsync("AspNet.Security.OAuth.GitHub=9.0.0", "net9.0", """
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services, Menu menu)
            {
                services.AddAuthentication().{|PKCE2002:AddGitHub|}(options => options.ClientId = "client").AddTwitter(options => options.ConsumerKey = "key").AddOkta(options => options.UsePkce = true);
                menu.AddGitHub(options => options.ClientId = "client");
                services.AddGitHub("client");
            }
        }

        class Menu;
        """);

    [Fact]
    public Task OpenID_Connect_before_the_handler_could_do_PKCE() => PkceTest.VerifyUnresolvedAsync("", "netcoreapp2.1", """
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            public void Add(IServiceCollection services)
            {
                services.AddAuthentication().{|PKCE2002:AddOpenIdConnect|}(options => options.ResponseType = "code");
                services.AddAuthentication().AddOpenIdConnect(options => options.ClientId = "id token only");
            }
        }
        """);

    [Fact]
    public Task PKCE_made_by_hand_in_events() => PkceTest.VerifyUnresolvedAsync("", "netcoreapp2.1", """
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            public void Add(IServiceCollection services, string challenge)
            {
                services.AddAuthentication().AddOpenIdConnect(options =>
                {
                    options.ResponseType = "code";
                    options.Events.OnRedirectToIdentityProvider = context => context.ProtocolMessage.SetParameter("code_challenge", challenge);
                    options.Events.OnAuthorizationCodeReceived = context => context.TokenEndpointRequest.SetParameter("code_verifier", context.Properties.Items["verifier"]);
                });
            }
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        using System;

        class OAuthOptions
        {
            public string? ClientId;
        }

        static class Builder
        {
            static void AddOAuth(string name, Action<OAuthOptions> configure) => configure(new OAuthOptions());

            static void Run() => AddOAuth("pkce", options => options.ClientId = "client");
        }
        """);

    [Theory]
    [InlineData("new AuthorizationCodeInstalledApp(flow, new LocalServerCodeReceiver())", true)]
    [InlineData("new UserCredential(flow, \"user\", token)", false)]
    public Task Google_flow_that_logs_in(string use, bool isOff) => PkceTest.VerifyUnresolvedAsync("Google.Apis.Drive.v3=1.68.0.1", "net8.0", $$"""
        using Google.Apis.Auth.OAuth2;
        using Google.Apis.Auth.OAuth2.Flows;

        class Login
        {
            object Make(object initializer, object token)
            {
                var flow = new {{(isOff ? "{|PKCE2002:GoogleAuthorizationCodeFlow|}" : "GoogleAuthorizationCodeFlow")}}(initializer);
                return {{use}};
            }
        }
        """);

    [Theory]
    [InlineData("Google.Apis.Drive.v3=1.51.0.2265", "{|PKCE2002:AuthorizeAsync|}(secrets, scopes, \"user\")")]
    [InlineData("Google.Apis.Auth=1.68.0", "AuthorizeAsync(secrets, scopes, \"user\")")]
    [InlineData("", "AuthorizeAsync(secrets, scopes, \"user\")")]
    [InlineData("Google.Apis.Auth=1.68.0", "{|PKCE2001:AuthorizeAsync|}(secrets, scopes, \"user\", usePkce: false)")]
    public Task Google_broker(string packages, string call) => PkceTest.VerifyUnresolvedAsync(packages, "net8.0", $$"""
        using Google.Apis.Auth.OAuth2;

        class Login
        {
            object Make(ClientSecrets secrets, string[] scopes) => GoogleWebAuthorizationBroker.{{call}};
        }
        """);
}
