using System.CommandLine;
using System.Globalization;
using PkceAnalyzers.Tool.Inspecting;

namespace PkceAnalyzers.Tool.Commands;

/// <summary><c>pkce explain</c>: the page of a rule, or what is seen at a place.</summary>
static class ExplainSyntax
{
    static readonly Argument<string> What = new("RULE|FILE:LINE")
    {
        Description = "The id of a rule, such as PKCE1001 ('pkce rules' lists them), or a line of a C# file, such as src/Login.cs:23.",
    };

    static readonly Argument<string> In = new("PATH")
    {
        Description = "What the file is part of: a solution, project or folder.",
        DefaultValueFactory = _ => ".",
    };

    static readonly Option<bool> Repro = new("--repro")
    {
        Description =
            "Print a small program that has the same finding, with every name and text of the owner's replaced, to show it to others. "
            + "Read it before you do.",
    };

    public static Command Command()
    {
        var explain = new Command(
            "explain",
            "Prints the page of a rule: what is wrong, the attack, wrong and right code, the repair, and when to suppress. Or says "
                + "what is seen at a line: the "
                + "request with what each parameter may be and where it comes from, and why it is reported or not."
        )
        {
            What,
            In,
            Repro,
        };
        explain.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(What)!, parsed.GetValue(In)!, parsed.GetValue(Repro), cancel));
        return explain;
    }

    static async Task<int> RunAsync(string what, string path, bool repro, CancellationToken cancel)
    {
        if (what.LastIndexOf(':') is > 0 and var colon && int.TryParse(what.AsSpan(colon + 1), CultureInfo.InvariantCulture, out var line))
            return await new ExplainCommand(Console.Out, Console.Error).RunAsync(what[..colon], line, path, repro, cancel);
        var rule =
            Analyzers.Rules.FirstOrDefault(rule => rule.Id.Equals(what, StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException($"there is no rule '{what}' ('pkce rules' lists them), and it is no place as FILE:LINE");
        Console.Out.Write(RulePages.WithFullLinks(rule.Id, rule.HelpLinkUri));
        return ExitCode.NothingFound;
    }
}
