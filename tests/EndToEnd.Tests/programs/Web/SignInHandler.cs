using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Web;

/// <summary>Sends a parameter of the provider's own with the authorization request, and leaves the rest to the framework.</summary>
public sealed class SignInHandler(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = Options.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = redirectUri,
            ["scope"] = FormatScope(),
            ["state"] = Options.StateDataFormat.Protect(properties),
            ["ui_locales"] = "en",
        };
        return QueryHelpers.AddQueryString(Options.AuthorizationEndpoint, parameters);
    }
}
