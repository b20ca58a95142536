using Xunit;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests;

/// <summary>The page of the libraries says what the catalogue holds.</summary>
public sealed class LibrariesPageTests
{
    static readonly string Page = Repository.Read("docs/libraries.md");

    static readonly ILookup<string, string[]> Rows = Page.Substring(0, Page.IndexOf("\n## ", StringComparison.Ordinal)).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
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
            var names = type.Names.Select(name => name[(name.LastIndexOf('.') + 1)..]);
            Assert.Equal(type.Side == Side.Server ? "server" : "client", cells[1]);
            Assert.All(type.Settings, setting => Assert.Contains($"`{setting.Member}`", cells[3]));
            Assert.All(type.Settings.Where(setting => setting.Before is not null), setting => Assert.Contains(setting.Before!.ToString(), cells[3]));
            if (!cells[2].Contains("each provider"))
                Assert.All(names, name => Assert.Contains($"`{name}`", cells[2]));
        }
    }

    [Fact]
    public void Page_names_every_request_and_every_call()
    {
        var after = Page[Page.IndexOf("\n## ", StringComparison.Ordinal)..];
        Assert.All(RequestApi.All, api => Assert.Contains(after.Split('\n'), line => line.StartsWith($"| {api.Library} |", StringComparison.Ordinal) && line.Contains($"`{api.Name}`")));
        Assert.All(CallFact.All, call => Assert.Contains($"`{call.Name}`", Page));
        Assert.All(Unsupported.Calls, call => Assert.Contains(call.Library, after));
    }

    static IEnumerable<string> Libraries() => Configurations.All.Select(type => type.Library).Distinct();
}
