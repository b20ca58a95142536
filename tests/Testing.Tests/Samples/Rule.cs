using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Testing.Tests.Samples;

static class Rule
{
    /// <summary>The rule of most samples: a name begins with <c>bad</c>.</summary>
    public static readonly DiagnosticDescriptor BadName = Create("T001", "'{0}' is a bad name");

    public static DiagnosticDescriptor Create(string id, string message, bool enabled = true)
        => new(id, message, message, "Tests", DiagnosticSeverity.Warning, enabled);
}
