using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>What <c>pkce fix</c> says of whole programs is what a scan of the result shows.</summary>
public sealed partial class RepairReportTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The samples, and collections of programs that may lie beside the project.</summary>
    [Fact]
    public async Task It_is_true_of_the_samples_and_of_the_programs_beside_the_project()
    {
        var beside = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared");
        foreach (var folder in new[] { Path.Combine(Repository.Root, "samples"), Path.Combine(beside, "cases"), Path.Combine(beside, "carriers") }.Where(Directory.Exists))
            Copy(folder, Path.GetFileName(folder));

        await CheckAsync(atLeast: 2);
    }

    async Task CheckAsync(int atLeast)
    {
        var before = Findings(await Pkce.RunAsync(_folder, "scan"));
        var fix = await Pkce.RunAsync(_folder, "fix");
        var after = await Pkce.RunAsync(_folder, "scan");

        var told = fix.Lines.Select(line => Outcome().Match(line)).Where(match => match.Success).ToList();
        var left = told.FindAll(match => match.Groups["left"].Success);
        var come = left.Count(match => match.Groups["left"].Value.StartsWith("found after the repairs", StringComparison.Ordinal));
        var repaired = told.FindAll(match => !match.Groups["left"].Success).ConvertAll(Place);
        Assert.Equal(Findings(after), left.Select(Place).Order(StringComparer.Ordinal));
        Assert.Empty(repaired.Except(before));
        Assert.Equal(before.Count, repaired.Count + left.Count - come);
        Assert.Matches($"^{repaired.Count} findings? repaired, {left.Count} left{(come > 0 ? $@" \({come} new\)" : "")}; ", fix.Lines.Last());
        Assert.Equal(left.Count > 0 ? 1 : 0, fix.ExitCode);
        Assert.True(repaired.Count >= atLeast, fix.Output);

        var again = await Pkce.RunAsync(_folder, "fix");
        Assert.Equal($"0 findings repaired, {left.Count} left; 0 files written", again.Lines.Last());
    }

    void Copy(string folder, string to)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file);
            if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                _folder.Write(Path.Combine(to, path), File.ReadAllBytes(file));
        }
    }

    static List<string> Findings(CommandResult scan) =>
        [.. scan.Lines.Select(line => Found().Match(line)).Where(match => match.Success).Select(Place).Order(StringComparer.Ordinal)];

    static string Place(Match match) => $"{match.Groups["place"].Value}: {match.Groups["id"].Value}";

    [GeneratedRegex(@"^(?<place>\S.*\(\d+,\d+\)): (warning|error) (?<id>PKCE\d{4}): ")]
    private static partial Regex Found();

    [GeneratedRegex(@"^(?<place>\S.*\(\d+,\d+\)): (?<id>PKCE\d{4}) (repaired$|left: (?<left>.+))")]
    private static partial Regex Outcome();
}
