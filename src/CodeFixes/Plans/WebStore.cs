using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A store of named texts that belongs to one user agent.</summary>
/// <param name="Query">The expression of the parameters that came with a request.</param>
/// <param name="Write">The statement that keeps what an expression gives under a name.</param>
/// <param name="Read">The expression that gives it back, or null.</param>
/// <param name="Remove">The statement that forgets it; null where reading does.</param>
/// <param name="Type">Full name of a type in whose namespace its names are found; null where they need none.</param>
sealed record WebStore(
    string Query,
    Func<string, string, string> Write,
    Func<string, string> Read,
    Func<string, string>? Remove,
    string? Type
)
{
    const string Missing = "\"No login is under way in this browser.\"";

    /// <summary>Whether it is asked of an <c>HttpContext</c>.</summary>
    public static bool NeedsContext(VerifierCarrier carrier) => carrier is VerifierCarrier.HttpSession or VerifierCarrier.ProtectedCookie;

    /// <summary>Null where <paramref name="carrier"/> is none; <paramref name="context"/> is the expression that gives the
    /// <c>HttpContext</c>.</summary>
    public static WebStore? Of(VerifierCarrier carrier, string context) =>
        carrier switch
        {
            VerifierCarrier.TempData => new(
                "Request.Query",
                (name, value) => $"TempData[{name}] = {value};",
                name => $"TempData[{name}] as string",
                null,
                null
            ),
            VerifierCarrier.Session => new(
                "Request.QueryString",
                (name, value) => $"Session[{name}] = {value};",
                name => $"Session[{name}] as string",
                name => $"Session.Remove({name});",
                null
            ),
            VerifierCarrier.HttpSession => new(
                $"{RequestOf(context)}.Query",
                (name, value) => $"{context}.Session.SetString({name}, {value});",
                name => $"{context}.Session.GetString({name})",
                name => $"{context}.Session.Remove({name});",
                "Microsoft.AspNetCore.Http.SessionExtensions"
            ),
            _ => null,
        };

    /// <summary>The expression of the request: a controller or page has a member for it.</summary>
    public static string RequestOf(string context) => context == "HttpContext" ? "Request" : $"{context}.Request";

    /// <summary>The value of an expression that is null where no login is under way: the answer to that is 400, not 500.</summary>
    public static string Required(string expression, VerifierCarrier carrier, InsertionTarget request)
    {
        var (space, exception, argument) =
            carrier == VerifierCarrier.Session
                ? ("System.Web", "HttpException", $"400, {Missing}")
                : ("Microsoft.AspNetCore.Http", "BadHttpRequestException", Missing);
        return request
            .File.Model.Compilation.GetTypesByMetadataName($"{space}.{exception}")
            .Any(type => type.DeclaredAccessibility == Accessibility.Public)
            ? request.OrThrow(expression, space, exception, argument)
            : request.OrThrow(expression, nameof(System), nameof(InvalidOperationException), Missing);
    }
}
