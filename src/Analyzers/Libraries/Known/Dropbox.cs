using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>Dropbox's SDK.</summary>
static class Dropbox
{
    static readonly RequestApi[] Requests =
    [
        new("Dropbox SDK", "GetAuthorizeUri", ["Dropbox.Api.DropboxOAuth2Helper"], IsToken: false)
        {
            IsStatic = true,
            Arguments =
            [
                WireNames.ResponseType,
                WireNames.ClientId,
                WireNames.RedirectUri,
                WireNames.StateParameter,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                WireNames.CodeChallenge,
            ],
            Named = RequestApi.UsualNames,
            TellsResponseType = true,
            Least = 2,
            Proof = ["codeChallenge"],
            NamesMethod = true,
        },
        new("Dropbox SDK", "ProcessCodeFlowAsync", ["Dropbox.Api.DropboxOAuth2Helper"], IsToken: true)
        {
            IsStatic = true,
            Arguments = [WireNames.Code, WireNames.ClientId, WireNames.ClientSecret, WireNames.RedirectUri, "", WireNames.CodeVerifier],
            Named = RequestApi.UsualNames,
            Least = 2,
            Proof = ["codeVerifier"],
        },
    ];

    public static readonly Library Library = new() { Requests = Requests };
}
