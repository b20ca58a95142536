namespace AuthorizationServer;

/// <summary>A protected resource: says who is logged in to whoever has an access token (RFC 6750).</summary>
static class UserInfoEndpoint
{
    const string Bearer = "Bearer ";

    public static IResult Get(HttpRequest request, Grants grants)
    {
        var authorization = request.Headers.Authorization.ToString();
        var accessToken = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..] : "";
        if (grants.IsAccessToken(accessToken))
            return Results.Json(new { sub = "someone" });

        request.HttpContext.Response.Headers.WWWAuthenticate = accessToken == "" ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Results.Unauthorized();
    }
}
