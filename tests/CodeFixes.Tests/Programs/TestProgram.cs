namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>A program that fixes are tried on.</summary>
/// <param name="Name">Where it stands in this repository.</param>
/// <param name="Files">Its sources.</param>
sealed record TestProgram(string Name, IReadOnlyList<string> Files);
