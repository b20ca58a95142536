using Microsoft.AspNetCore.DataProtection;

namespace Wrong;

/// <summary>One cookie for the logins at all providers.</summary>
sealed class CookieStore(IDataProtectionProvider protection) : IVerifierStore
{
    const string Name = "code_verifier";

    readonly IDataProtector protector = protection.CreateProtector(Name);

    public string Keep(HttpContext context, string verifier)
    {
        context.Response.Cookies.Append(Name, protector.Protect(verifier), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Guid.NewGuid().ToString("N");
    }

    public string? Take(HttpContext context, string? state) => context.Request.Cookies[Name] is { } cookie ? protector.Unprotect(cookie) : null;
}
