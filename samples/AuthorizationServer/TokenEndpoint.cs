using Pkce;

namespace AuthorizationServer;

/// <summary>Answers token requests (RFC 6749, section 4.1.3; RFC 7636, section 4.6).</summary>
static class TokenEndpoint
{
    public static async Task<IResult> Post(HttpRequest request, Clients clients, Grants grants)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
            return Refuse("invalid_request", "The request must be a form.");

        var parameters = await request.ReadFormAsync();
        if (parameters.FirstOrDefault(parameter => parameter.Value.Count > 1).Key is { } repeated)
            return Refuse("invalid_request", $"The parameter {repeated} is there more than once.");
        if (clients.Authenticate(parameters["client_id"], parameters["client_secret"]) is not { } client)
            return Refuse("invalid_client", "The client is unknown, or its secret is wrong.", StatusCodes.Status401Unauthorized);
        if (parameters["grant_type"] != "authorization_code")
            return Refuse("unsupported_grant_type", "The grant_type must be authorization_code.");

        var grant = grants.Redeem(parameters["code"]);
        if (grant is null || grant.ClientId != client.ClientId || grant.RedirectUri != parameters["redirect_uri"])
            return Refuse("invalid_grant", "The code is unknown, used, expired or issued for something else.");

        var proofKey = ProofKeyPolicy.S256Only.CheckTokenRequest(grant.CodeChallenge, grant.CodeChallengeMethod, parameters["code_verifier"]);
        var exempt = client.MayOmitPkce && proofKey.Outcome == ProofKeyOutcome.ChallengeMissing;
        if (!proofKey.IsValid && !exempt)
            return Refuse(proofKey.Error, proofKey.ErrorDescription);

        return Results.Json(new { access_token = grants.IssueAccessToken(grant).Text, token_type = "Bearer" });
    }

    static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error, error_description = description }, statusCode: status);
}
