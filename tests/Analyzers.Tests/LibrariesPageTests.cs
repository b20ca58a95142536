using PkceAnalyzers.Catalog;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>The page of the libraries says what the catalogue holds.</summary>
public sealed class LibrariesPageTests
{
    static readonly ILookup<string, string[]> Rows = Repository.Read("docs/libraries.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).Skip(1).ToLookup(cells => cells[0]);

    [Fact]
    public void Each_library_has_one_row_and_each_row_a_library() =>
        Assert.Equal(Libraries().Order(), Rows.SelectMany(row => row).Select(cells => cells[0]).Order());

    [Fact]
    public void Row_names_the_side_the_types_and_the_members()
    {
        foreach (var type in Configurations.All)
        {
            var cells = Rows[type.Library].First();
            Assert.Equal(type.Side == Side.Server ? "server" : "client", cells[1]);
            Assert.All(type.Settings, setting => Assert.Contains($"`{setting.Member}`", cells[3]));
            Assert.All(type.Settings.Where(setting => setting.Before is not null), setting => Assert.Contains(setting.Before!.ToString(), cells[3]));
            if (!cells[2].Contains("each provider"))
                Assert.All(type.Names, name => Assert.Contains($"`{name[(name.LastIndexOf('.') + 1)..]}`", cells[2]));
        }
    }

    static IEnumerable<string> Libraries() => Configurations.All.Select(type => type.Library).Distinct();
}
