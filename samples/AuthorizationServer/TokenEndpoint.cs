namespace AuthorizationServer;

/// <summary>Answers token requests (RFC 6749, section 4.1.3; RFC 7636, section 4.6).</summary>
static class TokenEndpoint
{
    public static async Task<IResult> Post(HttpRequest request, Clients clients, Grants grants)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (await Parameters.OfFormAsync(request) is not { } parameters)
            return Refuse("invalid_request", "The request must be a form of application/x-www-form-urlencoded.");
        if (parameters.HasRepeated)
            return Refuse("invalid_request", "A parameter is there more than once.");
        if (clients.Authenticate(parameters["client_id"], parameters["client_secret"]) is not { } client)
            return Refuse("invalid_client", "The client is unknown, or its secret is wrong.", StatusCodes.Status401Unauthorized);
        if (parameters["grant_type"] != "authorization_code")
            return Refuse("unsupported_grant_type", "The grant_type must be authorization_code.");

        // What another client presents does nothing to the code.
        var grant = grants.Find(parameters["code"]);
        if (grant is null || grant.ClientId != client.ClientId || grant.RedirectUri != parameters["redirect_uri"])
            return Refuse("invalid_grant", "The code is unknown, expired or issued for something else.");

        // Used up whatever comes of it: a verifier is not guessed twice.
        var isFirst = grant.TryRedeem();
        var proofKey = client.ProofKeyPolicy.CheckTokenRequest(grant.CodeChallenge, grant.CodeChallengeMethod, parameters["code_verifier"]);
        if (!proofKey.IsValid)
            return Refuse(proofKey.Error, proofKey.ErrorDescription);
        if (!isFirst)
        {
            // Two have the code and its verifier, or its secret: what was issued for it is revoked (RFC 6749, section 4.1.2).
            grant.Revoke();
            return Refuse("invalid_grant", "The code is used.");
        }

        var accessToken = grants.IssueAccessToken(grant);
        return Results.Json(new
        {
            access_token = accessToken.Text,
            token_type = "Bearer",
            expires_in = (int)Grants.AccessTokenLifetime.TotalSeconds,
        });
    }

    static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error, error_description = description }, statusCode: status);
}
