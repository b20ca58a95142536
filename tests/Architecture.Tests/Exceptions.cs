namespace PkceAnalyzers.Architecture.Tests;

/// <summary>What is let off, each with its reason: at most ten.</summary>
static class Exceptions
{
    static readonly (string Begins, string Reason)[] All = [];

    public static bool Cover(string violation) => All.Any(exception => violation.StartsWith(exception.Begins, StringComparison.Ordinal));
}
