namespace Pkce;

/// <summary>
/// Says aloud that the authorization request and the token request made in this member go without PKCE on purpose:
/// the form of <see cref="NoPkce.Because"/> for a whole member. PKCE1001, PKCE1003 and PKCE1004 are reported there as
/// suppressed, with the reason. An attribute has no effect when the program runs.
/// </summary>
/// <remarks>
/// On a constructor, a method (a local function and a lambda too), a property, or a field whose initial value makes
/// the request; not on a type, since that would hide requests added later.
/// </remarks>
/// <param name="reason">Why, for those who review it. An empty one is a finding itself.</param>
[AttributeUsage(
    AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field,
    Inherited = false
)]
public sealed class NoPkceAttribute(string reason) : Attribute
{
    /// <summary>Why the requests go without PKCE.</summary>
    public string Reason { get; } = reason;
}
