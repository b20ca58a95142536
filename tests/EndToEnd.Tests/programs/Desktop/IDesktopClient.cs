using DesktopLogin;

namespace Desktop;

interface IDesktopClient
{
    string CreateAuthorizationUrl(string state);

    Task<TokenResponse> RequestTokensAsync(string code);
}
