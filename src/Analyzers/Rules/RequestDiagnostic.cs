using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a request, with all that its fix needs.</summary>
static class RequestDiagnostic
{
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Request request, FileModel file)
    {
        return Diagnostic.Create(descriptor, request.Place.GetLocation(), string.Join(", ", request.ParameterNames));
    }
}
