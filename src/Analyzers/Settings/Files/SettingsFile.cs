using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings.Files;

/// <summary>What a settings file (<c>appsettings.json</c>, seed data of clients) holds that rules judge.</summary>
/// <param name="Project">What is known of the project that it belongs to.</param>
/// <param name="IsRead">Whether the program reads settings files at all.</param>
/// <param name="Findings">What its values mean for PKCE, less what comments except.</param>
/// <param name="Unreasoned">Comments that would except a value, but give no reason.</param>
sealed record SettingsFile(
    ProjectFacts Project,
    bool IsRead,
    ImmutableArray<SettingsFileFinding> Findings,
    ImmutableArray<Location> Unreasoned
)
{
    public static SettingsFile Read(
        string path,
        SourceText text,
        ProjectFacts project,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var (values, comments) = JsonSettings.Read(text);
        var bySection = values.ToLookup(value => value.Section, StringComparer.OrdinalIgnoreCase);
        var exceptions = comments.Select(comment => SettingException.From(comment, text)).OfType<SettingException>().ToList();
        var atLine = exceptions.ToLookup(exception => exception.Line);
        var findings = bySection
            .SelectMany(values => Judge(new SettingsSection(values.Key, bySection)))
            .OrderBy(finding => finding.Value.Span.Start)
            .ToImmutableArray();
        var isRead = !findings.IsEmpty && TriggerWords.OfConfiguration.Any(word => !cache.TreesHolding(word, cancellation).IsEmpty);
        return new SettingsFile(
            project,
            isRead,
            findings,
            [.. exceptions.Where(exception => exception.Reason is null).Select(exception => Place(exception.Span))]
        );

        Location Place(TextSpan span) => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));

        IEnumerable<SettingsFileFinding> Judge(SettingsSection section) =>
            from held in Holding(section, project)
            let place = Place(held.Value.Span)
            let edit = SettingEdit.Of(held.Row, held.Value, section, held.Grants, text)
            select new SettingsFileFinding(
                held.Kind,
                held.Row,
                held.Value,
                held.Grants,
                place,
                edit is null ? null : (Place(edit.Span), edit.Text),
                [.. atLine[place.GetLineSpan().StartLinePosition.Line]]
            )
            {
                ClientId = section.Of("ClientId").FirstOrDefault()?.Text,
            };
    }

    /// <summary>The rows that hold for the values of a section, one for each value.</summary>
    static IEnumerable<(BoundSection Kind, Setting Row, SettingValue Value, Grants? Grants)> Holding(
        SettingsSection section,
        ProjectFacts project
    )
    {
        var settled = new HashSet<SettingValue>();
        foreach (var kind in BoundSection.All.Where(section.Is))
        {
            var grants = section.GrantsIn(kind.Grant);
            foreach (var row in kind.Settings.Where(row => row.Of is not { } wanted || (grants & wanted) > 0))
            {
                if (section.Holding(row, kind, project) is { } value && settled.Add(value))
                    yield return (kind, row, value, grants);
            }
        }
    }
}
