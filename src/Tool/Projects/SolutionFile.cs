using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>The C# projects that a solution, .sln or .slnx, lists.</summary>
static partial class SolutionFile
{
    /// <summary>Paths as written, with forward slashes, relative to the solution.</summary>
    /// <exception cref="InputException">The solution cannot be read.</exception>
    public static IReadOnlyList<string> Projects(string path)
    {
        try
        {
            var written = path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase)
                ? XElement.Load(path).Descendants("Project").Select(p => p.Attribute("Path")?.Value ?? "")
                : ProjectLine().Matches(File.ReadAllText(path)).Select(m => m.Groups["path"].Value);
            return [.. written.Select(p => p.Replace('\\', '/')).Where(p => p.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).Distinct()];
        }
        catch (XmlException e)
        {
            throw new InputException($"{path}({e.LineNumber},{e.LinePosition}): not readable as XML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    [GeneratedRegex("""^\s*Project\("[^"]*"\)\s*=\s*"[^"]*",\s*"(?<path>[^"]*)",""", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
