namespace PkceAnalyzers.Syntax;

/// <summary>The constants that libraries have for response types.</summary>
static class ResponseTypes
{
    static readonly Dictionary<string, string> Constants = new(StringComparer.Ordinal)
    {
        ["Code"] = WireNames.Code,
        ["IdToken"] = "id_token",
        ["Token"] = WireNames.Token,
        ["None"] = "none",
        ["CodeIdToken"] = "code id_token",
        ["CodeToken"] = "code token",
        ["CodeIdTokenToken"] = "code id_token token",
        ["IdTokenToken"] = "id_token token",
        ["TokenIdToken"] = "id_token token",
    };

    static readonly HashSet<string> Holders = ["ResponseTypes", "OpenIdConnectResponseType", "OpenIdConnectResponseTypes"];

    /// <summary>Whether a type of that name, which does not resolve, has such constants.</summary>
    public static bool AreIn(string? type) => type is not null && Holders.Contains(type);

    /// <summary>Whether a response type asks for one of the three (<c>code</c>, <c>token</c>, <c>id_token</c>).</summary>
    public static bool AsksFor(string wanted, string responseType) =>
        WireNames.Words(responseType).Contains(wanted, StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of a constant of <c>OpenIdConnectResponseType</c> and its kin; null where there is none of that name.</summary>
    public static string? OfConstant(string name) => Constants.TryGetValue(name, out var value) ? value : null;
}
