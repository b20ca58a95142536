using System.Text.Json.Nodes;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting;

/// <summary>One object of JSON for each finding, those that are suppressed too, in lines of their own.</summary>
static class JsonLinesReport
{
    public static void Write(ScanResult result, TextWriter output)
    {
        foreach (var finding in result.All.Order(Finding.ByPlace))
            output.WriteLine(Of(finding, result).ToJsonString(Json.OneLine));
    }

    static JsonObject Of(Finding finding, ScanResult result)
    {
        var json = new JsonObject
        {
            ["rule"] = finding.Id,
            ["severity"] = TextReport.SeverityName(finding.Severity),
            ["path"] = result.Relative(finding.Path),
            ["line"] = finding.Line,
            ["column"] = finding.Column,
            ["endLine"] = finding.Place.EndLine,
            ["endColumn"] = finding.Place.EndColumn,
            ["message"] = finding.Message,
            ["area"] = finding.Area.ToString().ToLowerInvariant(),
            ["fingerprint"] = finding.Fingerprint,
            ["suppressed"] = finding.Suppression is not null,
        };
        if (finding.Suppression?.Reason is { } reason)
            json["reason"] = reason;
        return json;
    }
}
