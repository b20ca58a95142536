namespace PkceAnalyzers.Catalog;

/// <summary>A property of a library that switches PKCE on or off.</summary>
/// <param name="Type">Full name of the type that declares it; types derived from it have it too.</param>
/// <param name="Member">The property's name.</param>
/// <param name="Off">The value that switches PKCE off.</param>
/// <param name="On">The value that switches it on, as C#.</param>
sealed record Setting(string Type, string Member, object Off, string On)
{
    /// <summary>All settings of all libraries.</summary>
    public static readonly Setting[] All = [.. AspNetCoreAuthentication.Settings];
}
