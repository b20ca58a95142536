using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Reads the places that a diagnostic carries (<see cref="Repair"/>).</summary>
static class DiagnosticPlaces
{
    extension(Diagnostic diagnostic)
    {
        /// <summary>The index that <paramref name="property"/> holds, or -1.</summary>
        public int IndexOf(string property) =>
            diagnostic.Properties.TryGetValue(property, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? index
                : -1;

        public Location? LocationAt(int index) =>
            index >= 0 && index < diagnostic.AdditionalLocations.Count ? diagnostic.AdditionalLocations[index] : null;
    }
}
