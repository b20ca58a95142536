namespace PkceAnalyzers.Syntax;

/// <summary>Parameter names and values as they are written on the wire.</summary>
static class WireNames
{
    public const string ResponseType = "response_type";
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string RedirectUri = "redirect_uri";
    public const string Scope = "scope";
    public const string StateParameter = "state";
    public const string GrantType = "grant_type";
    public const string AuthorizationCode = "authorization_code";
    public const string Code = "code";
    public const string Token = "token";
    public const string RefreshToken = "refresh_token";
    public const string DeviceCode = "device_code";
    public const string CodeChallenge = "code_challenge";
    public const string CodeChallengeMethod = "code_challenge_method";
    public const string CodeVerifier = "code_verifier";
    public const string RequestUri = "request_uri";
    public const string Request = "request";
    public const string S256 = "S256";

    /// <summary>Of these every request of the authorization code grant has one.</summary>
    public static readonly string[] Requested = [ResponseType, GrantType, Code, RedirectUri];

    static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // RFC 6749, RFC 7636, RFC 9126, RFC 9101, OpenID Connect Core, and what providers commonly add.
        ResponseType,
        ClientId,
        ClientSecret,
        RedirectUri,
        Scope,
        StateParameter,
        GrantType,
        Code,
        RefreshToken,
        DeviceCode,
        CodeChallenge,
        CodeChallengeMethod,
        CodeVerifier,
        RequestUri,
        Request,
        "response_mode",
        "nonce",
        "access_type",
        "prompt",
        "login_hint",
        "audience",
        "client_assertion",
        "client_assertion_type",
        "username",
        "password",
        "resource",
        "include_granted_scopes",
        "approval_prompt",
        "display",
        "duration",
        "token_access_type",
        "js_code",
        "appid",
        "secret",
        "assertion",
        "user_scope",
        "claims",
    };

    /// <summary>Whether a text is the name of an OAuth parameter.</summary>
    public static bool IsName(string text) => Names.Contains(Unprefixed(text));

    /// <summary>The parameter that an identifier is named after (<c>CodeVerifier</c>); null for any other.</summary>
    public static string? FromIdentifier(string identifier) => Written(identifier) is var name && Names.Contains(name) ? name : null;

    /// <summary>An identifier as parameters are written: <c>code_verifier</c> for <c>CodeVerifier</c>.</summary>
    public static string Written(string identifier) =>
        string.Concat(identifier.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>A name without the prefix that some protocols put before it (<c>openid.oa2.code_challenge</c>).</summary>
    public static string Unprefixed(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name.Substring(dot + 1) : name;

    /// <summary>The response types in a list of them.</summary>
    public static string[] Words(string responseType) => responseType.Split([' ', '+', ','], StringSplitOptions.RemoveEmptyEntries);
}
