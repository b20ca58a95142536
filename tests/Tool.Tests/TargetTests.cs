using System.Text.Json;
using PkceAnalyzers.Tool.Targets;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>Many targets, divided over many jobs.</summary>
public sealed class TargetTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Parts_that_are_merged_are_the_whole()
    {
        foreach (var (name, classes) in new[] { ("a", 1), ("b", 30), ("owner/c", 2), ("d", 12) })
            _folder.Write($"{name}/Login.cs", Pkce.Vulnerable.Replace("class Login", $"class {name[^1]}") + string.Concat(Enumerable.Range(0, classes).Select(at => $"\nclass C{at};")));
        _folder.Write("targets.txt", "# clones\na\n  b  \nhttps://github.com/owner/c.git\n\nd\na\n");

        var whole = await Pkce.RunAsync(_folder, "scan", "--targets", "targets.txt", "--output", "whole.sarif");
        Assert.Equal((1, 4), (whole.ExitCode, Pkce.Findings(whole).Count()));
        Assert.Contains("4 findings (PKCE1001: 4) in 4 files", whole.Output);
        foreach (var part in new[] { 1, 2 })
        {
            await Pkce.RunAsync(_folder, "scan", "--targets", "targets.txt", "--shard", $"{part}/2", "--cache", "cache", "--output", $"parts/{part}.sarif");
            _folder.Write($"parts/{part}.json", (await Pkce.RunAsync(_folder, "inventory", "--targets", "targets.txt", "--shard", $"{part}/2", "--format", "json")).Succeeded().Output);
        }
        (await Pkce.RunAsync(_folder, "merge", "whole.sarif", "--output", "all.sarif")).Succeeded();
        (await Pkce.RunAsync(_folder, "merge", "parts", "--output", "merged.sarif")).Succeeded();
        Assert.Equal(Results("all.sarif"), Results("merged.sarif"));
        var inventories = await Pkce.RunAsync(_folder, "merge", "parts/1.json", "parts/2.json", "parts/2.json", "--output", "merged.json");
        Assert.Equal("merged.json: 4 requests of 2 inventory files", inventories.Output.Trim());
        Assert.Equal(File.ReadAllText(_folder["merged.json"]), (await Pkce.RunAsync(_folder, "inventory", "--targets", "targets.txt", "--format", "json")).Output);
    }

    [Fact]
    public async Task A_target_that_cannot_be_scanned_is_an_error_and_the_others_are_scanned()
    {
        _folder.Write("a/Login.cs", Pkce.Vulnerable);
        _folder.Write("targets.txt", "missing\na\nhttps://github.com/owner/name\n");
        var result = await Pkce.RunAsync(_folder, "scan", "--targets", "targets.txt");
        Assert.Equal((2, 1), (result.ExitCode, Pkce.Findings(result).Count()));
        Assert.Contains($"{_folder["missing"]}: there is no such file or folder", result.Error);
        Assert.Contains(Path.Combine("github.com", "owner", "name") + ": there is no such file or folder", result.Error);
    }

    [Theory]
    [InlineData("--targets", "gone.txt")]
    [InlineData("--shard", "1/2")]
    [InlineData("--targets", "targets.txt", "--shard", "3/2")]
    [InlineData("--targets", "targets.txt", "--shard", "auto/2")]
    [InlineData("--targets", "targets.txt", "a")]
    public async Task What_cannot_be_meant(params string[] options)
    {
        _folder.Write("a/A.cs", Pkce.Harmless);
        _folder.Write("targets.txt", "a");
        var result = await Pkce.RunAsync(_folder, ["scan", .. options]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("pkce: error: ", result.Error);
        Pkce.AssertNoStackTrace(result);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=8 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=1", "6/8 Slurm")]
    [InlineData("SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_STEP=2", "4/4 Slurm")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=0 AWS_BATCH_JOB_ARRAY_SIZE=10", "1/10 AWS Batch")]
    [InlineData("CI_NODE_INDEX=3 CI_NODE_TOTAL=3", "3/3 GitLab")]
    [InlineData("CI_NODE_TOTAL=1", null)]
    [InlineData("CIRCLE_NODE_INDEX=1 CIRCLE_NODE_TOTAL=4", "2/4 CircleCI")]
    [InlineData("SYSTEM_JOBPOSITIONINPHASE=2 SYSTEM_TOTALJOBSINPHASE=5", "2/5 Azure Pipelines")]
    [InlineData("CIRCLE_NODE_INDEX=x CIRCLE_NODE_TOTAL=4", null)]
    public void Schedulers_tell_which_part_a_job_does(string variables, string? part) =>
        Assert.Equal(part, Scheduler.PartIn(Variables(variables)) is { } told ? $"{told.Shard} {told.Name}" : null);

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_STEP=1")]
    [InlineData("JOB_COMPLETION_INDEX=0")]
    public void A_part_that_cannot_be_told_is_said(string variables) =>
        Assert.Contains("--shard", Assert.Throws<InputException>(() => Scheduler.PartIn(Variables(variables))).Message);

    [Theory]
    [InlineData("2/8", "", "2/8")]
    [InlineData("auto/8", "JOB_COMPLETION_INDEX=7", "8/8")]
    [InlineData("auto/8", "JOB_COMPLETION_INDEX=8", null)]
    [InlineData("auto/3", "CI_NODE_INDEX=3 CI_NODE_TOTAL=3", "3/3")]
    [InlineData("0/8", "", null)]
    [InlineData("9/8", "", null)]
    [InlineData("1/0", "", null)]
    [InlineData("1", "", null)]
    public void A_part_as_it_is_written(string written, string variables, string? part) =>
        Assert.Equal(part, Shard.Parse(written, Variables(variables))?.ToString());

    [Fact]
    public void Parts_are_of_like_size_whatever_the_order_and_hold_each_target_once()
    {
        var sizes = Enumerable.Range(1, 40).ToDictionary(at => $"t{at}", at => (long)(at * at));
        string[] targets = [.. sizes.Keys];
        var parts = Enumerable.Range(1, 4).Select(index => new Shard(index, 4).Of(targets, target => sizes[target])).ToList();
        Assert.Equal(targets.Order(StringComparer.Ordinal), parts.SelectMany(part => part).Order(StringComparer.Ordinal));
        var weights = parts.Select(part => part.Sum(target => sizes[target])).ToList();
        Assert.InRange(weights.Max() - weights.Min(), 0, weights.Max() / 20);
        Assert.Equal(parts[2].Order(StringComparer.Ordinal), new Shard(3, 4).Of([.. targets.Reverse()], target => sizes[target]).Order(StringComparer.Ordinal));
        // Nothing is lost where nothing has a size.
        Assert.Equal(10, new Shard(1, 4).Of(targets, _ => 0).Count);
    }

    static Func<string, string?> Variables(string variables) =>
        variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]).GetValueOrDefault;

    IEnumerable<string> Results(string log) =>
        JsonDocument.Parse(File.ReadAllText(_folder[log])).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.ToString()).Order(StringComparer.Ordinal);
}
