using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings.Files;

/// <summary>A section of a settings file: what one object is bound from.</summary>
/// <param name="path">Its path, the parts divided by colons.</param>
/// <param name="values">All values of the file, by their section.</param>
sealed class SettingsSection(string path, ILookup<string, SettingValue> values)
{
    string Name { get; } = SettingValue.At(path, "", default, default).Name;

    string Parent { get; } = SettingValue.At(path, "", default, default).Section;

    /// <summary>The first value that is no object or list; null where there is none.</summary>
    public SettingValue? First => values[path].FirstOrDefault();

    public bool Is(BoundSection kind)
    {
        if (kind.Under is { } parent && !parent.Equals(Parent, StringComparison.OrdinalIgnoreCase) || kind.Lacks.Any(Has))
            return false;
        return kind is { Has: [], Names: [] } || kind.Has.Any(Has) || kind.Names.Contains(Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The values of a key, with the elements of a list and those of the objects in a list.</summary>
    public IEnumerable<SettingValue> Of(string name, bool takesPrefix = false)
    {
        var own = values[path]
            .Where(value =>
                value.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                || takesPrefix && value.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            );
        var list = Below(name);
        var objects = Enumerable
            .Range(0, int.MaxValue)
            .Select(number => values[$"{list}:{number}"])
            .TakeWhile(members => members.Any())
            .SelectMany(members => members);
        return own.Concat(values[list]).Concat(objects);
    }

    /// <summary>The value that makes a row hold; null where it does not.</summary>
    public SettingValue? Holding(Setting row, BoundSection kind, ProjectFacts project)
    {
        if (row.Condition == ValueCondition.Unset)
            return !Has(row.Member) && row.Before is { } before && IsBefore(before, kind, project) ? Of(kind.Grant!).First() : null;
        if (row.Condition == ValueCondition.Grant)
            return Of(row.Member).FirstOrDefault(value => (GrantOf(value.Text) & row.Of) > 0);
        return Of(row.Member, kind.TakesPrefix).FirstOrDefault(value => row.Condition.Holds(Normal(value.Text)));
    }

    /// <summary>The grants that a client has; null where that is not told.</summary>
    public Grants? GrantsIn(string? name)
    {
        if (name is null || !Of(name).Any())
            return null;
        return Of(name).Aggregate(Grants.None, static (grants, value) => grants | GrantOf(value.Text));
    }

    bool Has(string name) => Of(name).Any();

    string Below(string name) => path.Length == 0 ? name : $"{path}:{name}";

    // As on the wire, and as IdentityServer's constants are called.
    static Grants GrantOf(string grant) =>
        Contains(grant, "hybrid") ? Grants.Hybrid
        : Contains(grant, "implicit") ? Grants.Token
        : Contains(grant, "device") ? Grants.None
        : grant.Equals("authorization_code", StringComparison.OrdinalIgnoreCase)
        || grant.StartsWith("Code", StringComparison.OrdinalIgnoreCase)
            ? Grants.Code
        : Grants.None;

    static bool IsBefore(Version version, BoundSection kind, ProjectFacts project) =>
        kind.Package is { } package && project.PackageVersions.TryGetValue(package, out var named) && named < version;

    // The configuration reader takes truth values in either case, and as text too.
    static string Normal(string text) =>
        bool.TryParse(text, out var truth)
            ? truth
                ? "true"
                : "false"
            : text;

    static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
