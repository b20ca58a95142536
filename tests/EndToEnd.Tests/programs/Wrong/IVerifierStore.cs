namespace Wrong;

/// <summary>Where a verifier is kept between the two requests of a login.</summary>
interface IVerifierStore
{
    /// <summary>Keeps a verifier; returns the state to send.</summary>
    string Keep(HttpContext context, string verifier);

    string? Take(HttpContext context, string? state);
}
