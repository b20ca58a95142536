using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4001 for the settings of Orchard Core.</summary>
public sealed class OrchardCoreTests
{
    static readonly MetadataReference OpenId = Library.Compile("OrchardCore.OpenId", """
        namespace OrchardCore.OpenId.Settings
        {
            public class OpenIdServerSettings
            {
                public bool AllowAuthorizationCodeFlow { get; set; }
                public bool RequireProofKeyForCodeExchange { get; set; }
            }
        }

        namespace OrchardCore.OpenId.Services
        {
            public class OpenIdApplicationSettings
            {
                public bool RequireProofKeyForCodeExchange { get; set; }
            }
        }
        """);

    [Theory]
    [InlineData("new OpenIdServerSettings { AllowAuthorizationCodeFlow = true, {|PKCE4001:RequireProofKeyForCodeExchange = false|} }")]
    [InlineData("new OpenIdServerSettings { AllowAuthorizationCodeFlow = true, RequireProofKeyForCodeExchange = true }")]
    [InlineData("new OpenIdServerSettings { RequireProofKeyForCodeExchange = model.Required }")]
    [InlineData("new OpenIdApplicationSettings { {|PKCE4001:RequireProofKeyForCodeExchange = false|} }")]
    [InlineData("new OpenIdApplicationSettings { RequireProofKeyForCodeExchange = true }")]
    public async Task Settings(string settings)
    {
        var program = $$"""
            using OrchardCore.OpenId.Services;
            using OrchardCore.OpenId.Settings;

            class Model { public bool Required; }

            class Update(Model model)
            {
                object settings = {{settings}};
            }
            """;
        await PkceTest.VerifyWithAsync(OpenId, program);
        await PkceTest.VerifyUnresolvedAsync("OrchardCore.OpenId=2.0.0", "net8.0", program);
    }

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class OpenIdServerSettings
        {
            public bool RequireProofKeyForCodeExchange { get; set; }

            static OpenIdServerSettings Make() => new OpenIdServerSettings { RequireProofKeyForCodeExchange = false };
        }
        """);
}
