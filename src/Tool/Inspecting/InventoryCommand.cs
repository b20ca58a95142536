using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary><c>pkce inventory</c>: every request of an OAuth exchange, the right ones too.</summary>
sealed class InventoryCommand(TextWriter output, TextWriter error)
{
    /// <param name="format"><c>table</c>, <c>json</c> or <c>csv</c>.</param>
    /// <exception cref="InputException">There is nothing that could be looked at.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> paths, string format, CancellationToken cancel)
    {
        var problems = new Problems(error);
        var compiler = new Compiler(problems);
        var groups = (await CodeBase.OpenAsync(paths, problems, cancel))
            .Select(group => compiler.Compile(group, cancel))
            .Where(group => group.Group.IsScanned)
            .ToList();
        Write(Inventory.Of(groups, _ => true, cancel), format);
        return problems.HaveErrors ? ExitCode.Failed : ExitCode.NothingFound;
    }

    void Write(IReadOnlyList<InventoryRow> rows, string format)
    {
        switch (format)
        {
            case "json":
                output.WriteLine(new JsonArray([.. rows.Select(row => row.ToJson())]).ToJsonString(Json.Indented));
                break;
            case "csv":
                CsvTable.Write(output, InventoryRow.Names, rows.Select(row => row.Fields));
                break;
            default:
                WriteTable(rows);
                break;
        }
    }

    void WriteTable(IReadOnlyList<InventoryRow> rows)
    {
        var lines = rows.Select(row => row.Fields).Prepend(InventoryRow.Names).ToList();
        // The reason, which may be long, comes last and is not filled up.
        var widths = InventoryRow.Names.Select((_, column) => lines.Max(fields => fields[column].Length)).ToList();
        foreach (var fields in lines.Where(_ => rows.Count > 0))
            output.WriteLine(
                string.Join("  ", fields.Select((field, column) => column == fields.Count - 1 ? field : field.PadRight(widths[column])))
                    .TrimEnd()
            );
        if (rows.Count > 0)
            output.WriteLine();
        var states = rows.GroupBy(row => row.State)
            .OrderBy(state => state.Key, StringComparer.Ordinal)
            .Select(state => $"{state.Key}: {state.Count()}");
        output.WriteLine(rows.Count == 0 ? "no requests" : $"{TextReport.Count(rows.Count, "request")} ({string.Join(", ", states)})");
    }
}
