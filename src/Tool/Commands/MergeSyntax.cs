using System.CommandLine;
using PkceAnalyzers.Tool.Merging;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce merge</c> is written.</summary>
static class MergeSyntax
{
    static readonly Argument<string[]> Logs = new("LOG")
    {
        Description =
            "A log in SARIF 2.1.0, of pkce, the compiler or any other tool, or a folder of logs (*.sarif, at any depth). Or files of "
            + "'pkce inventory --format json'.",
        Arity = ArgumentArity.OneOrMore,
    };

    static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The file to write; by default standard output.",
        HelpName = "FILE",
    };

    static readonly Option<string> Category = new("--category")
    {
        Description = "The name by which code scanning tells this analysis from others of the same commit.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "pkce",
    };

    public static Command Command()
    {
        var merge = new Command(
            "merge",
            "Makes one log of many, as code scanning wants it: one run for each tool, each result once, paths below the current folder "
                + "relative to it. "
                + "Exit code: 0 merged, 2 a log could not be read, and nothing is written."
        )
        {
            Logs,
            Output,
            Category,
        };
        merge.SetAction(parsed =>
            MergeCommand.Run(parsed.GetValue(Logs)!, parsed.GetValue(Output), parsed.GetValue(Category)!.Trim('/'), Console.Out)
        );
        return merge;
    }
}
