using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

public sealed class PKCE2003PkceWithoutEffectTests
{
    [Theory]
    [InlineData("code id_token")]
    [InlineData("code token")]
    [InlineData("id_token code token")]
    [InlineData("Code")]
    public Task Response_type_for_which_the_handler_does_no_PKCE(string type)
    {
        var frontChannel = type.Contains(" token");
        var assignment = frontChannel ? $"{{|PKCE1005:{{|PKCE2003:options.ResponseType = \"{type}\"|}}|}}" : $"{{|PKCE2003:options.ResponseType = \"{type}\"|}}";
        return PkceTest.VerifyWithAsync(Packages.OpenIdConnect, $$"""
            using Microsoft.Extensions.DependencyInjection;

            static class Login
            {
                public static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect(options =>
                {
                    {{assignment}};
                    options.UsePkce = true;
                });
            }
            """);
    }

    [Theory]
    [InlineData("options.ResponseType = \"code\";")]
    [InlineData("options.ResponseType = \"id_token\";")]
    [InlineData("options.ResponseType = \"code id_token\"; options.ResponseType = \"code\";")]
    [InlineData("options.ResponseType = System.Environment.GetEnvironmentVariable(\"TYPE\")!;")]
    [InlineData("")]
    public Task Response_type_that_is_fine_or_not_known(string code) => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect(options => { {{code}} });
        }
        """);

    [Fact]
    public Task Named_options_class_and_helper() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        class Hybrid : IConfigureNamedOptions<OpenIdConnectOptions>
        {
            const string Type = "code id_token";

            public void Configure(string? name, OpenIdConnectOptions options) => {|PKCE2003:options.ResponseType = Type|};

            public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);
        }

        static class Login
        {
            public static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect(options => Apply(options));

            static void Apply(OpenIdConnectOptions options) => {|PKCE2003:options.ResponseType = "code id_token"|};
        }
        """);

    [Fact]
    public Task Katana_with_its_default_response_type() => PkceTest.VerifyWithAsync(Katana.Of("4.2.0.0"), """
        using Microsoft.Owin.Security.OpenIdConnect;

        class Startup
        {
            OpenIdConnectAuthenticationOptions usual = new {|PKCE2003:OpenIdConnectAuthenticationOptions|} { ClientId = "client" };
            OpenIdConnectAuthenticationOptions hybrid = new OpenIdConnectAuthenticationOptions { {|PKCE2003:ResponseType = "code id_token"|} };
            OpenIdConnectAuthenticationOptions code = new OpenIdConnectAuthenticationOptions { ResponseType = "code", RedeemCode = true };
            OpenIdConnectAuthenticationOptions idToken = new OpenIdConnectAuthenticationOptions { ResponseType = "id_token" };

            object Later()
            {
                var options = new OpenIdConnectAuthenticationOptions { ClientId = "client" };
                options.ResponseType = "code";
                return options;
            }
        }
        """);

    [Fact]
    public Task Katana_before_it_could_do_PKCE() => PkceTest.VerifyWithAsync(Katana.Of("4.1.1.0"), """
        using Microsoft.Owin.Security.OpenIdConnect;

        class Startup
        {
            object code = new {|PKCE2002:OpenIdConnectAuthenticationOptions|} { ResponseType = "code", RedeemCode = true };
        }
        """);

    [Theory]
    [InlineData("7.0.0.0", true)]
    [InlineData("8.0.0.0", false)]
    public Task Google_handler_that_ignores_the_switch(string version, bool isIgnored) => PkceTest.VerifyWithAsync(
        RemoteHandlers.Of("Google", version), GoogleLogin(isIgnored ? "{|PKCE2003:options.UsePkce = true|}" : "options.UsePkce = true"));

    [Fact]
    public Task Google_handler_as_it_is_shipped() => PkceTest.VerifyWithAsync(Packages.GoogleHandler, GoogleLogin("options.UsePkce = true"));

    static string GoogleLogin(string write) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            public static void Add(IServiceCollection services) => services.AddAuthentication().AddGoogle(options => {{write}});
        }
        """;

    [Fact]
    public Task Constant_of_a_package_that_is_not_restored() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.IdentityModel.Protocols.OpenIdConnect;

        static class Login
        {
            public static void Add(IServiceCollection services)
            {
                services.AddAuthentication().AddOpenIdConnect(options => {|PKCE2003:options.ResponseType = OpenIdConnectResponseType.CodeIdToken|});
                services.AddAuthentication().AddOpenIdConnect(options => options.ResponseType = OpenIdConnectResponseType.Code);
                services.Configure<OpenIdConnectOptions>("scheme", options => {|PKCE2003:options.ResponseType = "code id_token"|});
            }
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyUnresolvedAsync("", "net8.0", """
        using Other.OpenIdConnect;

        class OpenIdConnectAuthenticationOptions
        {
            public string ResponseType { get; set; } = "";
        }

        class Startup
        {
            object own = new OpenIdConnectAuthenticationOptions { ResponseType = "code id_token" };
            object others = new OpenIdConnectOptions { ResponseType = "code id_token" };
        }
        """);

    [Theory]
    [InlineData("{|PKCE2003:context.ProtocolMessage.ResponseType = \"code\"|}")]
    [InlineData("context.ProtocolMessage.ResponseType = \"id_token\"")]
    public Task Response_type_raised_in_an_event(string statement) => PkceTest.VerifyUnresolvedAsync("", "net8.0", $$"""
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;

        static class Login
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect(options =>
                options.Events.OnRedirectToIdentityProvider = context => { {{statement}}; });
        }
        """);

    [Theory]
    [InlineData("protected override string {|PKCE2003:BuildChallengeUrl|}(AuthenticationProperties properties, string redirectUri) => \"https://login.example.com/authorize\";")]
    [InlineData("protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) => base.BuildChallengeUrl(properties, redirectUri) + \"&x=y\";")]
    [InlineData("protected override Task<OAuthTokenResponse> {|PKCE2003:ExchangeCodeAsync|}(OAuthCodeExchangeContext context) => Task.FromResult(OAuthTokenResponse.Failed(new Exception(context.Code)));")]
    [InlineData("protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context) => Task.FromResult(OAuthTokenResponse.Failed(new Exception(context.Properties.Items[OAuthConstants.CodeVerifierKey])));")]
    public Task Handler_override(string member) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Text.Encodings.Web;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.OAuth;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        class ExampleHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<OAuthOptions>(options, logger, encoder)
        {
            {{member}}
        }
        """);

    [Fact]
    public async Task Value_of_a_project_that_is_referred_to()
    {
        var framework = Frameworks.AspNetCore;
        var other = CSharpCompilation.Create("Other", [CSharpSyntaxTree.ParseText("public static class Types { public static readonly string Hybrid = \"code id_token\"; public const string Same = Hybrid2; const string Hybrid2 = \"code id_token\"; }")],
            framework, new(OutputKind.DynamicallyLinkedLibrary));
        await PkceTest.VerifyWithAsync([.. Packages.OpenIdConnect, other.ToMetadataReference()], """
            using Microsoft.AspNetCore.Authentication.OpenIdConnect;

            class Login
            {
                void Known(OpenIdConnectOptions options) => {|PKCE2003:options.ResponseType = Types.Same|};

                void Unknown(OpenIdConnectOptions options) => options.ResponseType = Types.Hybrid;
            }
            """);
    }
}
