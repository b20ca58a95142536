namespace PkceAnalyzers.Libraries;

/// <summary>Servers, and services that are told of clients, with one switch each.</summary>
static class OtherServers
{
    const Grants WithCode = Grants.Code | Grants.Hybrid;

    static readonly Setting[] Abblix =
    [
        new("PkceRequired", Fact.NotRequired, When.Is("false")) { Repair = "true", Of = WithCode },
        new("PlainPkceAllowed", Fact.AllowsPlain, When.Is("true")) { Repair = "false" },
    ];

    public static readonly ConfiguredType[] Types =
    [
        new(
            "Abblix OIDC Server",
            ["Abblix.Oidc.Server.Features.ClientInformation.ClientInfo"],
            [
                .. Abblix,
                new("PkceRequired", Fact.NotRequired, When.Unset)
                {
                    Before = new(1, 3),
                    Repair = "true",
                    Of = WithCode,
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["Abblix.Oidc.Server"],
            Grant = new("AllowedGrantTypes", Grants.Code),
        },
        new("Abblix OIDC Server", ["Abblix.Oidc.Server.Model.ClientRegistrationRequest"], Abblix)
        {
            Side = Side.Server,
            Packages = ["Abblix.Oidc.Server"],
            Grant = new("GrantTypes", Grants.Code),
        },
        new(
            "SimpleIdServer",
            ["SimpleIdServer.IdServer.Options.IdServerHostOptions"],
            [
                new("DefaultCodeChallengeMethod", Fact.AllowsPlain, When.Is("plain")) { Repair = "\"S256\"" },
                new("DefaultCodeChallengeMethod", Fact.AllowsPlain, When.Unset) { Repair = "\"S256\"", AdviceIf = [""] },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["SimpleIdServer.IdServer"],
            Registrations = ["AddSIDIdentityServer"],
        },
        new(
            "Okta management API",
            ["Okta.Sdk.Model.ApplicationCredentialsOAuthClient"],
            [
                new("PkceRequired", Fact.NotRequired, When.Is("false")) { Repair = "true" },
                new("PkceRequired", Fact.NotRequired, When.Unset)
                {
                    Repair = "true",
                    Advice = "write PkceRequired = true: what is not set is sent as false",
                },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["Okta.Sdk"],
        },
    ];
}
