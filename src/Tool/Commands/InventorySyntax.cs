using System.CommandLine;
using PkceAnalyzers.Tool.Inspecting;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce inventory</c> is written.</summary>
static class InventorySyntax
{
    static readonly Argument<string[]> Paths = CommonSyntax.Paths();

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
            Format,
        };
        inventory.SetAction(
            (parsed, cancel) =>
                new InventoryCommand(Console.Out, Console.Error).RunAsync(parsed.GetValue(Paths)!, parsed.GetValue(Format)!, cancel)
        );
        return inventory;
    }
}
