using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Projects;
using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary><c>pkce inventory</c>: every request of an OAuth exchange, the right ones too.</summary>
sealed class InventoryCommand(TextWriter output, TextWriter error)
{
    /// <param name="targets">The paths of each program.</param>
    /// <param name="format"><c>table</c>, <c>json</c> or <c>csv</c>.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<int> RunAsync(IEnumerable<IReadOnlyList<string>> targets, string format, CancellationToken cancel)
    {
        var problems = new Problems(error);
        var rows = new List<InventoryRow>();
        foreach (var paths in targets)
        {
            try
            {
                rows.AddRange(await OfAsync(paths, problems, cancel));
            }
            catch (InputException e)
            {
                problems.Error(e.Message);
            }
        }
        if (rows.Count > 0 || !problems.HaveErrors)
            Write([.. rows.OrderBy(row => row.Request.Place)], format);
        return problems.HaveErrors ? ExitCode.Failed : ExitCode.NothingFound;
    }

    static async Task<IReadOnlyList<InventoryRow>> OfAsync(IReadOnlyList<string> paths, Problems problems, CancellationToken cancel)
    {
        var compiler = new Compiler(problems);
        var groups = (await CodeBase.OpenAsync(paths, problems, cancel))
            .Select(group => compiler.Compile(group, cancel))
            .Where(group => group.Group.IsScanned);
        return Inventory.Of([.. groups], _ => true, cancel);
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
