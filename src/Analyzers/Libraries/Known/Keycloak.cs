namespace PkceAnalyzers.Libraries.Known;

/// <summary>Clients registered with Keycloak, whose models have a dictionary of attributes.</summary>
static class Keycloak
{
    /// <summary>The attribute that says which transformation a client has to use; empty: PKCE is the client's choice.</summary>
    public const string MethodAttribute = "pkce.code.challenge.method";

    public static readonly ConfiguredType Type = new("Keycloak admin clients", [], []) { Side = Side.Server };

    public static readonly Setting[] Settings =
    [
        new(MethodAttribute, SettingEffect.AllowsPlain, ValueCondition.Is("plain"))
        {
            Message = $"{MethodAttribute} = plain",
            Advice = "write S256",
        },
        new(MethodAttribute, SettingEffect.NotRequired, ValueCondition.Is(""))
        {
            Message = $"{MethodAttribute} is empty",
            Advice = "write S256",
        },
    ];
}
