using NuGet.Frameworks;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>A target framework moniker such as <c>net10.0-windows</c>, <c>netstandard2.0</c> or <c>net472</c>.</summary>
sealed class TargetFramework
{
    /// <summary>What the sources are taken to be for where nothing says it.</summary>
    public static readonly TargetFramework Newest = Parse("net10.0");

    /// <summary>Families from the one to analyse last to the one to analyse first.</summary>
    static readonly string[] Families =
    [
        FrameworkConstants.FrameworkIdentifiers.Net,
        FrameworkConstants.FrameworkIdentifiers.NetStandard,
        FrameworkConstants.FrameworkIdentifiers.NetCoreApp,
    ];

    static readonly Version[] CoreVersions = [new(1, 0), new(1, 1), new(2, 0), new(2, 1), new(2, 2), new(3, 0), new(3, 1)];
    static readonly Version[] StandardVersions =
    [
        new(1, 0),
        new(1, 1),
        new(1, 2),
        new(1, 3),
        new(1, 4),
        new(1, 5),
        new(1, 6),
        new(2, 0),
        new(2, 1),
    ];
    static readonly Version[] FrameworkVersions =
    [
        new(2, 0),
        new(3, 5),
        new(4, 0),
        new(4, 5),
        new(4, 5, 1),
        new(4, 5, 2),
        new(4, 6),
        new(4, 6, 1),
        new(4, 6, 2),
        new(4, 7),
        new(4, 7, 1),
        new(4, 7, 2),
        new(4, 8),
        new(4, 8, 1),
    ];

    readonly NuGetFramework _framework;

    TargetFramework(string moniker, NuGetFramework framework) => (Moniker, _framework) = (moniker, framework);

    /// <summary>As it is written.</summary>
    public string Moniker { get; }

    /// <summary>The family (<c>.NETCoreApp</c>), empty where the moniker is not understood.</summary>
    public string Identifier => _framework.IsSpecificFramework ? _framework.Framework : "";

    /// <summary>Reads a moniker, short (<c>net8.0</c>) or long (<c>.NETCoreApp,Version=v8.0</c>); one that is not understood has no
    /// identifier.</summary>
    public static TargetFramework Parse(string moniker)
    {
        moniker = moniker.Trim();
        try
        {
            return new(moniker, moniker.Length == 0 ? NuGetFramework.UnsupportedFramework : NuGetFramework.Parse(moniker));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or FrameworkException)
        {
            return new(moniker, NuGetFramework.UnsupportedFramework);
        }
    }

    /// <summary>The framework to analyse a project of several for: the newest .NET, rather without a platform.</summary>
    public static TargetFramework? Best(IEnumerable<string> monikers) =>
        monikers
            .Select(Parse)
            .Where(framework => framework.Identifier.Length > 0)
            .OrderByDescending(framework => Array.IndexOf(Families, framework.Identifier))
            .ThenByDescending(framework => framework._framework.Version)
            .ThenBy(framework => framework._framework.Platform.Length)
            .FirstOrDefault();

    /// <summary>Whether both name the same framework, whatever the spelling; one without a platform is the same as one with it.</summary>
    public bool IsSameAs(TargetFramework other) =>
        Identifier == other.Identifier
        && _framework.Version == other._framework.Version
        && (!_framework.HasPlatform || _framework.Platform.Equals(other._framework.Platform, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a project for it can use code for another framework.</summary>
    public bool IsCompatibleWith(TargetFramework other) =>
        Identifier.Length > 0
        && other.Identifier.Length > 0
        && DefaultCompatibilityProvider.Instance.IsCompatible(_framework, other._framework);

    /// <summary>The preprocessor symbols that the SDK defines for it.</summary>
    public IEnumerable<string> Symbols() =>
        Identifier switch
        {
            FrameworkConstants.FrameworkIdentifiers.NetStandard =>
            [
                "NETSTANDARD",
                $"NETSTANDARD{Underscored(_framework.Version)}",
                .. OrGreater("NETSTANDARD", StandardVersions, Underscored),
            ],
            FrameworkConstants.FrameworkIdentifiers.Net =>
            [
                "NETFRAMEWORK",
                $"NET{Digits(_framework.Version)}",
                .. OrGreater("NET", FrameworkVersions, Digits),
            ],
            FrameworkConstants.FrameworkIdentifiers.NetCoreApp when _framework.Version.Major < 5 =>
            [
                "NETCOREAPP",
                $"NETCOREAPP{Underscored(_framework.Version)}",
                .. OrGreater("NETCOREAPP", CoreVersions, Underscored),
            ],
            FrameworkConstants.FrameworkIdentifiers.NetCoreApp =>
            [
                "NETCOREAPP",
                .. OrGreater("NETCOREAPP", CoreVersions, Underscored),
                "NET",
                $"NET{Underscored(_framework.Version)}",
                .. Enumerable.Range(5, Math.Min(_framework.Version.Major, 99) - 4).Select(major => $"NET{major}_0_OR_GREATER"),
                .. _framework.HasPlatform ? [_framework.Platform.ToUpperInvariant()] : Array.Empty<string>(),
            ],
            _ => [],
        };

    /// <summary>The version of C# that the SDK takes for it where the project names none.</summary>
    public string LanguageVersion =>
        Identifier switch
        {
            FrameworkConstants.FrameworkIdentifiers.NetCoreApp when _framework.Version.Major >= 5 =>
                $"{Math.Min(_framework.Version.Major, Newest._framework.Version.Major) + 4}.0",
            FrameworkConstants.FrameworkIdentifiers.NetCoreApp when _framework.Version.Major >= 3 => "8.0",
            FrameworkConstants.FrameworkIdentifiers.NetStandard when _framework.Version >= new Version(2, 1) => "8.0",
            "" => "latest",
            _ => "7.3",
        };

    IEnumerable<string> OrGreater(string prefix, Version[] versions, Func<Version, string> written) =>
        versions.Where(version => version <= _framework.Version).Select(version => $"{prefix}{written(version)}_OR_GREATER");

    static string Underscored(Version version) => $"{version.Major}_{version.Minor}";

    static string Digits(Version version) => version.ToString(version.Build > 0 ? 3 : 2).Replace(".", "");
}
