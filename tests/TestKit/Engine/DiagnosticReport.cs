using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Writes diagnostics for a person: like the compiler, with the line of source and a mark under the span.</summary>
sealed class DiagnosticReport(IReadOnlyDictionary<string, SourceText> texts)
{
    readonly StringBuilder report = new();

    public override string ToString() => report.ToString().TrimEnd();

    public DiagnosticReport Line(string line)
    {
        report.AppendLine(line);
        return this;
    }

    public DiagnosticReport List(string heading, IEnumerable<DiagnosticResult> results)
        => List(heading, results.ToList(), result => Write(result));

    public DiagnosticReport List(string heading, IEnumerable<Diagnostic> diagnostics)
        => List(heading, diagnostics.ToList(), diagnostic => Write(diagnostic));

    DiagnosticReport List<T>(string heading, List<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return this;

        Line("").Line($"{heading}:");
        items.ForEach(write);
        return this;
    }

    void Write(DiagnosticResult result)
    {
        var severity = result.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) ? "diagnostic" : Name(result.Severity);
        var message = result.Message ?? (result.MessageArguments is null ? "(any message)" : $"(any message with {string.Join(", ", result.MessageArguments)})");
        Write(severity, result.Id, message, result.IsSuppressed == true, [.. result.Spans.Select(location => (location.Span, location.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)))]);
    }

    void Write(Diagnostic diagnostic)
    {
        var locations = diagnostic.Location == Location.None ? [] : new[] { diagnostic.Location }.Concat(diagnostic.AdditionalLocations);
        Write(Name(diagnostic.Severity), diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.IsSuppressed, [.. locations.Select(location => (location.GetLineSpan(), false))]);
    }

    void Write(string severity, string id, string message, bool suppressed, ImmutableArray<(FileLinePositionSpan Span, bool StartOnly)> locations)
    {
        var place = locations.IsEmpty ? "(no location)" : Describe(locations[0].Span, locations[0].StartOnly);
        Line($"  {place}: {(suppressed ? "suppressed " : "")}{severity} {id}: {message}");
        if (!locations.IsEmpty)
            WriteSource(locations[0].Span, locations[0].StartOnly);
        foreach (var (span, startOnly) in locations.Skip(1))
            Line($"    additional location {Describe(span, startOnly)}");
    }

    void WriteSource(FileLinePositionSpan span, bool startOnly)
    {
        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        if (!texts.TryGetValue(span.Path, out var text) || start.Line >= text.Lines.Count)
            return;

        var line = text.Lines[start.Line].ToString();
        var before = line[..Math.Min(start.Character, line.Length)];
        var to = end.Line > start.Line ? line.Length : Math.Min(end.Character, line.Length);
        var mark = startOnly ? "^" : new string('~', Math.Max(1, to - before.Length));
        var number = $"{start.Line + 1,6}";
        Line($"{number} | {line}");
        // Tabs stay, so that the mark stands under its text.
        Line($"{"",6} | {string.Concat(before.Select(character => character == '\t' ? '\t' : ' '))}{mark}");
    }

    static string Describe(FileLinePositionSpan span, bool startOnly)
    {
        var start = $"{span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}";
        return startOnly ? $"{span.Path}({start})" : $"{span.Path}({start},{span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})";
    }

    static string Name(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();
}
