namespace Cookies;

public interface ILogin
{
    string AuthorizationUrl(string redirectUri);

    Task<string> RedeemAsync(string code, string redirectUri);
}
