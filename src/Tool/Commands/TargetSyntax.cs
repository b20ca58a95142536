using System.CommandLine;
using PkceAnalyzers.Tool.Targets;

namespace PkceAnalyzers.Tool.Commands;

/// <summary>How many targets, and a part of them, are written.</summary>
static class TargetSyntax
{
    public static Option<string?> Targets() =>
        new("--targets")
        {
            Description =
                "A file with a path, or the address of a git repository that is cloned below its folder, in each line: each is scanned by "
                + "itself, one after another, and all are reported together.",
            HelpName = "FILE",
        };

    public static Option<string?> Part()
    {
        var part = new Option<string?>("--shard")
        {
            Description =
                "Of the targets only the I-th of N parts, which are of like size; auto/N takes the index from the scheduler. By default as "
                + "Slurm arrays, AWS Batch arrays, GitLab, CircleCI and Azure Pipelines tell their jobs; 1/1 is all.",
            HelpName = "I/N",
        };
        part.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => Shard.Parse(token.Value, Environment.GetEnvironmentVariable) is null))
                result.AddError($"--shard is I/N with I from 1 to N, or auto/N in a job that has an index, not '{token.Value}'.");
        });
        return part;
    }

    /// <summary>Refuses what excludes each other.</summary>
    public static void Validate(Command command, Argument<string[]> paths, Option<string?> targets, Option<string?> part) =>
        command.Validators.Add(result =>
        {
            if (result.GetValue(targets) is null && result.GetValue(part) is not null)
                result.AddError("--shard needs --targets.");
            if (result.GetValue(targets) is not null && result.GetResult(paths) is { Tokens.Count: > 0 })
                result.AddError("--targets and PATH exclude each other.");
        });

    /// <summary>The targets of this job; null where none are listed.</summary>
    /// <exception cref="InputException">The list cannot be read, or which part is meant not be told.</exception>
    public static IReadOnlyList<string>? Read(string? list, string? part, TextWriter error)
    {
        if (list is null)
            return null;
        var shard = part is null ? Shard.Whole : Shard.Parse(part, Environment.GetEnvironmentVariable)!;
        if (part is null && Scheduler.PartIn(Environment.GetEnvironmentVariable) is { Shard.Count: > 1 } told)
        {
            shard = told.Shard;
            error.WriteLine($"pkce: part {shard} of the targets, as {told.Name} says");
        }
        return shard.Of(TargetList.Read(list), TargetSize.Of);
    }
}
