namespace PkceAnalyzers.Libraries;

/// <summary>Members by which a program adds parameters of its own to the authorization request of a library that does PKCE
/// itself.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Name">The member, a dictionary or a list of pairs.</param>
/// <param name="Owners">Full names of the types that declare it.</param>
sealed record ExtraParameters(string Library, string Name, string[] Owners);
