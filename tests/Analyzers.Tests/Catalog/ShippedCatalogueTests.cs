using System.Reflection;
using Xunit;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Tests.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>The catalogue holds what the libraries have, as they are shipped.</summary>
public sealed class ShippedCatalogueTests
{
    const string Heading = "## Known from their sources alone";

    static readonly List<ShippedSurface> Surfaces = [.. ShippedLibrary.All.Select(library => new ShippedSurface(library))];

    /// <summary>Each member is there in one of the versions at least. What is not is said on the page: a library that cannot be had, or a member
    /// of versions that cannot be had.</summary>
    [Fact]
    public void Types_have_the_members_that_the_catalogue_names_unless_the_page_says_that_they_could_not_be_looked_at()
    {
        var unseen = CatalogueClaim.All.GroupBy(claim => claim.Library).SelectMany(library => library.Any(IsOfShippedType)
            ? library.Where(claim => IsOfShippedType(claim) && !Surfaces.Any(claim.HoldsIn)).Select(claim => $"{library.Key}: `{claim.What}`")
            : [library.Key]);
        var page = Repository.Read("docs/libraries.md");
        var said = page[page.IndexOf(Heading, StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]);
        Assert.Equal(Lines(unseen), Lines(said));
    }

    [Fact]
    public void Switches_are_off_or_on_by_default_as_the_catalogue_says()
    {
        var seen = 0;
        foreach (var library in ShippedLibrary.All.GroupBy(library => library.Package).Select(versions => versions.First()))
        {
            foreach (var (type, name) in Configurations.All.SelectMany(type => type.Names.Select(name => (type, name))))
            {
                if (Surfaces.Single(surface => surface.Library == library).Find(name) is null || Make(library, name) is not { } instance)
                    continue;
                foreach (var settings in type.Settings.GroupBy(setting => setting.Member))
                {
                    if (instance.GetType().GetProperty(settings.Key) is not { } property || property.PropertyType != typeof(bool))
                        continue;
                    var isOff = settings.Concat(OfBuilders(type, settings.Key)).Any(setting => setting.Condition == ValueCondition.Unset && (setting.Before is null || library.Version < setting.Before));
                    Assert.Equal((name, settings.Key, !isOff), (name, settings.Key, (bool)property.GetValue(instance)!));
                    seen++;
                }
            }
        }
        Assert.True(seen >= 4, $"only {seen} defaults were seen");
    }

    [Theory]
    [InlineData("Swashbuckle.AspNetCore.SwaggerUI", "Swashbuckle.AspNetCore.SwaggerUI.SwaggerUIOptions", "OAuthUsePkce()", "5.0.0")]
    public void Member_came_with_a_version(string package, string type, string member, string version)
    {
        var versions = Surfaces.Where(surface => surface.Library.Package == package).ToList();
        Assert.Contains(versions, surface => surface.Library.Version < Version.Parse(version));
        Assert.All(versions, surface => Assert.Equal(surface.Library.Version >= Version.Parse(version), surface.Has(surface.Find(type)!, member)));
    }

    static bool IsOfShippedType(CatalogueClaim claim) => claim.Types.Any(type => Surfaces.Any(surface => surface.Find(type) is not null));

    /// <summary>What a builder's method switches, the options' property of the same name holds.</summary>
    static IEnumerable<Setting> OfBuilders(ConfiguredType options, string member) =>
        Configurations.All.Where(type => type.Library == options.Library).SelectMany(type => type.Settings).Where(setting => setting.Member == $"{member}()");

    static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines.Distinct().Order(StringComparer.Ordinal));

    /// <summary>An object with its defaults; null where it is not made so simply.</summary>
    static object? Make(ShippedLibrary library, string typeName)
    {
        var context = ShippedLibrary.Context(library.Package);
        var type = library.Assemblies.Where(path => Path.GetExtension(path) == ".dll").Select(path => Load(path).GetType(typeName)).OfType<Type>().FirstOrDefault();
        return type is { IsAbstract: false } && type.GetConstructor([]) is { } constructor ? constructor.Invoke([]) : null;

        // Reference assemblies hold no code: the framework that runs this does.
        Assembly Load(string path) => library.Folder == Testing.Frameworks.FolderOf("Microsoft.AspNetCore.App.Ref")
            ? Assembly.Load(Path.GetFileNameWithoutExtension(path))
            : context.LoadFromAssemblyPath(path);
    }
}
