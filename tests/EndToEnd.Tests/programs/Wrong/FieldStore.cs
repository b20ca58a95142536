namespace Wrong;

/// <summary>One field for all users.</summary>
sealed class FieldStore : IVerifierStore
{
    static string? pending;

    public string Keep(HttpContext context, string verifier)
    {
        pending = verifier;
        return Guid.NewGuid().ToString("N");
    }

    public string? Take(HttpContext context, string? state) => pending;
}
