using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1005 for Blazor WebAssembly authentication.</summary>
public sealed class BlazorTests
{
    static readonly MetadataReference Authentication = Library.Compile("Microsoft.AspNetCore.Components.WebAssembly.Authentication", """
        using System;
        using Microsoft.Extensions.DependencyInjection;

        namespace Microsoft.AspNetCore.Components.WebAssembly.Authentication
        {
            public class OidcProviderOptions
            {
                public string Authority { get; set; }
                public string ResponseType { get; set; }
            }

            public class RemoteAuthenticationOptions<TProviderOptions> where TProviderOptions : new()
            {
                public TProviderOptions ProviderOptions { get; } = new();
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.AspNetCore.Components.WebAssembly.Authentication;

            public static class WebAssemblyAuthenticationServiceCollectionExtensions
            {
                public static void AddOidcAuthentication(this IServiceCollection services, Action<RemoteAuthenticationOptions<OidcProviderOptions>> configure) { }
            }
        }
        """);

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
        await PkceTest.VerifyWithAsync(Authentication, program);
        await PkceTest.VerifyUnresolvedAsync("Microsoft.AspNetCore.Components.WebAssembly.Authentication=8.0.0", "net8.0", program);
    }

    [Fact]
    public Task Options_that_are_handed_on() => PkceTest.VerifyWithAsync(Authentication, """
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
