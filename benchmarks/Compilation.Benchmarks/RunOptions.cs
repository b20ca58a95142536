using System.Globalization;

namespace PkceAnalyzers.Benchmarks;

/// <summary>What is measured.</summary>
/// <param name="Paths">Folders, projects or solutions.</param>
/// <param name="IsOne">Whether the sources of each are one compilation, whatever projects they belong to.</param>
/// <param name="Repeats">How often each figure is taken; 0 for no table.</param>
/// <param name="ListsFiles">Whether the ten dearest files are listed.</param>
/// <param name="ListsMembers">Whether the ten dearest members are listed.</param>
sealed record RunOptions(IReadOnlyList<string> Paths, bool IsOne, int Repeats, bool ListsFiles, bool ListsMembers)
{
    public static RunOptions Parse(string[] args)
    {
        var options = new RunOptions([], IsOne: false, Repeats: 3, ListsFiles: false, ListsMembers: false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--one" => options with { IsOne = true },
                "--files" => options with { ListsFiles = true },
                "--members" => options with { ListsMembers = true },
                "--repeat" => options with { Repeats = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                var path => options with { Paths = [.. options.Paths, path] },
            };
        }
        return options;
    }
}
