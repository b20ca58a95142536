using System.CommandLine;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>The commands, and the last resort for what goes wrong.</summary>
static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancel)
    {
        var parsed = Root().Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Fail(error.Message);
            Console.Error.WriteLine("Run 'pkce --help' for how to use it.");
            return ExitCode.Failed;
        }
        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (InputException e)
        {
            return Fail(e.Message);
        }
        catch (OperationCanceledException)
        {
            Fail("cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            return Fail($"unexpected {e.GetType().Name}: {e.Message}");
        }
    }

    static RootCommand Root() =>
        new("Finds missing and broken OAuth PKCE (RFC 7636) in C# code, and repairs it.")
        {
            ScanSyntax.Command(),
            FixSyntax.Command(),
            BaselineSyntax.Command(),
            RulesSyntax.Command(),
            ExplainSyntax.Command(),
            InventorySyntax.Command(),
            MergeSyntax.Command(),
            CompletionSyntax.Command(),
        };

    static int Fail(string message)
    {
        Console.Error.WriteLine($"pkce: error: {Printable.Line(message)}");
        return ExitCode.Failed;
    }
}
