using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>A target framework moniker such as <c>net10.0-windows</c>, <c>netstandard2.0</c> or <c>net472</c>.</summary>
sealed partial record TargetFramework(string Moniker, string Identifier, Version Version, string Platform)
{
    const string NetCore = ".NETCoreApp", NetStandard = ".NETStandard", NetFramework = ".NETFramework";

    /// <summary>What the sources are taken to be for where nothing says it.</summary>
    public static readonly TargetFramework Newest = Parse("net10.0");

    static readonly Version[] CoreVersions = [new(1, 0), new(1, 1), new(2, 0), new(2, 1), new(2, 2), new(3, 0), new(3, 1)];
    static readonly Version[] StandardVersions =
        [new(1, 0), new(1, 1), new(1, 2), new(1, 3), new(1, 4), new(1, 5), new(1, 6), new(2, 0), new(2, 1)];
    static readonly Version[] FrameworkVersions =
        [new(2, 0), new(3, 5), new(4, 0), new(4, 5), new(4, 5, 1), new(4, 5, 2), new(4, 6), new(4, 6, 1), new(4, 6, 2), new(4, 7), new(4, 7, 1), new(4, 7, 2), new(4, 8), new(4, 8, 1)];

    /// <summary>Reads a moniker, short (<c>net8.0</c>) or long (<c>.NETCoreApp,Version=v8.0</c>); one that is not
    /// understood has no identifier.</summary>
    public static TargetFramework Parse(string moniker)
    {
        moniker = moniker.Trim();
        if (LongForm().Match(moniker) is { Success: true } full)
            return new(moniker, full.Groups[1].Value, VersionOf(full.Groups[2].Value), "");
        if (ShortForm().Match(moniker.ToLowerInvariant()) is not { Success: true } match)
            return new(moniker, "", new Version(0, 0), "");
        var (family, number, platform) = (match.Groups["family"].Value, match.Groups["version"].Value, match.Groups["platform"].Value);
        if (family == "net" && !number.Contains('.'))
            return new(moniker, NetFramework, VersionOf(string.Join('.', number.ToCharArray())), "");
        return new(moniker, family == "netstandard" ? NetStandard : NetCore, VersionOf(number), platform);
    }

    /// <summary>The framework to analyse a project of several for: the newest .NET, rather without a platform.</summary>
    public static TargetFramework? Best(IEnumerable<string> monikers) => monikers.Select(Parse).Where(f => f.Identifier.Length > 0)
        .OrderByDescending(f => Array.IndexOf([NetFramework, NetStandard, NetCore], f.Identifier))
        .ThenByDescending(f => f.Version).ThenBy(f => f.Platform.Length).FirstOrDefault();

    /// <summary>Whether both name the same framework, whatever the spelling.</summary>
    public bool IsSameAs(TargetFramework other) =>
        Identifier == other.Identifier && Version == other.Version && (Platform == other.Platform || Platform.Length == 0);

    /// <summary>Whether code for another framework of the same family can be used.</summary>
    public bool IsAtLeast(TargetFramework other) =>
        Identifier == other.Identifier ? Version >= other.Version : other.Identifier == NetStandard && Identifier.Length > 0;

    /// <summary>The preprocessor symbols that the SDK defines for it.</summary>
    public IEnumerable<string> Symbols() => Identifier switch
    {
        NetStandard => [
            "NETSTANDARD", "NETSTANDARD" + Underscored(Version),
            .. StandardVersions.Where(v => v <= Version).Select(v => $"NETSTANDARD{Underscored(v)}_OR_GREATER")],
        NetFramework => [
            "NETFRAMEWORK", "NET" + Digits(Version),
            .. FrameworkVersions.Where(v => v <= Version).Select(v => $"NET{Digits(v)}_OR_GREATER")],
        NetCore when Version.Major < 5 => [
            "NETCOREAPP", "NETCOREAPP" + Underscored(Version),
            .. CoreVersions.Where(v => v <= Version).Select(v => $"NETCOREAPP{Underscored(v)}_OR_GREATER")],
        NetCore => [
            "NETCOREAPP", .. CoreVersions.Select(v => $"NETCOREAPP{Underscored(v)}_OR_GREATER"),
            "NET", "NET" + Underscored(Version),
            .. Enumerable.Range(5, Math.Min(Version.Major, 99) - 4).Select(major => $"NET{major}_0_OR_GREATER"),
            .. Platform.Length > 0 ? [Platform.ToUpperInvariant()] : Array.Empty<string>()],
        _ => [],
    };

    /// <summary>The version of C# that the SDK takes for it where the project names none.</summary>
    public string LanguageVersion => Identifier switch
    {
        NetCore when Version.Major >= 5 => $"{Math.Min(Version.Major, Newest.Version.Major) + 4}.0",
        NetCore when Version.Major >= 3 => "8.0",
        NetStandard when Version >= new Version(2, 1) => "8.0",
        "" => "latest",
        _ => "7.3",
    };

    static string Underscored(Version version) => $"{version.Major}_{version.Minor}";

    static string Digits(Version version) => version.ToString(version.Build > 0 ? 3 : 2).Replace(".", "");

    static Version VersionOf(string text) =>
        Version.TryParse(text.Contains('.') ? text : text + ".0", out var version) ? version : new Version(0, 0);

    [GeneratedRegex(@"^(?<family>netstandard|netcoreapp|net)(?<version>\d+(?:\.\d+)*)(?:-(?<platform>[a-z]+)[\d.]*)?$")]
    private static partial Regex ShortForm();

    [GeneratedRegex(@"^(\.NET(?:CoreApp|Standard|Framework)),Version=v([\d.]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex LongForm();
}
