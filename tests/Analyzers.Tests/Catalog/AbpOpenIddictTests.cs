using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4001 for hosts and seeders of ABP's OpenIddict module.</summary>
public sealed class AbpOpenIddictTests
{
    static readonly MetadataReference Abp = Library.Compile("Volo.Abp.OpenIddict.AspNetCore", """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        namespace Volo.Abp.Modularity
        {
            public class AbpModule
            {
                protected void PreConfigure<T>(Action<T> configure) { }
            }

            public class DependsOnAttribute(params Type[] types) : Attribute;
        }

        namespace Volo.Abp.OpenIddict
        {
            public class AbpOpenIddictAspNetCoreModule;

            public class OpenIddictDataSeedContributorBase
            {
                protected Task CreateOrUpdateApplicationAsync(string applicationType, string name, string type, string consentType, string displayName, string secret, List<string> grantTypes, List<string> scopes) => null;
            }
        }

        namespace Volo.Abp.Account.Web
        {
            public class AbpAccountWebOpenIddictModule;
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public class OpenIddictServerBuilder
            {
                public OpenIddictServerBuilder RequireProofKeyForCodeExchange() => this;
            }
        }
        """);

    const string Usings = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Volo.Abp.Account.Web;
        using Volo.Abp.Modularity;
        using Volo.Abp.OpenIddict;

        """;

    const string Requirement = Usings + """
        class SecurityModule : AbpModule
        {
            void Configure() => PreConfigure<OpenIddictServerBuilder>(builder => builder.RequireProofKeyForCodeExchange());
        }
        """;

    static async Task VerifyAsync(params string[] files)
    {
        await PkceTest.VerifyWithAsync(Abp, files);
        await PkceTest.VerifyUnresolvedAsync("Volo.Abp.OpenIddict.AspNetCore=9.0.0", "net9.0", files);
    }

    [Theory]
    [InlineData("typeof({|PKCE4001:AbpOpenIddictAspNetCoreModule|})")]
    [InlineData("typeof(AbpOpenIddictAspNetCoreModule), typeof({|PKCE4001:AbpAccountWebOpenIddictModule|})")]
    [InlineData("typeof(SecurityModule)")]
    public Task Host(string modules) => VerifyAsync(Usings + $$"""
        [DependsOn({{modules}})]
        class HostModule : AbpModule;

        class SecurityModule : AbpModule;
        """);

    [Fact]
    public Task Requirement_in_another_file() => VerifyAsync(Usings + """
        [DependsOn(typeof(AbpOpenIddictAspNetCoreModule))]
        class HostModule : AbpModule;
        """, Requirement);

    [Theory]
    [InlineData("\"authorization_code\"", true)]
    [InlineData("\"client_credentials\"", false)]
    public async Task Seeder(string grant, bool isReported)
    {
        var test = SeederTest(grant);
        if (isReported)
            test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE4001", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public async Task Seeder_of_a_server_that_requires_PKCE()
    {
        var test = SeederTest("\"authorization_code\"");
        test.TestState.Sources.Add(Requirement);
        await test.RunAsync();
    }

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        using System;

        [DependsOn(typeof(AbpOpenIddictAspNetCoreModule))]
        class AbpOpenIddictAspNetCoreModule;

        class DependsOnAttribute(Type type) : Attribute { public Type Type => type; }
        """);

    static PkceTest SeederTest(string grant)
    {
        var test = new PkceTest
        {
            TestCode = Usings + $$"""
                class Seeder : OpenIddictDataSeedContributorBase
                {
                    Task Seed() => {|#0:CreateOrUpdateApplicationAsync|}("web", "app", "confidential", "implicit", "App", "secret", grantTypes: new List<string> { {{grant}} }, scopes: new List<string>());
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Abp);
        return test;
    }
}
