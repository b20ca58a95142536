using System.Text.Json;
using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Merging;

/// <summary><c>pkce merge</c>: from logs to one log.</summary>
static class MergeCommand
{
    /// <summary>What code scanning takes of one file.</summary>
    const int MostRuns = 20;

    /// <param name="paths">Logs and folders of logs.</param>
    /// <param name="file">What is written; null for standard output.</param>
    /// <param name="category">What code scanning tells analyses of one commit apart by.</param>
    /// <param name="output">Standard output.</param>
    /// <exception cref="InputException">A log cannot be read, or the file not be written.</exception>
    public static int Run(IReadOnlyList<string> paths, string? file, string category, TextWriter output)
    {
        // The file of a former merge may lie beside the logs.
        var target = file is null ? null : Path.GetFullPath(file);
        var logs = paths.SelectMany(Logs).Distinct(StringComparer.Ordinal).Where(log => log != target).ToList();
        if (logs.Count == 0)
            throw new InputException($"{string.Join(", ", paths)}: no logs (*.sarif) found");
        if (logs.TrueForAll(MergedInventory.Is))
            return Write(MergedInventory.Of(logs), file, output);
        var merged = new MergedLog(Environment.CurrentDirectory, category);
        foreach (var log in logs)
            Add(merged, log);
        if (merged.Runs > MostRuns)
            throw new InputException(
                $"the logs are of {merged.Runs} tools, and code scanning takes {MostRuns} runs a file: merge fewer at once"
            );
        var from = TextReport.Count(logs.Count, "log");
        var summary = $"{TextReport.Count(merged.Results, "result")} of {from} in {TextReport.Count(merged.Runs, "run")}";
        return Write((merged.ToJson(), summary), file, output);
    }

    static int Write((JsonNode Json, string Summary) merged, string? file, TextWriter output)
    {
        var text = merged.Json.ToJsonString(Json.Indented) + "\n";
        if (file is null)
        {
            output.Write(text);
            return ExitCode.NothingFound;
        }
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be written: {e.Message}", e);
        }
        output.WriteLine($"{file}: {merged.Summary}");
        return ExitCode.NothingFound;
    }

    static void Add(MergedLog merged, string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            var log = JsonNode.Parse(stream) as JsonObject;
            if (log?["version"]?.GetValue<string>() != "2.1.0" || log["runs"] is not JsonArray runs)
                throw new InputException($"{path}: is no log in SARIF 2.1.0");
            foreach (var run in runs.OfType<JsonObject>())
                merged.Add(run);
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): not readable as JSON", e);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InputException($"{path}: is no log in SARIF 2.1.0", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    static IEnumerable<string> Logs(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
            return File.Exists(full) ? [full] : throw new InputException($"{path}: there is no such file or folder");
        return Directory
            .EnumerateFiles(
                full,
                "*.sarif",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
            .Order(StringComparer.Ordinal);
    }
}
