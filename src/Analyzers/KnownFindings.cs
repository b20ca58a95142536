using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers;

/// <summary>The findings of a baseline, as <c>pkce baseline</c> writes it: they are known and do not count.</summary>
sealed class KnownFindings
{
    const string Version = "1";
    const string Marker = "build_metadata.AdditionalFiles.PkceBaseline";

    static readonly ConditionalWeakTable<AdditionalText, KnownFindings> Read = new();

    readonly Dictionary<(string Rule, string Path, string Fingerprint), int> _counts = [];

    KnownFindings(AdditionalText file)
    {
        var text = file.GetText();
        var values = text is null ? [] : JsonSettings.Read(text).Values;
        IsReadable = values.Any(value => value is { Section: "", Name: "version", Text: Version });
        var folder = Path.GetDirectoryName(file.Path) ?? "";
        foreach (
            var entry in values
                .Where(value => value.Section.StartsWith("findings:", StringComparison.Ordinal))
                .GroupBy(value => value.Section)
        )
        {
            string Field(string name) => entry.FirstOrDefault(value => value.Name == name)?.Text ?? "";
            // Behind the colon is the finding's number among those that look like it.
            var finding = (Field("rule"), Path.GetFullPath(Path.Combine(folder, Field("path"))), Field("fingerprint").Split(':')[0]);
            _counts[finding] = _counts.TryGetValue(finding, out var count) ? count + 1 : 1;
        }
    }

    /// <summary>Whether it is a baseline of the version that this reads.</summary>
    public bool IsReadable { get; }

    /// <summary>Null for an additional file that is none.</summary>
    public static KnownFindings? In(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Marker, out var marked) && marked == "true"
            ? Read.GetValue(file, static one => new KnownFindings(one))
            : null;

    /// <summary>The findings that are known; of those that look the same as many as are known, the first ones.</summary>
    public IEnumerable<Diagnostic> Among(IEnumerable<Diagnostic> findings, AnalyzerOptions options) =>
        findings
            .GroupBy(finding => KeyOf(finding, options))
            .Where(same => _counts.ContainsKey(same.Key))
            .SelectMany(same => same.OrderBy(finding => finding.Location.SourceSpan.Start).Take(_counts[same.Key]));

    static (string Rule, string Path, string Fingerprint) KeyOf(Diagnostic finding, AnalyzerOptions options)
    {
        var (written, mapped) = (finding.Location.GetLineSpan().Path, finding.Location.GetMappedLineSpan().Path);
        var additional = finding.Location.IsInSource
            ? null
            : options.AdditionalFiles.FirstOrDefault(file => file.Path == written)?.GetText();
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(written) ?? "", mapped));
        return (finding.Id, path, Fingerprint.Of(finding, additional));
    }
}
