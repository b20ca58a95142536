using Microsoft.AspNetCore.WebUtilities;

namespace AuthorizationServer;

/// <summary>Answers authorization requests (RFC 6749, section 4.1.1; RFC 7636, section 4.4).</summary>
static class AuthorizationEndpoint
{
    public static IResult Get(HttpRequest request, Metadata metadata, Clients clients, Grants grants)
    {
        var parameters = Parameters.OfQuery(request);
        var redirectUri = parameters["redirect_uri"];

        // Without a client and its redirect URI there is no safe place to redirect to.
        if (clients.Find(parameters["client_id"]) is not { } client)
            return Results.Text("The client_id is unknown.", statusCode: StatusCodes.Status400BadRequest);
        if (redirectUri is null || !client.HasRedirectUri(redirectUri))
            return Results.Text("The redirect_uri is not registered for this client.", statusCode: StatusCodes.Status400BadRequest);

        if (parameters.HasRepeated)
            return Refuse("invalid_request", "A parameter is there more than once.");
        if (parameters["response_type"] != "code")
            return Refuse("unsupported_response_type", "The response_type must be code.");

        var codeChallenge = parameters["code_challenge"];
        var codeChallengeMethod = parameters["code_challenge_method"];
        var proofKey = client.ProofKeyPolicy.CheckAuthorizationRequest(codeChallenge, codeChallengeMethod);
        if (!proofKey.IsValid)
            return Refuse(proofKey.Error, proofKey.ErrorDescription);

        return Redirect(new() { ["code"] = grants.Add(client, redirectUri, codeChallenge, codeChallengeMethod) });

        IResult Refuse(string error, string description) => Redirect(new() { ["error"] = error, ["error_description"] = description });

        IResult Redirect(Dictionary<string, string?> response)
        {
            response["state"] = parameters["state"];
            response["iss"] = metadata.Issuer;
            return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, response));
        }
    }
}
