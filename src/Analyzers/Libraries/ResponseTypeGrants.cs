using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>The grants that a response type asks for.</summary>
static class ResponseTypeGrants
{
    public static Grants Of(string responseType)
    {
        var code = ResponseTypes.AsksFor(WireNames.Code, responseType)
            ? WireNames.Words(responseType).Length == 1
                ? Grants.Code
                : Grants.Hybrid
            : Grants.None;
        return code | (ResponseTypes.AsksFor(WireNames.Token, responseType) ? Grants.Token : Grants.None);
    }
}
