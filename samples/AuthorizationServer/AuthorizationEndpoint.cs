using Microsoft.AspNetCore.WebUtilities;
using Pkce;

namespace AuthorizationServer;

/// <summary>Answers authorization requests (RFC 6749, section 4.1.1; RFC 7636, section 4.4).</summary>
static class AuthorizationEndpoint
{
    public static IResult Get(HttpRequest request, Clients clients, Grants grants)
    {
        var parameters = request.Query;
        string? redirectUri = parameters["redirect_uri"];

        // Without a client and its redirect URI there is no safe place to redirect to.
        if (clients.Find(parameters["client_id"]) is not { } client)
            return Results.Text("The client_id is unknown.", statusCode: StatusCodes.Status400BadRequest);
        if (redirectUri is null || !client.HasRedirectUri(redirectUri))
            return Results.Text("The redirect_uri is not registered for this client.", statusCode: StatusCodes.Status400BadRequest);

        if (parameters.FirstOrDefault(parameter => parameter.Value.Count > 1).Key is { } repeated)
            return Refuse("invalid_request", $"The parameter {repeated} is there more than once.");
        if (parameters["response_type"] != "code")
            return Refuse("unsupported_response_type", "The response_type must be code.");

        string? codeChallenge = parameters["code_challenge"];
        string? codeChallengeMethod = parameters["code_challenge_method"];
        var proofKey = ProofKeyPolicy.S256Only.CheckAuthorizationRequest(codeChallenge, codeChallengeMethod);
        var exempt = client.MayOmitPkce && proofKey.Outcome == ProofKeyOutcome.ChallengeMissing;
        if (!proofKey.IsValid && !exempt)
            return Refuse(proofKey.Error, proofKey.ErrorDescription);

        return Redirect(new() { ["code"] = grants.Add(client, redirectUri, codeChallenge, codeChallengeMethod) });

        IResult Refuse(string error, string description) => Redirect(new() { ["error"] = error, ["error_description"] = description });

        IResult Redirect(Dictionary<string, string?> response)
        {
            response["state"] = parameters["state"];
            response["iss"] = Metadata.IssuerOf(request);
            return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, response));
        }
    }
}
