using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>The grants that a response type asks for.</summary>
static class ResponseTypeGrants
{
    public static Grants Of(string responseType)
    {
        var words = WireNames.Words(responseType);
        var code = words.Contains(WireNames.Code, StringComparer.OrdinalIgnoreCase)
            ? words.Length == 1
                ? Grants.Code
                : Grants.Hybrid
            : Grants.None;
        return code | (words.Contains("token", StringComparer.OrdinalIgnoreCase) ? Grants.Token : Grants.None);
    }
}
