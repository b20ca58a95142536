using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Scanning;
using Spectre.Console;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>The same on a terminal: in colours, with the code that a finding is about underlined.</summary>
sealed class TerminalReport(IAnsiConsole console, string currentFolder) : TextReport(console.Profile.Out.Writer, currentFolder)
{
    const int TabWidth = 4;

    protected override void Print(Finding finding)
    {
        var colour = finding.Severity switch
        {
            DiagnosticSeverity.Error => "red",
            DiagnosticSeverity.Warning => "yellow",
            _ => "blue",
        };
        Write(
            $"[bold]{Markup.Escape(At(finding))}[/]: [{colour}]{SeverityName(finding.Severity)} {finding.Id}[/]: "
                + $"{Markup.Escape(Printable.Line(finding.Message))}\n"
        );
        if (finding.Code is { } code && finding.Column <= code.Length)
            PrintCode(finding.Place, code, colour);
    }

    void PrintCode(Place place, string code, string colour)
    {
        var end = place.EndLine > place.Line ? code.TrimEnd().Length : Math.Min(place.EndColumn - 1, code.Length);
        end = Math.Max(end, place.Column);
        var (before, at, after) = (Shown(code[..(place.Column - 1)]).TrimStart(), Shown(code[(place.Column - 1)..end]), Shown(code[end..]));
        var number = place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(6);
        // A long line is cut so that the place stays in sight.
        var room = Math.Max(console.Profile.Width - number.Length - 4, 20);
        if (before.Length + Math.Min(at.Length, room / 2) > room)
            before = "…" + before[^Math.Max(0, Math.Min(before.Length, room / 4))..];
        at = at.Length + before.Length > room ? at[..Math.Max(1, room - before.Length - 1)] + "…" : at;
        after = after.Length > room - before.Length - at.Length ? after[..Math.Max(0, room - before.Length - at.Length)] : after;
        Write($"[dim]{number} |[/] {Markup.Escape(before)}[{colour}]{Markup.Escape(at)}[/]{Markup.Escape(after)}\n");
        Write(
            $"[dim]{new string(' ', number.Length)} |[/] "
                + $"{new string(' ', before.GetCellWidth())}[{colour}]{new string('~', at.GetCellWidth())}[/]\n"
        );
    }

    static string Shown(string code) => Printable.Line(code.Replace("\t", new string(' ', TabWidth)));

    void Write(string markup) => console.Write(new Markup(markup));
}
