using Microsoft.CodeAnalysis;
using PkceAnalyzers.Configuration;

namespace PkceAnalyzers.Rules;

/// <summary>Makes descriptors, so that all of them have category, help link and tags, and says how grave their findings are.</summary>
static class Descriptors
{
    const string Category = "Security";

    /// <summary>For what is resolved: severity is a promise about false positives.</summary>
    /// <param name="cwe">Number of the weakness in the Common Weakness Enumeration.</param>
    /// <param name="section">The section that is violated, such as <c>RFC 7636 4.3</c>.</param>
    public static DiagnosticDescriptor Warning(string id, string title, string message, string description, int cwe, string section) =>
        new(
            id,
            title,
            message,
            Category,
            DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            description,
            HelpLink(id),
            Tags(cwe, section, "7.4")
        );

    /// <summary>For what is inferred, or no more than advice.</summary>
    /// <param name="cwe">As for <see cref="Warning"/>.</param>
    /// <param name="section">As for <see cref="Warning"/>.</param>
    public static DiagnosticDescriptor Info(string id, string title, string message, string description, int cwe, string section) =>
        new(
            id,
            title,
            message,
            Category,
            DiagnosticSeverity.Info,
            isEnabledByDefault: true,
            description,
            HelpLink(id),
            Tags(cwe, section, "3.7")
        );

    /// <summary>The severity of a finding: what a test sends or configures is no one's login.</summary>
    /// <param name="isAdvice">Whether the finding is inferred, and so no more than advice.</param>
    public static DiagnosticSeverity SeverityIn(this DiagnosticDescriptor descriptor, ProjectFacts project, bool isAdvice = false) =>
        project.IsTestProject || isAdvice ? DiagnosticSeverity.Info : descriptor.DefaultSeverity;

    // "security", "external/cwe/…" and the rank from 0 to 10 (CVSS) are what code scanning asks for.
    static string[] Tags(int cwe, string section, string severity) =>
        [$"CWE-{cwe}", section, "security", $"external/cwe/cwe-{cwe}", $"security-severity:{severity}"];

    static string HelpLink(string id) => $"https://github.com/pkce-analyzers/pkce-analyzers/blob/main/docs/rules/{id}.md";
}
