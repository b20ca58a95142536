using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>The code that keeps a code verifier for one user agent from one HTTP request to another.</summary>
/// <param name="Write">The statement that keeps what an expression gives.</param>
/// <param name="Read">The expression that gives it back; its argument turns an expression that may be null into one that is not.</param>
/// <param name="Remove">The statement that forgets it; null where reading does.</param>
/// <param name="Types">Full names of types in whose namespaces its names are found.</param>
sealed record WebStore(Func<string, string> Write, Func<Func<string, string>, string> Read, string? Remove, params IReadOnlyList<string> Types)
{
    const string Key = $"\"{ParameterNames.CodeVerifier}\"";

    /// <summary>Whether it is asked of an <c>HttpContext</c>.</summary>
    public static bool NeedsContext(string carry) => carry is Repair.CarryHttpSession or Repair.CarryProtectedCookie;

    /// <summary>Null where <paramref name="carry"/> is another way than a store; <paramref name="context"/> is the expression that gives the
    /// <c>HttpContext</c>.</summary>
    public static WebStore? Of(string carry, string context) => carry switch
    {
        Repair.CarryTempData => new(value => $"TempData[{Key}] = {value};", required => required($"TempData[{Key}] as string"), null),
        Repair.CarrySession => new(value => $"Session[{Key}] = {value};", required => required($"Session[{Key}] as string"), $"Session.Remove({Key});"),
        Repair.CarryHttpSession => new(
            value => $"{context}.Session.SetString({Key}, {value});",
            required => required($"{context}.Session.GetString({Key})"),
            $"{context}.Session.Remove({Key});",
            "Microsoft.AspNetCore.Http.SessionExtensions"),
        Repair.CarryProtectedCookie => new(
            value => $"{context}.Response.Cookies.Append({Key}, {Protector(context)}.Protect({value}), new CookieOptions {{ HttpOnly = true, Secure = {context}.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true }});",
            required => $"{Protector(context)}.Unprotect({required($"{context}.Request.Cookies[{Key}]")})",
            $"{context}.Response.Cookies.Delete({Key});",
            "Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions", "Microsoft.AspNetCore.Http.CookieOptions"),
        _ => null,
    };

    static string Protector(string context) => $"{context}.RequestServices.GetDataProtector({Key})";
}
