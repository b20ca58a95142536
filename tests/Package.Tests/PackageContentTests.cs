using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace PkceAnalyzers.Package.Tests;

/// <summary>What is in the packages, read from the packages.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    [Theory, InlineData("PkceAnalyzers"), InlineData("PkceAnalyzers.Runtime"), InlineData("PkceAnalyzers.Runtime.AspNetCore"), InlineData("PkceAnalyzers.Tool")]
    public void A_package_holds_what_is_listed_and_nothing_else(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        // What every package has for the packaging convention, with names that differ each time.
        var content = package.Entries.Select(e => e.FullName).Where(n => n != "[Content_Types].xml" && !n.StartsWith("_rels/") && !n.StartsWith("package/"));

        Assert.Equal(Listed(id), content.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_analyzers_are_for_development_and_depend_on_nothing()
    {
        var metadata = Metadata("PkceAnalyzers");

        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Null(Value(metadata, "dependencies"));
    }

    [Fact]
    public void The_runtime_library_brings_the_analyzers_along_for_the_compiler_alone()
    {
        var dependencies = Metadata("PkceAnalyzers.Runtime").Descendants().Where(e => e.Name.LocalName == "dependency").ToList();

        Assert.Equal(3, dependencies.Count);
        Assert.All(dependencies, dependency =>
        {
            Assert.Equal("PkceAnalyzers", dependency.Attribute("id")!.Value);
            var included = dependency.Attribute("include")!.Value.Split(',');
            Assert.Contains("Analyzers", included);
            Assert.Contains("BuildTransitive", included);
            Assert.DoesNotContain("Compile", included);
            Assert.DoesNotContain("Runtime", included);
        });
    }

    [Fact]
    public void The_library_for_ASP_NET_Core_brings_the_runtime_library_with_all_that_it_brings()
    {
        var metadata = Metadata("PkceAnalyzers.Runtime.AspNetCore").Descendants().ToList();
        var dependencies = metadata.Where(e => e.Name.LocalName == "dependency").ToList();

        Assert.Equal(2, dependencies.Count);
        Assert.All(dependencies, dependency =>
        {
            Assert.Equal("PkceAnalyzers.Runtime", dependency.Attribute("id")!.Value);
            Assert.Equal("All", dependency.Attribute("include")!.Value);
        });
        Assert.All(metadata.Where(e => e.Name.LocalName == "frameworkReference"), framework => Assert.Equal("Microsoft.AspNetCore.App", framework.Attribute("name")!.Value));
    }

    [Theory, InlineData("PkceAnalyzers"), InlineData("PkceAnalyzers.Runtime"), InlineData("PkceAnalyzers.Runtime.AspNetCore"), InlineData("PkceAnalyzers.Tool")]
    public void A_package_says_what_it_is(string id)
    {
        var metadata = Metadata(id);

        Assert.Equal(id, Value(metadata, "id"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.NotEmpty(Value(metadata, "projectUrl")!);
        Assert.NotEmpty(Value(metadata, "description")!);
        Assert.NotEmpty(metadata.Elements().Single(e => e.Name.LocalName == "repository").Attribute("commit")!.Value);
    }

    [Fact]
    public void Packing_warns_of_nothing() => Assert.All(feed.Packings, packing => Assert.DoesNotContain("warning", packing.Output));

    [Theory, InlineData("PkceAnalyzers.dll"), InlineData("PkceAnalyzers.CodeFixes.dll")]
    public void An_analyzer_assembly_is_deterministic_and_holds_its_symbols(string name)
    {
        using var package = ZipFile.OpenRead(feed.Package("PkceAnalyzers"));
        using var image = new MemoryStream();
        using (var entry = package.GetEntry($"analyzers/dotnet/cs/{name}")!.Open())
            entry.CopyTo(image);
        image.Position = 0;
        using var assembly = new PEReader(image);
        var entries = assembly.ReadDebugDirectory();

        Assert.Contains(entries, e => e.Type == DebugDirectoryEntryType.Reproducible);
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entries.Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        Assert.NotEmpty(symbols.GetMetadataReader().Documents);
    }

    // A line docs/rules/*.md stands for the files that the repository has there.
    static IEnumerable<string> Listed(string id) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "content", $"{id}.txt"))
        .SelectMany(line => !line.Contains('*') ? [line] : Directory.EnumerateFiles(Repository.Root, line).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
        .Order(StringComparer.Ordinal);

    static string? Value(XElement metadata, string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

    XElement Metadata(string id)
    {
        using var package = ZipFile.OpenRead(feed.Package(id));
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XElement.Load(nuspec).Elements().Single();
    }
}
