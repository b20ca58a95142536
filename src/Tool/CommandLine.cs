using System.CommandLine;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Fixing;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool;

/// <summary>The commands, their arguments and options, and the last resort for what goes wrong.</summary>
static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Fail(error.Message);
            Console.Error.WriteLine("Run 'pkce --help' for how to use it.");
            return ExitCode.Failed;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
            return Fail($"unexpected {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    static RootCommand Root() => new("Finds missing and broken OAuth PKCE (RFC 7636) in C# code, and repairs it.") { Scan(), Fix() };

    static Command Scan()
    {
        var path = CodePath();
        var severity = MinimumSeverity("The least severity to print: info, warning or error. Infos (what is inferred, not proven) never decide the exit code.");
        var showSuppressed = new Option<bool>("--show-suppressed")
        {
            Description = "Also list what the code itself suppresses, with the reasons that it gives. It is no finding and does not decide the exit code.",
        };
        var scan = new Command("scan",
            "Analyses C# code and prints what it finds as a compiler would. The code need not be restored, need not compile, "
            + "and is never run. Exit code: 0 nothing found, 1 findings, 2 could not be scanned, or not completely.")
        {
            path,
            severity,
            showSuppressed,
        };
        scan.SetAction((parsed, cancel) => new ScanCommand(Console.Out, Console.Error, Analyzers.All(), Analyzers.MayMatter)
            .RunAsync(parsed.GetValue(path)!, parsed.GetValue(severity), parsed.GetValue(showSuppressed), cancel));
        return scan;
    }

    static Command Fix()
    {
        var path = CodePath();
        var severity = MinimumSeverity("The least severity to repair: info, warning or error.");
        var ids = new Option<string[]>("--id")
        {
            Description = "A rule whose findings are repaired, such as PKCE1001; may be given several times. By default all.",
            HelpName = "PKCExxxx",
            DefaultValueFactory = _ => [],
        };
        ids.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Analyzers.Ids.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
                result.AddError($"There is no rule '{token.Value}'.");
        });
        var runtime = new Option<bool>("--runtime")
        {
            Description = "Repair by calls of PkceAnalyzers.Runtime, and add a reference to that package to the projects; by default by a helper that is written into them.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change, as a unified diff, and write nothing." };
        var fix = new Command("fix",
            "Repairs what scan finds, where a sound repair is known, and says of each finding what became of it. Writes only below PATH and through no links. "
            + "Exit code: 0 nothing is left, 1 findings are left, 2 could not be repaired, or not completely.")
        {
            path,
            severity,
            ids,
            runtime,
            dryRun,
        };
        fix.SetAction((parsed, cancel) => new FixCommand(Console.Out, Console.Error, Analyzers.All(), Analyzers.MayMatter).RunAsync(parsed.GetValue(path)!,
            new FixOptions(parsed.GetValue(ids)!.Select(id => id.ToUpperInvariant()).ToHashSet(), parsed.GetValue(severity), parsed.GetValue(runtime), parsed.GetValue(dryRun)), cancel));
        return fix;
    }

    static Argument<string> CodePath()
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A project (.csproj), a solution (.sln, .slnx), a C# file, or a folder: all projects below it, and the sources that belong to none.",
            DefaultValueFactory = _ => ".",
        };
        path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] option }] && !Path.Exists(option))
                result.AddError($"Unrecognized option '{option}'.");
        });
        return path;
    }

    static Option<DiagnosticSeverity> MinimumSeverity(string description)
    {
        return new Option<DiagnosticSeverity>("--min-severity")
        {
            Description = description,
            DefaultValueFactory = _ => DiagnosticSeverity.Warning,
            HelpName = "info|warning|error",
            CustomParser = result => result.Tokens.Single().Value.ToLowerInvariant() switch
            {
                "info" => DiagnosticSeverity.Info,
                "warning" => DiagnosticSeverity.Warning,
                "error" => DiagnosticSeverity.Error,
                var other => Invalid(result, $"--min-severity is info, warning or error, not '{other}'."),
            },
        };

        static DiagnosticSeverity Invalid(System.CommandLine.Parsing.ArgumentResult result, string message)
        {
            result.AddError(message);
            return default;
        }
    }

    static int Fail(string message)
    {
        Console.Error.WriteLine($"pkce: error: {message}");
        return ExitCode.Failed;
    }
}
