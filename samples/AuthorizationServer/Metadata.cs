namespace AuthorizationServer;

/// <summary>What clients discover about this server (RFC 8414).</summary>
static class Metadata
{
    public const string AuthorizationPath = "/authorize";
    public const string TokenPath = "/token";

    public static object Get(HttpRequest request)
    {
        var issuer = IssuerOf(request);
        return new
        {
            issuer,
            authorization_endpoint = issuer + AuthorizationPath,
            token_endpoint = issuer + TokenPath,
            response_types_supported = new[] { "code" },
            grant_types_supported = new[] { "authorization_code" },
            token_endpoint_auth_methods_supported = new[] { "none", "client_secret_post" },
            code_challenge_methods_supported = new[] { "S256" },
            authorization_response_iss_parameter_supported = true,
        };
    }

    public static string IssuerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
