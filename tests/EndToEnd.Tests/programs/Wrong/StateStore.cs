using Microsoft.AspNetCore.DataProtection;

namespace Wrong;

/// <summary>The state itself: nobody can read it, and everybody who has it can use it.</summary>
sealed class StateStore(IDataProtectionProvider protection) : IVerifierStore
{
    readonly IDataProtector protector = protection.CreateProtector("state");

    public string Keep(HttpContext context, string verifier) => protector.Protect(verifier);

    public string? Take(HttpContext context, string? state) => state is null ? null : protector.Unprotect(state);
}
