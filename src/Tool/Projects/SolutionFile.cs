using System.Text.Json;
using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>The C# projects that a solution (.sln, .slnx) or a filter of one (.slnf) lists.</summary>
static class SolutionFile
{
    public static bool Is(string path) => Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf";

    /// <summary>Full paths, with the disk's own separators; whether the projects exist is not looked at.</summary>
    /// <exception cref="InputException">The solution cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> ProjectsAsync(string path, CancellationToken cancel)
    {
        try
        {
            var written = path.EndsWith(".slnf", StringComparison.OrdinalIgnoreCase) ? OfFilter(path) : await OfSolutionAsync(path, cancel);
            return
            [
                .. written
                    .Where(project => project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
                    .Distinct(StringComparer.Ordinal),
            ];
        }
        catch (XmlException e)
        {
            throw new InputException($"{path}({e.LineNumber},{e.LinePosition}): not readable as XML: {e.Message}", e);
        }
        catch (SolutionException e)
        {
            throw new InputException(
                $"{path}{(e.Line is { } line ? $"({line},{e.Column ?? 1})" : "")}: not readable as a solution: {e.Message}",
                e
            );
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}({e.LineNumber + 1},{e.BytePositionInLine + 1}): not readable as JSON", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    static async Task<IEnumerable<string>> OfSolutionAsync(string path, CancellationToken cancel)
    {
        // The library takes any document, and expands entities.
        if (path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase))
            SafeXml.Load(path);
        using var file = RegularFile.Open(path);
        var solution = path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase)
            ? await SolutionSerializers.SlnXml.OpenAsync(file, cancel)
            : await SolutionSerializers.SlnFileV12.OpenAsync(file, cancel);
        return solution.SolutionProjects.Select(project => Absolute(path, project.FilePath));
    }

    /// <summary>The paths of a filter are relative to its solution.</summary>
    static IEnumerable<string> OfFilter(string path)
    {
        using var file = RegularFile.Open(path);
        using var filter = JsonDocument.Parse(file, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (
            !filter.RootElement.TryGet("solution", out var solution)
            || !solution.TryGet("path", out var of)
            || !solution.TryGet("projects", out var projects)
            || of.ValueKind != JsonValueKind.String
            || projects.ValueKind != JsonValueKind.Array
        )
            throw new InputException($"{path}: not readable as a solution filter: it names no solution and projects");
        var full = Absolute(path, of.GetString()!);
        return
        [
            .. projects
                .EnumerateArray()
                .Where(project => project.ValueKind == JsonValueKind.String)
                .Select(project => Absolute(full, project.GetString()!)),
        ];
    }

    static bool TryGet(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    static string Absolute(string file, string written) => Path.Combine(Path.GetDirectoryName(file)!, written.Replace('\\', '/'));
}
