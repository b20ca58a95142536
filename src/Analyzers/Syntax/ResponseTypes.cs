namespace PkceAnalyzers.Syntax;

/// <summary>The constants that libraries have for response types.</summary>
static class ResponseTypes
{
    static readonly Dictionary<string, string> Constants = new(StringComparer.Ordinal)
    {
        ["Code"] = "code",
        ["IdToken"] = "id_token",
        ["Token"] = "token",
        ["None"] = "none",
        ["CodeIdToken"] = "code id_token",
        ["CodeToken"] = "code token",
        ["CodeIdTokenToken"] = "code id_token token",
        ["IdTokenToken"] = "id_token token",
        ["TokenIdToken"] = "id_token token",
    };

    /// <summary>The value of a constant of <c>OpenIdConnectResponseType</c> and its kin; null where there is none of that name.</summary>
    public static string? OfConstant(string name) => Constants.TryGetValue(name, out var value) ? value : null;
}
