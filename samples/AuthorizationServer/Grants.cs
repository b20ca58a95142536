using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace AuthorizationServer;

/// <summary>The grants by their codes and by their access tokens.</summary>
sealed class Grants(TimeProvider time)
{
    /// <summary>A code is redeemed at once or not at all (RFC 6749, section 4.1.2, allows ten minutes).</summary>
    static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<string, Grant> byCode = new();
    readonly ConcurrentDictionary<string, AccessToken> byAccessToken = new();

    public string Add(Client client, string redirectUri, string? codeChallenge, string? codeChallengeMethod)
    {
        foreach (var (old, grant) in byCode)
            if (grant.CodeExpires < time.GetUtcNow())
                byCode.TryRemove(old, out _);

        var code = NewSecret();
        byCode[code] = new Grant
        {
            ClientId = client.ClientId,
            RedirectUri = redirectUri,
            CodeChallenge = codeChallenge,
            CodeChallengeMethod = codeChallengeMethod,
            CodeExpires = time.GetUtcNow() + CodeLifetime,
        };
        return code;
    }

    /// <summary>The grant of a code that has not expired.</summary>
    public Grant? Find(string? code) =>
        byCode.TryGetValue(code ?? "", out var grant) && grant.CodeExpires >= time.GetUtcNow() ? grant : null;

    public AccessToken IssueAccessToken(Grant grant)
    {
        foreach (var old in byAccessToken.Values)
            if (old.Expires < time.GetUtcNow())
                byAccessToken.TryRemove(old.Text, out _);

        var accessToken = new AccessToken(NewSecret(), grant, time.GetUtcNow() + AccessTokenLifetime);
        byAccessToken[accessToken.Text] = accessToken;
        return accessToken;
    }

    public bool IsAccessToken(string? text) =>
        byAccessToken.TryGetValue(text ?? "", out var accessToken)
        && !accessToken.Grant.IsRevoked
        && accessToken.Expires >= time.GetUtcNow();

    static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
