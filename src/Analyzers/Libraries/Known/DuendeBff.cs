namespace PkceAnalyzers.Libraries.Known;

/// <summary>Duende's backend for frontends.</summary>
static class DuendeBff
{
    static readonly ConfiguredType[] Types =
    [
        new("Duende BFF", ["Duende.Bff.Configuration.OidcConfiguration"], AspNetCoreAuthentication.ResponseType)
        {
            Packages = ["Duende.BFF"],
            Grant = new("ResponseType", Grants.None),
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Page = [("Duende BFF", "`ResponseType`: no PKCE unless exactly `code`, front channel with `token`")],
    };
}
