using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NuGet.Versioning;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>The Razor compiler of an installed .NET SDK. It makes C# of pages and components, which says of each line where it comes from.
/// It is the SDK's own source generator: nothing of the scanned code is run.</summary>
sealed class RazorCompiler
{
    const string Name = "Microsoft.CodeAnalysis.Razor.Compiler",
        Generator = "Microsoft.NET.Sdk.Razor.SourceGenerators.RazorSourceGenerator";

    static readonly Lazy<RazorCompiler?> Installed = new(() =>
        In(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")))
    );

    readonly Type _generator;

    RazorCompiler(Type generator, string path) => (_generator, Location) = (generator, path);

    /// <summary>That of the newest SDK beside the .NET that runs this tool; null where there is none that can be used.</summary>
    public static RazorCompiler? OfSdk => Installed.Value;

    /// <summary>Full path of its assembly.</summary>
    public string Location { get; }

    /// <summary>That of the newest SDK below a folder that the compiler of this tool can run; null where there is none.</summary>
    public static RazorCompiler? In(string dotnet)
    {
        var folder = Path.Combine(dotnet, "sdk");
        return !Directory.Exists(folder)
            ? null
            : Directory
                .EnumerateDirectories(folder)
                .Where(sdk => NuGetVersion.TryParse(Path.GetFileName(sdk), out _))
                .OrderByDescending(sdk => NuGetVersion.Parse(Path.GetFileName(sdk)))
                .Select(sdk => TryLoad(Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk.Razor", "source-generators", $"{Name}.dll")))
                .FirstOrDefault(compiler => compiler is not null);
    }

    /// <summary>The C# of Razor files, by the full path of each; of those that it could make nothing of there is none.</summary>
    /// <param name="files">All pages and components of the project.</param>
    /// <param name="compilation">The project's C#.</param>
    /// <param name="folder">Full path of the project's folder.</param>
    /// <param name="rootNamespace">What the namespaces of pages and components begin with.</param>
    /// <param name="cancel">Ends the work.</param>
    public IReadOnlyList<(string Path, SyntaxTree Tree)> Compile(
        IReadOnlyList<AdditionalText> files,
        CSharpCompilation compilation,
        string folder,
        string rootNamespace,
        CancellationToken cancel
    )
    {
        var parse = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        var generator = ((IIncrementalGenerator)Activator.CreateInstance(_generator)!).AsSourceGenerator();
        var result = CSharpGeneratorDriver
            .Create([generator], files, parse, new RazorOptions(folder, rootNamespace))
            .RunGenerators(compilation, cancel)
            .GetRunResult();
        var output = Path.Combine(folder, "obj", "Razor");
        return
        [
            .. result
                .Results.SelectMany(one => one.GeneratedSources.IsDefault ? [] : one.GeneratedSources)
                .Select(source => (SourceOf(source.SyntaxTree), source.SyntaxTree.WithFilePath(Path.Combine(output, source.HintName))))
                .Where(source => source.Item1 is not null)
                .OrderBy(source => source.Item1, StringComparer.Ordinal)
                .Select(source => (source.Item1!, source.Item2)),
        ];
    }

    /// <summary>The file that generated code names at its beginning.</summary>
    static string? SourceOf(SyntaxTree generated) =>
        generated.GetRoot().GetFirstDirective(directive => directive.IsKind(SyntaxKind.PragmaChecksumDirectiveTrivia))
            is PragmaChecksumDirectiveTriviaSyntax checksum
            ? Path.GetFullPath(checksum.File.ValueText)
            : null;

    static RazorCompiler? TryLoad(string path)
    {
        if (!File.Exists(path) || !IsForThisCompiler(path))
            return null;
        try
        {
            return new SdkAssemblies(Path.GetDirectoryName(path)!).LoadFromAssemblyPath(path).GetType(Generator) is { } type
                ? new RazorCompiler(type, path)
                : null;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether it was built against a C# compiler that is no newer than this tool's.</summary>
    static bool IsForThisCompiler(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            return metadata
                .AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis")
                .All(reference => reference.Version <= typeof(Compilation).Assembly.GetName().Version);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }
}
