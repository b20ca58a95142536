using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1005 and PKCE2003 for the configuration of Duende BFF.</summary>
public sealed class DuendeBffTests
{
    static readonly MetadataReference Bff = Library.Compile("Duende.BFF", """
        namespace Duende.Bff.Configuration
        {
            public sealed record OidcConfiguration
            {
                public string ClientId { get; init; }
                public string ResponseType { get; init; }
            }
        }
        """);

    [Theory]
    [InlineData("new OidcConfiguration { {|PKCE2003:ResponseType = \"code id_token\"|} }")]
    [InlineData("new OidcConfiguration { {|PKCE1005:ResponseType = \"id_token token\"|} }")]
    [InlineData("new OidcConfiguration { ResponseType = \"code\" }")]
    [InlineData("new OidcConfiguration { ClientId = \"bff\" }")]
    [InlineData("new OidcConfiguration { ClientId = \"bff\" } with { {|PKCE2003:ResponseType = \"code id_token\"|} }")]
    public async Task Configuration(string configuration)
    {
        var program = $$"""
            using Duende.Bff.Configuration;

            class Startup
            {
                object configuration = {{configuration}};
            }
            """;
        await PkceTest.VerifyWithAsync(Bff, program);
        await PkceTest.VerifyUnresolvedAsync("Duende.BFF=4.0.0", "net10.0", program);
    }

    [Fact]
    public Task Same_name_on_an_unrelated_type() => PkceTest.VerifyAsync("""
        class OidcConfiguration
        {
            public string? ResponseType { get; set; }

            static OidcConfiguration Make() => new OidcConfiguration { ResponseType = "code id_token" };
        }
        """);
}
