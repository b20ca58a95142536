using System.Security.Cryptography;
using System.Text;

namespace AuthorizationServer;

/// <summary>The clients that the configuration registers.</summary>
sealed class Clients
{
    readonly Dictionary<string, Client> clients;

    public Clients(IConfiguration configuration)
    {
        var registered = configuration.GetSection("Clients").Get<Client[]>() ?? [];
        foreach (var client in registered)
        {
            if (string.IsNullOrEmpty(client.ClientId) || string.IsNullOrEmpty(client.RedirectUri))
                throw new InvalidOperationException("A client in the configuration lacks its ClientId or RedirectUri.");
            if (client.MayOmitPkce && string.IsNullOrEmpty(client.ClientSecret))
                throw new InvalidOperationException($"The client {client.ClientId} is public: it may not omit PKCE.");
        }
        clients = registered.ToDictionary(client => client.ClientId);
    }

    public Client? Find(string? clientId) => clients.GetValueOrDefault(clientId ?? "");

    /// <summary>The client, if the secret is its own, or neither has one.</summary>
    public Client? Authenticate(string? clientId, string? clientSecret)
    {
        var client = Find(clientId);
        return client is not null && SameSecret(client.ClientSecret, clientSecret) ? client : null;
    }

    static bool SameSecret(string? left, string? right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left ?? ""), Encoding.UTF8.GetBytes(right ?? ""));
}
