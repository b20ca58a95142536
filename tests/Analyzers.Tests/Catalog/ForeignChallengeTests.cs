using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2003 for challenges that a program adds to the request of a library, or takes out of it.</summary>
public sealed class ForeignChallengeTests
{
    [Theory]
    [InlineData("options.AdditionalAuthorizationParameters[{|PKCE2003:\"code_challenge\"|}] = value;")]
    [InlineData("options.AdditionalAuthorizationParameters.Add({|PKCE2003:\"code_challenge\"|}, value);")]
    [InlineData("options = new OpenIdConnectOptions { AdditionalAuthorizationParameters = { { {|PKCE2003:\"code_challenge\"|}, value } } };")]
    [InlineData("options = new OpenIdConnectOptions { AdditionalAuthorizationParameters = { [{|PKCE2003:\"code_challenge\"|}] = value } };")]
    [InlineData("options.AdditionalAuthorizationParameters[\"prompt\"] = value;")]
    [InlineData("options.AdditionalAuthorizationParameters[\"code_challenge\"] = value; verifiers[\"code_verifier\"] = value;")]
    public async Task Added(string code)
    {
        var program = $$"""
            using System.Collections.Generic;
            using Microsoft.AspNetCore.Authentication.OpenIdConnect;

            static class Setup
            {
                static void Set(OpenIdConnectOptions options, Dictionary<string, string> verifiers, string value)
                {
                    {{code}}
                }
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.OpenIdConnect, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.AspNetCore.Authentication.OpenIdConnect=9.0.0", "net9.0", program);
    }

    [Theory]
    [InlineData("{|PKCE2003:context.ProtocolMessage.Parameters.Remove(\"code_challenge\")|}")]
    [InlineData("context.ProtocolMessage.Parameters.Remove(\"prompt\")")]
    [InlineData("context.ProtocolMessage.Parameters.ContainsKey(\"code_challenge\")")]
    public async Task Taken_out(string call)
    {
        var program = $$"""
            using Microsoft.IdentityModel.Protocols.OpenIdConnect;

            class Context { public OpenIdConnectMessage ProtocolMessage { get; set; } = null!; }

            static class Events
            {
                static void Redirect(Context context) => {{call}};
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.OpenIdConnect, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.AspNetCore.Authentication.OpenIdConnect=9.0.0", "net9.0", program);
    }

    [Fact]
    public Task By_the_name_of_a_local() => PkceTest.VerifyWithAsync(Packages.OpenIdConnect, """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication.OpenIdConnect;

        class Events : OpenIdConnectEvents
        {
            public override Task RedirectToIdentityProvider(RedirectContext context)
            {
                var parameters = context.ProtocolMessage.Parameters;
                {|PKCE2003:parameters.Remove("code_challenge")|};
                var message = context.ProtocolMessage;
                {|PKCE2003:message.SetParameter("code_challenge", null)|};
                {|PKCE2003:message.Parameters["code_challenge"] = null|};
                message.SetParameter("acr_values", null);
                Log(message);
                return Task.CompletedTask;
            }

            static void Log(object message)
            {
                System.Collections.Generic.Dictionary<string, string> parameters = new() { ["message"] = message.ToString()! };
                parameters.Remove("code_challenge");
            }
        }
        """);

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class OpenIdConnectOptions
        {
            public Dictionary<string, string> AdditionalAuthorizationParameters { get; } = [];
            public OpenIdConnectOptions ProtocolMessage => this;
            public Dictionary<string, string> Parameters { get; } = [];

            void Set()
            {
                AdditionalAuthorizationParameters["code_challenge"] = "x";
                ProtocolMessage.Parameters.Remove("code_challenge");
            }
        }
        """);
}
