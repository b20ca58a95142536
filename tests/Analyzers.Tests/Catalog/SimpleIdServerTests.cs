using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4002 for the options of SimpleIdServer.</summary>
public sealed class SimpleIdServerTests
{
    static readonly MetadataReference Server = Library.Compile("SimpleIdServer.IdServer", "7.0.0.0", """
        using System;
        using Microsoft.Extensions.DependencyInjection;

        namespace SimpleIdServer.IdServer.Options
        {
            public class IdServerHostOptions
            {
                public string Authority { get; set; }
                public string DefaultCodeChallengeMethod { get; set; } = "plain";
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class ServiceCollectionExtensions
            {
                public static void AddSIDIdentityServer(this IServiceCollection services, Action<SimpleIdServer.IdServer.Options.IdServerHostOptions> configure) { }
            }
        }
        """);

    [Theory]
    [InlineData("AddSIDIdentityServer(options => {|PKCE4002:options.DefaultCodeChallengeMethod = \"plain\"|})")]
    [InlineData("AddSIDIdentityServer(options => options.DefaultCodeChallengeMethod = \"S256\")")]
    [InlineData("AddSIDIdentityServer(options => options.DefaultCodeChallengeMethod = method)")]
    [InlineData("Configure<SimpleIdServer.IdServer.Options.IdServerHostOptions>(options => {|PKCE4002:options.DefaultCodeChallengeMethod = \"plain\"|})")]
    public Task Method_that_is_assumed(string code) => PkceTest.VerifyWithAsync(Server, Program(code));

    [Fact]
    public async Task Default_is_advice()
    {
        var test = new PkceTest { TestCode = Program("{|#0:AddSIDIdentityServer|}(options => options.Authority = \"https://id.example.com\")") };
        test.TestState.AdditionalReferences.Add(Server);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE4002", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        await test.RunAsync();
    }

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class IdServerHostOptions
        {
            public string? DefaultCodeChallengeMethod { get; set; }

            static IdServerHostOptions Make() => new IdServerHostOptions { DefaultCodeChallengeMethod = "plain" };
        }
        """);

    static string Program(string code) => $$"""
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            static void Add(IServiceCollection services, string method) => services.{{code}};
        }
        """;
}
