using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Configuration;

/// <summary>What the compiler does not tell and MSBuild hands over as compiler-visible properties.</summary>
/// <param name="IsTestProject">Whether the project holds tests: requests are reported as Info there, values not at all.</param>
/// <param name="MatchesUnresolved">Whether a type that does not resolve is known by its name and the using directives in scope.</param>
/// <param name="FollowsProjects">Whether values are followed into the sources of the projects that it refers to.</param>
/// <param name="PackageVersions">The packages that the project refers to; null where the version is not known.</param>
/// <param name="Framework">The version of .NET that it is built for; a framework before .NET Core 3.0 is 2.0. Null where it is not
/// known.</param>
sealed record ProjectFacts(
    bool IsTestProject,
    bool MatchesUnresolved,
    bool FollowsProjects,
    ImmutableDictionary<string, Version?> PackageVersions,
    Version? Framework
)
{
    static readonly string[] TestProperties = ["build_property.IsTestProject", "build_property.IsTestingPlatformApplication"];
    static readonly string[] TestFrameworks = ["xunit", "NUnit", "NUnitLite", "MSTest", "TUnit"];
    static readonly Regex Moniker = new(@"^(net|netcoreapp|netstandard)([0-9]+)(?:\.([0-9]+))?", RegexOptions.CultureInvariant);
    static readonly Regex LeadingNumbers = new(@"^[\[(=]?\s*([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?", RegexOptions.CultureInvariant);
    static readonly Version BeforeCore = new(2, 0);

    // Properties that a repository shares may mark every project of it: one of tests has tests in it.
    public static ProjectFacts Read(AnalyzerConfigOptions global, Compilation compilation)
    {
        var packages = global.TryGetValue("build_property.PkcePackageVersions", out var versions)
            ? ReadVersions(versions)
            : ImmutableDictionary<string, Version?>.Empty;
        return new(
            (TestProperties.Any(property => IsTrue(global, property)) || packages.Keys.Any(IsOfTests))
                && compilation.SyntaxTrees.Any(tree => TriggerWords.OfTests.AreIn(tree.GetText())),
            global.TryGetValue("build_property.PkceUnresolvedTypes", out var mode) && mode == "match",
            IsTrue(global, "build_property.PkceFollowProjects"),
            packages,
            global.TryGetValue("build_property.TargetFramework", out var framework) ? FrameworkOf(framework) : null
        );
    }

    /// <summary>Whether a package is what test projects refer to.</summary>
    public static bool IsOfTests(string package) =>
        package.Equals("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase)
        || TestFrameworks.Any(name =>
            package.Equals(name, StringComparison.OrdinalIgnoreCase) || package.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)
        );

    static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    static ImmutableDictionary<string, Version?> ReadVersions(string list)
    {
        var versions = ImmutableDictionary.CreateBuilder<string, Version?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in list.Split('|'))
        {
            if (entry.IndexOf('=') is > 0 and var end)
                versions[entry.Substring(0, end).Trim()] = VersionOf(entry.Substring(end + 1).Trim());
        }
        return versions.ToImmutable();
    }

    /// <summary>The leading numbers of a version or of the lower end of a range; <c>8.*</c> is 8.0.</summary>
    static Version? VersionOf(string text) =>
        LeadingNumbers.Match(text) is { Success: true } match ? new Version(Number(match, 1), Number(match, 2), Number(match, 3)) : null;

    static Version? FrameworkOf(string moniker)
    {
        if (Moniker.Match(moniker) is not { Success: true } match)
            return null;
        var (major, minor) = (Number(match, 2), Number(match, 3));
        // net48 and netstandard2.0 take no package that needs .NET Core 3.0; a library for netstandard2.1 may be used by any.
        return match.Groups[1].Value switch
        {
            // net8 is .NET 8, as net8.0 is; .NET Framework has two digits or three.
            "net" when match.Groups[3].Success && major < 20 || major is >= 5 and < 20 => new Version(major, minor),
            "net" => BeforeCore,
            "netstandard" => major == 2 && minor == 1 ? null : BeforeCore,
            _ => new Version(major, minor),
        };
    }

    static int Number(Match match, int group) => int.TryParse(match.Groups[group].Value, out var number) ? number : 0;
}
