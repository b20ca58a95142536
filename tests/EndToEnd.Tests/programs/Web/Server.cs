namespace Web;

/// <summary>The authorization server, and this program's registration there.</summary>
public sealed record Server(string Issuer, string Client)
{
    public string AuthorizationEndpoint => $"{Issuer}/auth";

    public string TokenEndpoint => $"{Issuer}/token";
}
