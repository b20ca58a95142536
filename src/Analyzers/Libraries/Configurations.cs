namespace PkceAnalyzers.Libraries;

/// <summary>All types by which libraries are configured, and the names by which code can mention them.</summary>
static class Configurations
{
    public static readonly ConfiguredType[] All = [.. LibraryRegistry.All.SelectMany(library => library.Types)];

    static readonly Dictionary<string, ConfiguredType> ByFullName = All.SelectMany(type => type.Names, (type, name) => (type, name))
        .ToDictionary(pair => pair.name, pair => pair.type);

    static readonly ILookup<string, ConfiguredType> BySimpleName = All.SelectMany(type => type.Names, (type, name) => (type, name))
        .ToLookup(pair => SimpleName(pair.name), pair => pair.type);

    static readonly ILookup<string, ConfiguredType> ByRegistration = All.SelectMany(
            type => type.Registrations,
            (type, name) => (type, name)
        )
        .ToLookup(pair => pair.name, pair => pair.type);

    static readonly HashSet<string> Members = [.. All.SelectMany(type => type.Settings).Select(setting => SimpleName(setting.Member))];

    /// <summary>The type that a method gives to go on with, where methods that are called on it have the names of other libraries'
    /// registrations.</summary>
    public static string? BuilderOf(string method) => method == "UseWebProviders" ? "OpenIddictClientWebIntegrationBuilder" : null;

    public static ConfiguredType? OfFullName(string name) => ByFullName.TryGetValue(name, out var type) ? type : null;

    public static IEnumerable<ConfiguredType> OfSimpleName(string name) => BySimpleName[name];

    public static IEnumerable<ConfiguredType> OfRegistration(string method) => ByRegistration[method];

    /// <summary>Whether a name is that of a type, a registration or a member of the catalogue.</summary>
    public static bool Knows(string name) => BySimpleName.Contains(name) || ByRegistration.Contains(name) || Members.Contains(name);

    static string SimpleName(string name) => name.Substring(name.LastIndexOf('.') + 1).TrimEnd('(', ')');
}
