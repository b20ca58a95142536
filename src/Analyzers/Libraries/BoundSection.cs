using PkceAnalyzers.Libraries.Known;

namespace PkceAnalyzers.Libraries;

/// <summary>A kind of section of a settings file (<c>appsettings.json</c>) that a framework, or a convention, binds to a configured
/// type.</summary>
/// <param name="Settings">The rows, of which the first that holds for a value counts. Advice and repair are JSON.</param>
sealed record BoundSection(Setting[] Settings)
{
    /// <summary>The section lies right under this one.</summary>
    public string? Under { get; init; }

    /// <summary>The section has one of these keys, or one of the <see cref="Names"/>; none: any section.</summary>
    public string[] Has { get; init; } = [];

    /// <summary>The section has none of these keys.</summary>
    public string[] Lacks { get; init; } = [];

    /// <summary>What the section may be called, where its keys do not tell.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>The key of the client's grants.</summary>
    public string? Grant { get; init; }

    /// <summary>The package whose version decides about <see cref="Setting.Before"/>.</summary>
    public string? Package { get; init; }

    /// <summary>Whether a program may have a prefix of its own before a member's name (<c>OidcResponseType</c>).</summary>
    public bool TakesPrefix { get; init; }

    /// <summary>Whether no framework reads the members from here.</summary>
    public bool IsDead { get; init; }

    public Side Side { get; init; }

    /// <summary>Words, in lower case, of which a settings file that can matter holds one.</summary>
    public static readonly string[] Triggers = ["pkce", "responsetype", "proofkey", "allowedgranttypes", "codechallengemethod"];

    const string Schemes = "Authentication:Schemes";
    const Grants WithCode = Grants.Code | Grants.Hybrid;
    static readonly string[] ClientKeys = ["ClientId", "Authority", "MetadataAddress"];

    static readonly Setting[] Off =
    [
        new("UsePkce", SettingEffect.Off, ValueCondition.Is("false"))
        {
            Repair = "true",
            Advice = "write true, or leave the key out where PKCE is on by default",
        },
        new("UsePkceWithAuthorizationCodeGrant", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true", Advice = "write true" },
        new("EnablePkce", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true", Advice = "write true" },
        new("PkceEnabled", SettingEffect.Off, ValueCondition.Is("false")) { Repair = "true", Advice = "write true" },
    ];

    static readonly Setting[] ResponseType =
    [
        new("ResponseType", SettingEffect.Ineffective, ValueCondition.Hybrid)
        {
            Advice = "write \"code\", the only response type for which ASP.NET Core's and Katana's handlers do PKCE",
        },
        new("ResponseType", SettingEffect.FrontChannel, ValueCondition.FrontChannel) { Advice = "write \"code\", with PKCE" },
    ];

    /// <summary>As ASP.NET Core's handler reads it; of another library a second setting may decide whether the login still works.</summary>
    static readonly Setting[] HandlerResponseType = [ResponseType[0] with { Repair = "\"code\"" }, ResponseType[1]];

    public static readonly BoundSection[] All =
    [
        // ASP.NET Core 7.0 and later bind these sections for OpenID Connect, and for no handler that is built on OAuthOptions.
        new([
            new("UsePkce", SettingEffect.Ineffective, ValueCondition.Is("true"))
            {
                Advice = "set UsePkce in code, where the handler is added",
            },
        ])
        {
            Under = Schemes,
            Has = ["AuthorizationEndpoint", "TokenEndpoint"],
            Names = ["OAuth", "Google", "Facebook", "MicrosoftAccount", "GitHub"],
            IsDead = true,
        },
        new([.. Off, .. HandlerResponseType]) { Under = Schemes, Lacks = ["AuthorizationEndpoint", "TokenEndpoint"] },
        // Microsoft.Identity.Web, known by its keys, takes no "UsePkce": false.
        new(Off)
        {
            Has = ClientKeys,
            Lacks = ["AllowedGrantTypes", "Instance"],
            TakesPrefix = true,
        },
        new(ResponseType)
        {
            Has = ClientKeys,
            Lacks = ["AllowedGrantTypes"],
            TakesPrefix = true,
        },
        // IdentityServer, its admin's seed data, and what has taken over its model of a client.
        new([
            new("RequirePkce", SettingEffect.NotRequired, ValueCondition.Is("false"))
            {
                Repair = "true",
                Of = WithCode,
                Advice = "write true",
            },
            new("RequirePkce", SettingEffect.NotRequired, ValueCondition.Unset)
            {
                Repair = "true",
                Before = new(4, 0),
                Of = WithCode,
                Advice = "write \"RequirePkce\": true, which is the default from IdentityServer4 4.0 on only",
            },
            new("AllowPlainTextPkce", SettingEffect.AllowsPlain, ValueCondition.Is("true"))
            {
                Repair = "false",
                Of = WithCode,
                Advice = "write false",
            },
            new("PkceRequired", SettingEffect.NotRequired, ValueCondition.Is("false"))
            {
                Repair = "true",
                Of = WithCode,
                Advice = "write true",
            },
            new("PlainPkceAllowed", SettingEffect.AllowsPlain, ValueCondition.Is("true"))
            {
                Repair = "false",
                Of = WithCode,
                Advice = "write false",
            },
            new("AllowedGrantTypes", SettingEffect.FrontChannel, ValueCondition.Grant)
            {
                Of = Grants.Token,
                Advice = "write \"authorization_code\", with PKCE",
            },
        ])
        {
            Has = ["ClientId"],
            Grant = "AllowedGrantTypes",
            Package = "IdentityServer4",
            Side = Side.Server,
        },
        // The recipes of Orchard Core: the server, and its clients.
        new([
            new("RequireProofKeyForCodeExchange", SettingEffect.NotRequired, ValueCondition.Is("false"))
            {
                Repair = "true",
                Advice = "write true",
            },
        ])
        {
            Has = ["AllowAuthorizationCodeFlow", "AllowHybridFlow"],
            Side = Side.Server,
        },
        // Keycloak: the attributes of a client.
        new([new(Keycloak.MethodAttribute, SettingEffect.AllowsPlain, ValueCondition.Is("plain")) { Advice = "write \"S256\"" }])
        {
            Side = Side.Server,
        },
        // SimpleIdServer.
        new([
            new("DefaultCodeChallengeMethod", SettingEffect.AllowsPlain, ValueCondition.Is("plain"))
            {
                Repair = "\"S256\"",
                Advice = "write \"S256\"",
            },
        ])
        {
            Side = Side.Server,
        },
    ];
}
