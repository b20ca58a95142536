using System.CommandLine;
using PkceAnalyzers.Tool.Inspecting;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce inventory</c> is written.</summary>
static class InventorySyntax
{
    static readonly Argument<string[]> Paths = CommonSyntax.Paths();

    static readonly Option<string?> Targets = TargetSyntax.Targets();

    static readonly Option<string?> Part = TargetSyntax.Part();

    static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "The form of the list.",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => "table",
    };

    static InventorySyntax() => Format.AcceptOnlyFromAmong("table", "json", "csv");

    public static Command Command()
    {
        var inventory = new Command(
            "inventory",
            "Lists every authorization and token request that the code makes, those with PKCE too: where, to which endpoint, and what "
                + "each does about PKCE "
                + "(S256, plain, verifier, none, conditional, unknown). Exit code: 0, or 2 where not everything could be read."
        )
        {
            Paths,
            Targets,
            Part,
            Format,
        };
        inventory.SetAction(
            (parsed, cancel) =>
                new InventoryCommand(Console.Out, Console.Error).RunAsync(
                    TargetSyntax.Read(parsed.GetValue(Targets), parsed.GetValue(Part), Console.Error)?.Select(target => new[] { target })
                        ?? [parsed.GetValue(Paths)!],
                    parsed.GetValue(Format)!,
                    cancel
                )
        );
        TargetSyntax.Validate(inventory, Paths, Targets, Part);
        return inventory;
    }
}
