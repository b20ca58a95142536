using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Reporting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How <c>pkce scan</c> is written.</summary>
static class ScanSyntax
{
    static readonly Argument<string[]> Paths = CommonSyntax.Paths();

    static readonly Option<string?> Targets = TargetSyntax.Targets();

    static readonly Option<string?> Part = TargetSyntax.Part();

    static readonly Option<string[]> Rules = CommonSyntax.Rules(
        "A rule to look for, such as PKCE1001; may be given several times. By default all."
    );

    static readonly Option<string[]> Include = new("--include")
    {
        Description =
            "Report on these paths only (a name, or a pattern such as 'src/**/Login*.cs'). The rest is still read: it is "
            + "part of the program.",
        HelpName = "PATTERN",
        DefaultValueFactory = _ => [],
    };

    static readonly Option<string[]> Exclude = new("--exclude")
    {
        Description = "Do not report on these paths, such as 'tests' or '*.Designer.cs'.",
        HelpName = "PATTERN",
        DefaultValueFactory = _ => [],
    };

    static readonly Option<string?> Severity = CommonSyntax.Severity(
        "--min-severity",
        "The least severity to report; by default warning, or that of --fail-on. Infos are what is inferred, not proven."
    );

    static readonly Option<string?> FailOn = CommonSyntax.Severity(
        "--fail-on",
        "The least severity that makes the exit code 1; by default warning.",
        none: "never"
    );

    static readonly Option<bool> ShowSuppressed = new("--show-suppressed")
    {
        Description =
            "Also list what the code itself suppresses, with the reasons that it gives. It is no finding and does not decide "
            + "the exit code.",
    };

    static readonly Option<string> Format = new("--format", "-f")
    {
        Description = "The form of standard output; everything but the report goes to standard error.",
        HelpName = ReportFormats.Names,
        DefaultValueFactory = _ => "text",
    };

    static readonly Option<string[]> Outputs = new("--output", "-o")
    {
        Description =
            "Also write a report to a file, whose form its ending says (.sarif, .jsonl, .xml for JUnit, .md, .csv, .html, .txt) or "
            + "FORMAT=FILE; may be given several times.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    static readonly Option<string> Category = new("--category")
    {
        Description =
            "The name by which code scanning tells this analysis from others of the same commit, for SARIF; give each part "
            + "of a repository that is scanned by itself one of its own.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "pkce",
    };

    static readonly Option<string?> Baseline = new("--baseline")
    {
        Description = "A file that 'pkce baseline' wrote: the findings in it are known and do not count.",
        HelpName = "FILE",
    };

    static readonly Option<string?> ChangedSince = new("--changed-since")
    {
        Description =
            "Report on members only that changed since the present branch left this revision of git, such as origin/main; "
            + "committed or not. The whole program is analysed all the same.",
        HelpName = "REVISION",
    };

    static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "How many files are read or analysed at once; by default one for each core.",
        HelpName = "N",
    };

    static readonly Option<double?> Timeout = new("--timeout")
    {
        Description = "How many seconds the files of one project may take. What is left out is said, and the exit code is 2.",
        HelpName = "SECONDS",
    };

    static readonly Option<string?> Cache = new("--cache")
    {
        Description =
            "A folder that keeps what was found, by the content of all files: what is unchanged is not analysed again. "
            + "What was not used for 30 days is deleted.",
        HelpName = "FOLDER",
    };

    static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Print findings and errors alone: no summary, warnings or progress.",
    };

    static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Also say what each project is taken for, and what that costs in certainty.",
    };

    static ScanSyntax()
    {
        Jobs.Validators.Add(result => Each(result, text => int.TryParse(text, out var number) && number > 0, "--jobs is a number above 0"));
        Timeout.Validators.Add(result =>
            Each(result, text => double.TryParse(text, out var number) && number is > 0 and < 1e6, "--timeout is a number above 0")
        );
        Format.Validators.Add(result =>
            Each(result, name => ReportFormats.Named(name) is not null, "--format is one of " + ReportFormats.Names.Replace("|", ", "))
        );
        Outputs.Validators.Add(result =>
            Each(result, file => ReportFormats.File(file) is not null, "--output needs FORMAT=FILE, or a file whose ending says the form")
        );
        Cache.Validators.Add(result => Each(result, folder => !File.Exists(folder), "--cache is a folder"));
        Category.Validators.Add(result => Each(result, name => name.Trim('/').Length > 0, "--category is a name"));
    }

    public static Command Command()
    {
        var scan = new Command(
            "scan",
            "Analyses C# code and prints what it finds as a compiler would. The code need not be restored, need not compile, "
                + "and is never run. Exit code: 0 nothing found, 1 findings, 2 could not be scanned, or not completely, 130 interrupted."
        )
        {
            Paths,
            Targets,
            Part,
            Rules,
            Include,
            Exclude,
            Severity,
            FailOn,
            ShowSuppressed,
            Baseline,
            ChangedSince,
            Format,
            Outputs,
            Category,
            Jobs,
            Timeout,
            Cache,
            Quiet,
            Verbose,
        };
        TargetSyntax.Validate(scan, Paths, Targets, Part);
        scan.Validators.Add(result =>
        {
            if (result.GetValue(Quiet) && result.GetValue(Verbose))
                result.AddError("--quiet and --verbose exclude each other.");
        });
        scan.SetAction(
            (parsed, cancel) =>
                new ScanCommand(Console.Out, Console.Error, Analyzers.All(), Analyzers.MayMatter).RunAsync(Options(parsed), cancel)
        );
        return scan;
    }

    static ScanOptions Options(ParseResult parsed)
    {
        var failOn = parsed.GetValue(FailOn) is { } named ? CommonSyntax.SeverityOf(named) : DiagnosticSeverity.Warning;
        return new ScanOptions
        {
            Paths = parsed.GetValue(Paths)!,
            Targets = TargetSyntax.Read(parsed.GetValue(Targets), parsed.GetValue(Part), Console.Error),
            Rules = CommonSyntax.Upper(parsed.GetValue(Rules)!),
            Include = parsed.GetValue(Include)!,
            Exclude = parsed.GetValue(Exclude)!,
            Minimum =
                CommonSyntax.SeverityOf(parsed.GetValue(Severity))
                ?? (failOn is { } least && least < DiagnosticSeverity.Warning ? least : DiagnosticSeverity.Warning),
            FailOn = failOn,
            Baseline = parsed.GetValue(Baseline),
            ChangedSince = parsed.GetValue(ChangedSince),
            ShowSuppressed = parsed.GetValue(ShowSuppressed),
            Format = ReportFormats.Named(parsed.GetValue(Format)!) ?? ReportFormat.Text,
            Outputs = [.. parsed.GetValue(Outputs)!.Select(ReportFormats.File).OfType<ReportFile>()],
            Category = parsed.GetValue(Category)!.Trim('/'),
            Jobs = parsed.GetValue(Jobs) ?? Environment.ProcessorCount,
            Timeout = parsed.GetValue(Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Cache = parsed.GetValue(Cache),
            Verbosity =
                parsed.GetValue(Quiet) ? Verbosity.Quiet
                : parsed.GetValue(Verbose) ? Verbosity.Verbose
                : Verbosity.Normal,
        };
    }

    static void Each(OptionResult result, Func<string, bool> isIt, string wanted)
    {
        foreach (var token in result.Tokens.Where(token => !isIt(token.Value)))
            result.AddError($"{wanted}, not '{token.Value}'.");
    }
}
