namespace PkceAnalyzers.Catalog;

/// <summary>Servers, and services that are told of clients, with one switch each.</summary>
static class OtherServers
{
    public static readonly ConfiguredType[] Types =
    [
        new("Abblix OIDC Server", ["Abblix.Oidc.Server.Features.ClientInformation.ClientInfo", "Abblix.Oidc.Server.Model.ClientRegistrationRequest"],
        [
            new("PkceRequired", Fact.NotRequired, When.Is("false")) { Repair = "true" },
            new("PlainPkceAllowed", Fact.AllowsPlain, When.Is("true")) { Repair = "false" },
        ])
        {
            Side = Side.Server, Packages = ["Abblix.Oidc.Server"],
        },
        new("SimpleIdServer", ["SimpleIdServer.IdServer.Options.IdServerHostOptions"], [new("DefaultCodeChallengeMethod", Fact.AllowsPlain, When.Is("plain")) { Repair = "\"S256\"" }])
        {
            Side = Side.Server, Packages = ["SimpleIdServer.IdServer"],
        },
        new("Okta management API", ["Okta.Sdk.Model.ApplicationCredentialsOAuthClient"],
        [
            new("PkceRequired", Fact.NotRequired, When.Is("false")) { Repair = "true" },
            new("PkceRequired", Fact.NotRequired, When.Unset) { Repair = "true", Advice = "write PkceRequired = true: what is not set is sent as false" },
        ])
        {
            Side = Side.Server, Packages = ["Okta.Sdk"],
        },
    ];
}
