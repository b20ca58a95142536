namespace Web;

public interface ILoginService
{
    string AuthorizationUrl(string redirectUri);

    Task<string> RedeemAsync(string code, string redirectUri, CancellationToken cancellationToken = default);
}
