using System.CommandLine;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Fixing;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce fix</c> is written.</summary>
static class FixSyntax
{
    static readonly Argument<string> Path = CommonSyntax.Path();

    static readonly Option<string?> Severity = CommonSyntax.Severity("--min-severity", "The least severity to repair; by default warning.");

    static readonly Option<string[]> Rules = CommonSyntax.Rules(
        "A rule whose findings are repaired, such as PKCE1001; may be given several times. By default all.",
        "--id"
    );

    static readonly Option<bool> Runtime = new("--runtime")
    {
        Description =
            "Repair by calls of PkceAnalyzers.Runtime, and add a reference to that package to the projects; by default by a "
            + "helper that is written into them.",
    };

    static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Print what would change, as a unified diff, and write nothing.",
    };

    public static Command Command()
    {
        var fix = new Command(
            "fix",
            "Repairs what scan finds, where a sound repair is known, and says of each finding what became of it. Writes only below "
                + "PATH and through no links. "
                + "Exit code: 0 nothing is left, 1 findings are left, 2 could not be repaired, or not completely."
        )
        {
            Path,
            Severity,
            Rules,
            Runtime,
            DryRun,
        };
        fix.SetAction(
            (parsed, cancel) =>
                new FixCommand(Console.Out, Console.Error, Analyzers.All(), Analyzers.MayMatter).RunAsync(
                    parsed.GetValue(Path)!,
                    Options(parsed),
                    cancel
                )
        );
        return fix;
    }

    static FixOptions Options(ParseResult parsed) =>
        new(
            CommonSyntax.Upper(parsed.GetValue(Rules)!).ToHashSet(),
            CommonSyntax.SeverityOf(parsed.GetValue(Severity)) ?? DiagnosticSeverity.Warning,
            parsed.GetValue(Runtime),
            parsed.GetValue(DryRun)
        );
}
