namespace PkceAnalyzers.Libraries;

/// <summary>The member of a configured type that tells which grants a client has.</summary>
/// <param name="Default">The grants when nothing is written.</param>
sealed record GrantMember(string Name, Grants Default);
