using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests.Razor;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a request in the markup of a Razor file.</summary>
static class RazorDiagnostic
{
    /// <param name="arguments">Of the descriptor's message.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, RazorLink link, RazorFile file, params object[] arguments) =>
        Diagnostic.Create(
            descriptor,
            link.Place,
            descriptor.SeverityIn(file.Project),
            additionalLocations: null,
            properties: null,
            arguments
        );
}
