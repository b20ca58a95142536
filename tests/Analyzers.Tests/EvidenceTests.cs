using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>A finding is decided by what code does. A word in a comment, a name beside it, or how a project writes its framework decides nothing.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("// TODO: send code_challenge and code_verifier")]
    [InlineData("/* UsePkce, code_challenge, code_verifier */")]
    [InlineData("const string Unused = \"code_challenge and code_verifier\";")]
    public Task Words_that_code_does_not_use_silence_nothing(string words) => PkceTest.VerifyAsync($$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            {{words}}
            static void Add(IServiceCollection services) => services.AddAuthentication().{|PKCE2002:AddOAuth|}("example", options => options.ClientId = "app");
        }
        """);

    [Fact]
    public Task Challenge_without_a_verifier_is_no_PKCE_by_hand() => PkceTest.VerifyAsync(Events("", "{|PKCE2002:AddOAuth|}", """
        options.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            context.Response.Redirect(context.RedirectUri + "&code_challenge_method=S256&code_challenge=" + context.Properties.Items["challenge"]);
            return System.Threading.Tasks.Task.CompletedTask;
        };
        """));

    [Fact]
    public Task Another_login_of_the_file_makes_nothing_up() => PkceTest.VerifyAsync(Events("""
        static string Other(string challenge) => "https://other.example/authorize?response_type=code&client_id=a&code_challenge_method=S256&code_challenge=" + challenge;
        static string Redeem(string verifier) => "grant_type=authorization_code&code=x&code_verifier=" + verifier;
        """, "{|PKCE2002:AddOAuth|}", ""));

    [Fact]
    public Task Handler_that_a_registration_names_may_make_it_up() => PkceTest.VerifyAsync(Events("""
        static System.Threading.Tasks.Task Begin(Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions> context)
        {
            context.Response.Redirect(context.RedirectUri + "&code_challenge_method=S256&code_challenge=" + context.Properties.Items["challenge"]);
            context.Properties.Items["code_verifier"] = "kept";
            return System.Threading.Tasks.Task.CompletedTask;
        }
        """, "AddOAuth", "options.Events.OnRedirectToAuthorizationEndpoint = Begin;"));

    static string Events(string members, string method, string configuration) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            {{members}}
            static void Add(IServiceCollection services) => services.AddAuthentication().{{method}}("example", options =>
            {
                options.ClientId = "app";
                {{configuration}}
            });
        }
        """;

    /// <summary>PKCE of the OpenID Connect handler, made by hand in its events: right, into the wrong message, and half.</summary>
    [Theory]
    [InlineData("options.UsePkce = false;", "context.TokenEndpointRequest.SetParameter(\"code_verifier\", context.Properties.Items[\"v\"]);")]
    [InlineData("options.UsePkce = false;", "context.TokenEndpointRequest.Parameters.Add(\"code_verifier\", context.Properties.Items[\"v\"]);")]
    [InlineData("{|PKCE2001:options.UsePkce = false|};", "{|PKCE2003:context.ProtocolMessage.SetParameter(\"code_verifier\", context.Properties.Items[\"v\"])|};")]
    [InlineData("{|PKCE2001:options.UsePkce = false|};", "{|PKCE2003:context.ProtocolMessage.Parameters.Add(\"code_verifier\", context.Properties.Items[\"v\"])|};")]
    [InlineData("{|PKCE2001:options.UsePkce = false|};", "{|PKCE2003:context.ProtocolMessage.Parameters[\"code_verifier\"] = context.Properties.Items[\"v\"]|};")]
    [InlineData("{|PKCE2001:options.UsePkce = false|};", "System.Console.WriteLine(context.ProtocolMessage.Code);")]
    public Task Made_by_hand_in_events(string switched, string received) => PkceTest.VerifyUnresolvedAsync("", "net8.0", $$"""
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect("oidc", options =>
            {
                options.ResponseType = "code";
                {{switched}}
                options.Events.OnRedirectToIdentityProvider = context =>
                {
                    context.ProtocolMessage.SetParameter("code_challenge", context.Properties.Items["c"]);
                    context.ProtocolMessage.SetParameter("code_challenge_method", "S256");
                    return System.Threading.Tasks.Task.CompletedTask;
                };
                options.Events.OnAuthorizationCodeReceived = context =>
                {
                    {{received}}
                    return System.Threading.Tasks.Task.CompletedTask;
                };
            });
        }
        """);

    [Theory]
    [InlineData("net6", true)]
    [InlineData("net8", true)]
    [InlineData("net9.0", true)]
    [InlineData("net10", true)]
    [InlineData("net8-windows", true)]
    [InlineData("net48", false)]
    [InlineData("net472", false)]
    [InlineData("net35", false)]
    [InlineData("netcoreapp2.1", false)]
    public Task Frameworks_by_their_short_names(string framework, bool doesPkceByDefault) => PkceTest.VerifyUnresolvedAsync("", framework, $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services) => services.AddAuthentication().{{(doesPkceByDefault ? "AddOpenIdConnect" : "{|PKCE2002:AddOpenIdConnect|}")}}("oidc", options => options.ResponseType = "code");
        }
        """);

    [Theory]
    [InlineData("build_property.PkcePackageVersions = xunit.v3.mtp-v2=3.2.2", true)]
    [InlineData("build_property.PkcePackageVersions = xunit.v3=3.0.0", true)]
    [InlineData("build_property.PkcePackageVersions = TUnit=0.6.0", true)]
    [InlineData("build_property.PkcePackageVersions = MSTest.TestFramework=3.6.0|Moq=4.0.0", true)]
    [InlineData("build_property.PkcePackageVersions = Microsoft.NET.Test.Sdk=18.0.0", true)]
    [InlineData("build_property.IsTestingPlatformApplication = true", true)]
    [InlineData("build_property.PkcePackageVersions = xunitsomething=1.0.0", false)]
    [InlineData("build_property.PkcePackageVersions = Newtonsoft.Json=13.0.3", false)]
    public async Task Test_projects_by_their_packages(string property, bool isOfTests)
    {
        var test = new PkceTest
        {
            TestCode = """
                using System;

                class LoginTests
                {
                    string Url() => {|#0:"https://login.example.com/authorize?response_type=code&client_id=app"|};

                    [Fact]
                    public void Logs_in() { }
                }

                class FactAttribute : Attribute { }
                """,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + property));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1001", isOfTests ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Fact]
    public Task Locals_of_one_name_are_several() => PkceTest.VerifyAsync("""
        using System;
        using System.Buffers.Text;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            void Map(Action<string, Func<string>> map, Func<string> kept)
            {
                map("/begin", () =>
                {
                    var codeVerifier = Base64Url.EncodeToString({|PKCE3004:RandomNumberGenerator.GetBytes(24)|});
                    return "https://login.example.com/authorize?response_type=code&client_id=a&code_challenge_method=S256&code_challenge=" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)));
                });
                map("/end", () =>
                {
                    var codeVerifier = kept();
                    return "grant_type=authorization_code&code=x&client_id=a&code_verifier=" + codeVerifier;
                });
            }
        }
        """);

    /// <summary>A method that is left out is plain, and plain is turned away.</summary>
    [Theory]
    [InlineData("if (method == \"plain\") return false;", true)]
    [InlineData("if (method != \"S256\") return false;", true)]
    [InlineData("if (!string.Equals(method, \"S256\", StringComparison.Ordinal)) throw new InvalidOperationException();", true)]
    [InlineData("if (method is not \"S256\") { Console.WriteLine(method); return false; }", true)]
    [InlineData("if (challenge.Length < 43 || method == \"plain\") return false;", true)]
    [InlineData("if (method == \"plain\") return true;", false)]
    [InlineData("if (method == \"plain\") Console.WriteLine(method);", false)]
    [InlineData("if (method == \"S256\") return true;", false)]
    public Task Plain_that_is_turned_away(string check, bool isRefused) => PkceTest.VerifyAsync($$"""
        #nullable enable
        using System;
        using System.Collections.Specialized;

        class Validator
        {
            bool Validate(NameValueCollection raw)
            {
                var challenge = raw["code_challenge"];
                if (string.IsNullOrEmpty(challenge)) return false;
                var method = raw["code_challenge_method"];
                if (string.IsNullOrEmpty(method)) {{(isRefused ? "method = \"plain\"" : "{|PKCE4002:method = \"plain\"|}")}};
                {{check}}
                return method.Length > 0;
            }
        }
        """);

    /// <summary>Some servers compare with another text than RFC 7636's.</summary>
    [Theory]
    [InlineData("https://www.tiktok.com/v2/auth/authorize/", "Convert.ToHexString(hash).ToLowerInvariant()")]
    [InlineData("https://login.example.com/authorize", "{|PKCE3006:Convert.ToHexString(hash).ToLowerInvariant()|}")]
    [InlineData("https://www.tiktok.com.example.com/authorize", "{|PKCE3006:Convert.ToHexString(hash).ToLowerInvariant()|}")]
    public Task Transformation_that_a_provider_asks_for(string endpoint, string challenge) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Security.Cryptography;
        using System.Text;

        class Login
        {
            string Begin(string verifier)
            {
                var hash = SHA256.HashData(Encoding.ASCII.GetBytes(verifier));
                return "{{endpoint}}?response_type=code&client_key=a&redirect_uri=x&scope=s&code_challenge_method=S256&code_challenge=" + {{challenge}};
            }
        }
        """);
}
