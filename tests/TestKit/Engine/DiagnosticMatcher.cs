using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Pairs expected with reported diagnostics, so that as many as possible find their partner whatever their order.</summary>
static class DiagnosticMatcher
{
    /// <returns>What found no partner, on either side.</returns>
    public static (ImmutableArray<DiagnosticResult> Missing, ImmutableArray<Diagnostic> Unexpected) Match(
        IReadOnlyList<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        var partner = new int?[actual.Length];
        var missing = Enumerable.Range(0, expected.Count).Where(index => !TryPair(index, new bool[actual.Length]))
            .Select(index => expected[index]).ToImmutableArray();
        var unexpected = actual.Where((diagnostic, index) => partner[index] is null && !diagnostic.IsSuppressed).ToImmutableArray();
        return (missing, unexpected);

        // An expectation takes a diagnostic from another one that can move to a third (augmenting paths).
        bool TryPair(int index, bool[] visited)
        {
            for (var candidate = 0; candidate < actual.Length; candidate++)
            {
                if (visited[candidate] || !Matches(expected[index], actual[candidate]))
                    continue;
                visited[candidate] = true;
                if (partner[candidate] is { } other && !TryPair(other, visited))
                    continue;
                partner[candidate] = index;
                return true;
            }

            return false;
        }
    }

    static bool Matches(DiagnosticResult expected, Diagnostic actual)
        => expected.Id == actual.Id
            && (expected.IsSuppressed ?? false) == actual.IsSuppressed
            && (expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) || expected.Severity == actual.Severity)
            && MatchesLocation(expected, actual)
            && MatchesMessage(expected, actual.GetMessage(CultureInfo.InvariantCulture));

    static bool MatchesLocation(DiagnosticResult expected, Diagnostic actual)
    {
        if (!expected.HasLocation)
            return actual.Location == Location.None;
        if (!expected.Spans[0].Matches(actual.Location))
            return false;
        if (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
            return true;

        return expected.Spans.Length - 1 == actual.AdditionalLocations.Count
            && expected.Spans.Skip(1).Zip(actual.AdditionalLocations).All(pair => pair.First.Matches(pair.Second));
    }

    static bool MatchesMessage(DiagnosticResult expected, string actual)
        => expected.Message is { } message
            ? message == actual
            // The compiler's message formats are not public, so its arguments are looked for in the message.
            : (expected.MessageArguments ?? []).All(argument => actual.Contains(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? ""));
}
