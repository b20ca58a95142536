using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>Writes rows as RFC 4180 has them.</summary>
static class CsvTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> names, IEnumerable<IReadOnlyList<string>> rows)
    {
        // What begins like a formula is none: spreadsheets run them.
        using var csv = new CsvWriter(
            output,
            new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape },
            leaveOpen: true
        );
        foreach (var row in rows.Prepend(names))
        {
            foreach (var field in row)
                csv.WriteField(field);
            csv.NextRecord();
        }
    }
}
