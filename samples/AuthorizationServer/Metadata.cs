using Pkce;

namespace AuthorizationServer;

/// <summary>What clients discover about this server (RFC 8414).</summary>
sealed class Metadata
{
    public const string AuthorizationPath = "/authorize";
    public const string TokenPath = "/token";

    /// <summary>The address of RFC 8414, section 3.1, and the one that clients of OpenID Connect ask at (section 5).</summary>
    public static readonly string[] Paths = ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"];

    /// <summary>The issuer is what the configuration says, and never what a request says: anybody can write its Host header.</summary>
    public Metadata(IConfiguration configuration)
    {
        Issuer = configuration["Issuer"] ?? "";
        var isAddress = Uri.TryCreate(Issuer, UriKind.Absolute, out var uri)
            && (uri.Scheme == "https" || uri is { Scheme: "http", IsLoopback: true })
            && Issuer == uri.GetLeftPart(UriPartial.Authority);
        if (!isAddress)
            throw new InvalidOperationException("The Issuer in the configuration is no https address without a path, or http of this machine.");
    }

    public string Issuer { get; }

    public object Get() => new
    {
        issuer = Issuer,
        authorization_endpoint = Issuer + AuthorizationPath,
        token_endpoint = Issuer + TokenPath,
        response_types_supported = new[] { "code" },
        grant_types_supported = new[] { "authorization_code" },
        token_endpoint_auth_methods_supported = new[] { "none", "client_secret_post" },
        code_challenge_methods_supported = ProofKeyPolicy.S256Only.CodeChallengeMethodsSupported,
        authorization_response_iss_parameter_supported = true,
    };
}
