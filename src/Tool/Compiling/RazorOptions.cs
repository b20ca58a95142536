using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>What the SDK tells its Razor compiler: the project, and where each file lies in it.</summary>
sealed class RazorOptions(string folder, string rootNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        Options(
            ("build_property.RazorLangVersion", "Latest"),
            ("build_property.RootNamespace", rootNamespace),
            ("build_property.MSBuildProjectDirectory", folder),
            ("build_property.GenerateRazorMetadataSourceChecksumAttributes", "false")
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options();

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        Options(
            (
                "build_metadata.AdditionalFiles.TargetPath",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, textFile.Path)))
            )
        );

    static ConfigOptions Options(params IEnumerable<(string Key, string Value)> values) =>
        new(values.ToImmutableDictionary(one => one.Key, one => one.Value, AnalyzerConfigOptions.KeyComparer));
}
