using System.CommandLine;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
static class CommonSyntax
{
    static readonly OrderedDictionary<string, DiagnosticSeverity> Severities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["info"] = DiagnosticSeverity.Info,
        ["warning"] = DiagnosticSeverity.Warning,
        ["error"] = DiagnosticSeverity.Error,
    };

    const string CodePath =
        "A project (.csproj), a solution (.sln, .slnx, .slnf), a C# file, or a folder: all projects below it, and the sources "
        + "that belong to none.";

    public static Argument<string> Path() =>
        Refusing(new Argument<string>("PATH") { Description = CodePath, DefaultValueFactory = _ => "." });

    public static Argument<string[]> Paths() =>
        Refusing(
            new Argument<string[]>("PATH")
            {
                Description = CodePath + " Several may be given.",
                Arity = ArgumentArity.ZeroOrMore,
                DefaultValueFactory = _ => ["."],
            }
        );

    public static Option<string[]> Rules(string description, params string[] aliases)
    {
        var rules = new Option<string[]>("--rule", aliases)
        {
            Description = description,
            HelpName = "PKCExxxx",
            DefaultValueFactory = _ => [],
        };
        rules.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !Analyzers.Ids.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
                result.AddError($"There is no rule '{token.Value}'.");
        });
        return rules;
    }

    /// <param name="none">A name for no severity at all; null where there is none.</param>
    public static Option<string?> Severity(string name, string description, string? none = null)
    {
        string[] names = none is null ? [.. Severities.Keys] : [.. Severities.Keys, none];
        var severity = new Option<string?>(name) { Description = description, HelpName = string.Join('|', names) };
        severity.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !names.Contains(token.Value, StringComparer.OrdinalIgnoreCase)))
                result.AddError($"{name} is {string.Join(", ", names[..^1])} or {names[^1]}, not '{token.Value}'.");
        });
        return severity;
    }

    /// <summary>The severity of a name; null for none.</summary>
    public static DiagnosticSeverity? SeverityOf(string? name) =>
        name is not null && Severities.TryGetValue(name, out var severity) ? severity : null;

    public static IReadOnlySet<string> Upper(string[] rules) => rules.Select(rule => rule.ToUpperInvariant()).ToHashSet();

    /// <summary>What looks like an option is a mistake in one, unless there is a file of that name.</summary>
    static T Refusing<T>(T path)
        where T : Argument
    {
        path.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !System.IO.Path.Exists(token.Value)))
                result.AddError($"Unrecognized option '{token.Value}'.");
        });
        return path;
    }
}
