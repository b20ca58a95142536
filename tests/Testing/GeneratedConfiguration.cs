using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Testing;

/// <summary>
/// The configuration that MSBuild generates from the properties which the compiler may see: by it the options of a project reach analyzers,
/// and fixes by the project of their document.
/// </summary>
public static class GeneratedConfiguration
{
    /// <summary>Of a project for .NET 10. What a <c>.globalconfig</c> file has comes before it.</summary>
    public static readonly (string Path, SourceText Text) File = ("/obj/Project.GeneratedMSBuildEditorConfig.editorconfig", Text());

    /// <summary>The project, now for .NET 10 and with further properties.</summary>
    public static Project AddTo(Project project, params IEnumerable<(string Name, string Value)> properties) =>
        project.AddAnalyzerConfigDocument(Path.GetFileName(File.Path), Text(properties), filePath: File.Path).Project;

    static SourceText Text(params IEnumerable<(string Name, string Value)> properties) => SourceText.From(string.Concat(
        properties.Prepend(("TargetFramework", "net10.0")).Select(property => $"build_property.{property.Item1} = {property.Item2}\n").Prepend("is_global = true\n")));
}
