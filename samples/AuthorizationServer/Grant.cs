namespace AuthorizationServer;

/// <summary>What the user granted in one authorization request.</summary>
sealed class Grant
{
    int redeemed;
    volatile bool revoked;

    public required string ClientId { get; init; }

    public required string RedirectUri { get; init; }

    public string? CodeChallenge { get; init; }

    public string? CodeChallengeMethod { get; init; }

    public required DateTimeOffset CodeExpires { get; init; }

    public bool IsRevoked => revoked;

    /// <summary>True for the first caller, and never again.</summary>
    public bool TryRedeem() => Interlocked.Exchange(ref redeemed, 1) == 0;

    public void Revoke() => revoked = true;
}
