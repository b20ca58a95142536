using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1005 for Blazor WebAssembly authentication.</summary>
public sealed class BlazorTests
{
    [Theory]
    [InlineData("options => {|PKCE1005:options.ProviderOptions.ResponseType = \"id_token token\"|}")]
    [InlineData("options => options.ProviderOptions.ResponseType = \"code\"")]
    [InlineData("options => options.ProviderOptions.ResponseType = \"id_token\"")]
    [InlineData("options => options.ProviderOptions.Authority = \"https://login.example.com\"")]
    public async Task Options(string configuration)
    {
        var program = $$"""
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                static void Add(IServiceCollection services) => services.AddOidcAuthentication({{configuration}});
            }
            """;
        await PkceTest.VerifyWithAsync(Packages.BlazorAuthentication, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.AspNetCore.Components.WebAssembly.Authentication=8.0.0", "net8.0", program);
    }

    [Fact]
    public Task Options_that_are_handed_on() => PkceTest.VerifyWithAsync(Packages.BlazorAuthentication, """
        using Microsoft.AspNetCore.Components.WebAssembly.Authentication;

        static class Setup
        {
            static void Set(OidcProviderOptions options) => {|PKCE1005:options.ResponseType = "token"|};
        }
        """);

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class OidcProviderOptions
        {
            public string? ResponseType { get; set; }

            static OidcProviderOptions Make() => new OidcProviderOptions { ResponseType = "id_token token" };
        }
        """);
}
