using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The class that a repair writes into a program that does not reference the package.</summary>
static class HelperSource
{
    public static string Of(string modifiers, string nullable, string root = "") =>
        CookieHelper.Class.Text($"{root}System", $"{root}Microsoft", modifiers, "ProofKeyCookie", nullable);
}
