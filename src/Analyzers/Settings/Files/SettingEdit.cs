using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings.Files;

/// <summary>The edit of a settings file that repairs one value: in place of it, or a key that is added.</summary>
sealed record SettingEdit(TextSpan Span, string Text)
{
    /// <summary>Null where no value of the key repairs it.</summary>
    public static SettingEdit? Of(Setting row, SettingValue value, SettingsSection section, Grants? grants, SourceText text)
    {
        if (row.Repair is not { } repair || row.BreaksTheLoginOf(grants))
            return null;
        if (row.Condition == ValueCondition.Unset)
            return section.First is { Span.Start: var start } ? Added(row.Member, repair, start, text) : null;
        // A truth value that is written as text stays one.
        var isQuoted = text[value.Written.Start] == '"' && repair[0] != '"';
        return new SettingEdit(value.Written, isQuoted ? $"\"{repair}\"" : repair);
    }

    /// <summary>Before another key, where no comma is missing or too many.</summary>
    static SettingEdit Added(string key, string value, int position, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, position));
        var separator = string.IsNullOrWhiteSpace(indent)
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + indent
            : " ";
        return new SettingEdit(new TextSpan(position, 0), $"\"{key}\": {value},{separator}");
    }
}
