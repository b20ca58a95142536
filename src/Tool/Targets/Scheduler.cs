using System.Globalization;

namespace PkceAnalyzers.Tool.Targets;

/// <summary>Which part of a work a job does, as the variables of its scheduler say.</summary>
static class Scheduler
{
    /// <summary>The variables for index and number of jobs, and what the first index is.</summary>
    static readonly (string Name, string Index, string Count, int First)[] Known =
    [
        ("AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", 0),
        ("GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
        ("CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
        ("Azure Pipelines", "SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", 1),
    ];

    /// <summary>The part and who says so; null where no scheduler does.</summary>
    /// <exception cref="InputException">The job is one of several, and which one cannot be told.</exception>
    public static (Shard Shard, string Name)? PartIn(Func<string, string?> variable)
    {
        if (Number(variable, "SLURM_ARRAY_TASK_COUNT") is { } tasks)
            return (Slurm(variable, tasks), "Slurm");
        foreach (var (name, index, count, first) in Known)
        {
            if (Number(variable, index) is { } at && Number(variable, count) is { } jobs && at >= first && at - first < jobs)
                return (new Shard(at - first + 1, jobs), name);
        }
        return Number(variable, "JOB_COMPLETION_INDEX") is null
            ? null
            : throw new InputException("Kubernetes does not tell a job how many there are: give --shard auto/N, N being its 'completions'");
    }

    /// <summary>The index alone, from 1; null where no scheduler tells one.</summary>
    public static int? IndexIn(Func<string, string?> variable) =>
        Number(variable, "JOB_COMPLETION_INDEX") + 1 ?? PartIn(variable)?.Shard.Index;

    /// <summary>A rerun of single tasks is an array of these alone, whose place among all cannot be told.</summary>
    static Shard Slurm(Func<string, string?> variable, int tasks)
    {
        var (id, least, most) = (Task("ID"), Task("MIN"), Task("MAX"));
        var step = Math.Max(Task("STEP"), 1);
        return (most - least) / step + 1 == tasks && (id - least) % step == 0
            ? new Shard((id - least) / step + 1, tasks)
            : throw new InputException($"the Slurm array of {tasks} tasks from {least} to {most} has gaps: give --shard INDEX/COUNT");

        int Task(string name) => Number(variable, "SLURM_ARRAY_TASK_" + name) ?? 0;
    }

    static int? Number(Func<string, string?> variable, string name) =>
        int.TryParse(variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
