using PkceAnalyzers.Tool.Reporting;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Prints what became of the findings, and what changed.</summary>
sealed class FixReport(TextWriter output, string currentFolder)
{
    public void PrintDifference(FixedFile file) => output.Write(UnifiedDiff.Of(Path.GetRelativePath(currentFolder, file.Path), file));

    public void Print(IReadOnlyList<Outcome> outcomes, IReadOnlyList<FixedFile> files, bool isWritten)
    {
        var place = new TextReport(output, currentFolder);
        foreach (var (finding, reason, _) in outcomes)
            output.WriteLine(
                $"{place.At(finding)}: {finding.Id} {(reason is not null ? $"left: {reason}" : isWritten ? "repaired" : "can be repaired")}"
            );
        if (outcomes.Count > 0)
            output.WriteLine();
        var repaired = outcomes.Count(outcome => outcome.Left is null);
        var come = outcomes.Count(outcome => outcome.IsNew);
        var findings = $"{TextReport.Count(repaired, "finding")} {(isWritten ? "repaired" : "can be repaired")}";
        var left = $"{outcomes.Count - repaired} left{(come > 0 ? $" ({come} new)" : "")}";
        output.WriteLine($"{findings}, {left}; {TextReport.Count(files.Count, "file")} {(isWritten ? "written" : "would change")}");
    }
}
