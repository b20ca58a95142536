namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>The code within the braces of an interpolated string.</summary>
static class Hole
{
    /// <summary>An expression as it stands there, where a colon begins the format.</summary>
    public static string Of(string expression) => expression.Contains("::") ? $"({expression})" : expression;
}
