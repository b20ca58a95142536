using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries.Known;

/// <summary>SpotifyAPI-NET: login and token requests as objects.</summary>
static class Spotify
{
    static readonly RequestApi[] Requests =
    [
        new("SpotifyAPI-NET", "LoginRequest", ["SpotifyAPI.Web.LoginRequest"], IsToken: false)
        {
            IsObject = true,
            Arguments = [WireNames.RedirectUri, WireNames.ClientId, WireNames.ResponseType],
            Named = RequestApi.UsualNames,
            TellsResponseType = true,
            Least = 3,
            Proof = ["CodeChallenge", "CodeChallengeMethod"],
        },
        new("SpotifyAPI-NET", "AuthorizationCodeTokenRequest", ["SpotifyAPI.Web.AuthorizationCodeTokenRequest"], IsToken: true)
        {
            IsObject = true,
            Arguments = [WireNames.ClientId, WireNames.ClientSecret, WireNames.Code, WireNames.RedirectUri],
            Least = 4,
        },
    ];

    public static readonly Library Library = new() { Keywords = ["spotifyapi"], Requests = Requests };
}
