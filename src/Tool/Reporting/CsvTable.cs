using CsvHelper;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Writes rows as RFC 4180 has them.</summary>
static class CsvTable
{
    // What begins like a formula is none: spreadsheets run them.
    static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public static void Write(TextWriter output, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var row in rows.Prepend(names))
            csv.WriteRecord([.. row]);
    }
}
