using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE4001 and PKCE4002 for the attribute of Keycloak's clients.</summary>
public sealed class KeycloakTests
{
    [Theory]
    [InlineData("new() { [\"pkce.code.challenge.method\"] = {|PKCE4002:\"plain\"|} }")]
    [InlineData("new() { { \"pkce.code.challenge.method\", {|PKCE4002:\"plain\"|} } }")]
    [InlineData("new() { [\"pkce.code.challenge.method\"] = {|PKCE4001:\"\"|} }")]
    [InlineData("new() { [\"pkce.code.challenge.method\"] = \"S256\" }")]
    [InlineData("new() { [\"pkce.code.challenge.method\"] = method }")]
    [InlineData("new() { [\"backchannel.logout.url\"] = \"plain\" }")]
    public Task Attributes(string attributes) => PkceTest.VerifyAsync($$"""
        using System.Collections.Generic;

        class Clients(string method)
        {
            Dictionary<string, string> attributes = {{attributes}};
        }
        """);

    [Fact]
    public Task Written_later() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        static class Clients
        {
            static void Set(IDictionary<string, string> attributes)
            {
                attributes["pkce.code.challenge.method"] = {|PKCE4002:"plain"|};
                attributes.Add("pkce.code.challenge.method", {|PKCE4002:"plain"|});
                if (attributes["pkce.code.challenge.method"] == "plain")
                    attributes.Remove("pkce.code.challenge.method");
            }
        }
        """);
}
