using System.Text;
using System.Text.RegularExpressions;
using PkceAnalyzers.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>The page of the libraries says what the catalogue holds: its tables are made from it.</summary>
public sealed class LibrariesPageTests
{
    /// <summary>A library with more types than these has one for each provider.</summary>
    const int MostTypesNamed = 10;

    static readonly string Page = Repository.Read("docs/libraries.md");

    [Fact]
    public void Settings_are_those_of_the_catalogue() => AssertGenerated("settings", Settings());

    [Fact]
    public void Requests_are_those_of_the_catalogue() => AssertGenerated("requests", Requests());

    [Fact]
    public void Page_names_every_call() => Assert.All(LibraryRegistry.Calls, call => Assert.Contains($"`{call.Name}`", Page));

    [Fact]
    public void What_is_found_names_every_member_and_version()
    {
        var found = LibraryRegistry.All.SelectMany(library => library.Page).ToDictionary(row => row.Library, row => row.Found);
        foreach (var type in Configurations.All)
        {
            Assert.All(type.Settings, setting => Assert.Contains($"`{setting.Member}`", found[type.Library]));
            Assert.All(type.Settings.Where(setting => setting.Before is not null), setting => Assert.Contains(setting.Before!.ToString(), found[type.Library]));
        }
    }

    static string Settings()
    {
        var table = new StringBuilder("| library | side | configured by | what is found |\n|---|---|---|---|\n");
        foreach (var (library, found) in LibraryRegistry.All.SelectMany(library => library.Page))
        {
            var types = Configurations.All.Where(type => type.Library == library).ToList();
            var names = types.SelectMany(type => type.Names).Select(SimpleName).Distinct().ToList();
            var configuredBy = names.Count > MostTypesNamed ? "the options of each provider" : Code(names);
            table.Append($"| {library} | {(types[0].Side == Side.Server ? "server" : "client")} | {configuredBy} | {found} |\n");
        }
        return table.ToString();
    }

    static string Requests()
    {
        var table = new StringBuilder("| library | authorization request | token request |\n|---|---|---|\n");
        foreach (var library in LibraryRegistry.Requests.GroupBy(api => api.Library))
        {
            var names = library.ToLookup(api => api.IsToken, api => $"`{api.Name}`{string.Concat(api.ProofCalls.Select(call => $" without `{call}`"))}");
            table.Append($"| {library.Key} | {string.Join(", ", names[false].Distinct())} | {string.Join(", ", names[true].Distinct())} |\n");
        }
        return table.ToString();
    }

    static void AssertGenerated(string name, string expected)
    {
        var written = Regex.Match(Page, $"<!-- generated: {name} -->\n(?<table>.*?)<!-- end -->", RegexOptions.Singleline).Groups["table"].Value;
        Assert.True(written == expected, $"Paste between the marks of '{name}' in docs/libraries.md:\n{expected}");
    }

    static string SimpleName(string name) => name[(name.LastIndexOf('.') + 1)..];

    static string Code(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
