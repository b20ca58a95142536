using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>Xero's SDK.</summary>
static class Xero
{
    static readonly RequestApi[] Requests =
    [
        new(
            "Xero SDK",
            "BuildLoginUri",
            ["Xero.NetStandard.OAuth2.Client.XeroClient", "Xero.NetStandard.OAuth2.Client.IXeroClient"],
            IsToken: false
        ),
        new(
            "Xero SDK",
            "RequestAccessTokenAsync",
            ["Xero.NetStandard.OAuth2.Client.XeroClient", "Xero.NetStandard.OAuth2.Client.IXeroClient"],
            IsToken: true
        )
        {
            Arguments = [WireNames.Code],
            Least = 1,
        },
    ];

    public static readonly Library Library = new() { Keywords = ["buildloginuri"], Requests = Requests };
}
