using System.CommandLine;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Baselines;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce baseline</c> is written.</summary>
static class BaselineSyntax
{
    static readonly Argument<string[]> Paths = CommonSyntax.Paths();

    static readonly Option<string> File = new("--file")
    {
        Description = "The baseline; paths in it are relative to its folder, so its place is the top of the repository.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "pkce-baseline.json",
    };

    static readonly Option<bool> Prune = new("--prune") { Description = "Only forget findings that are gone, and add none." };

    public static Command Command()
    {
        var baseline = new Command(
            "baseline",
            "Writes the present findings into a file that is committed with the code; 'pkce scan --baseline' then fails on new ones only. "
                + "Findings are known again when lines move or are formatted. Exit code: 0 written, 2 could not be scanned completely, and "
                + "the file is as it was."
        )
        {
            Paths,
            File,
            Prune,
        };
        baseline.SetAction(
            (parsed, cancel) =>
                new BaselineCommand(Console.Out, Console.Error, Analyzers.All(), Analyzers.MayMatter).RunAsync(
                    parsed.GetValue(File)!,
                    parsed.GetValue(Prune),
                    new ScanOptions { Paths = parsed.GetValue(Paths)!, Minimum = DiagnosticSeverity.Info },
                    cancel
                )
        );
        return baseline;
    }
}
