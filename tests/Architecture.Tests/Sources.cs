using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Architecture.Tests;

/// <summary>The sources of the shipped projects, compiled together as one program.</summary>
public sealed class Sources
{
    /// <summary>What the projects' implicit usings bring.</summary>
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly string Root = Path.Combine(Repository.Root, "src");

    /// <summary>Analyzers and code fixes: the parts whose inner order is laid down.</summary>
    public CSharpCompilation Compilation { get; } = Compile("Analyzers", "CodeFixes");

    /// <summary>The source files of all projects.</summary>
    public IReadOnlyList<SyntaxTree> Files { get; } = [.. Directory.EnumerateDirectories(Root).SelectMany(Parse)];

    /// <summary>The files of the compilation that use types of others.</summary>
    public IReadOnlyCollection<(string From, string To)> References() =>
        Compilation
            .SyntaxTrees.Where(file => file.FilePath.Length > 0)
            .AsParallel()
            .SelectMany(file => ReferencesOf(file).Distinct().Select(to => (PathOf(file), PathOf(to))))
            .ToHashSet();

    IEnumerable<SyntaxTree> ReferencesOf(SyntaxTree file)
    {
        var model = Compilation.GetSemanticModel(file);
        return
            from name in file.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            let symbol = model.GetSymbolInfo(name).Symbol
            let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
            where type is not null
            from declaration in type.OriginalDefinition.DeclaringSyntaxReferences.Take(1)
            where declaration.SyntaxTree != file && declaration.SyntaxTree.FilePath.Length > 0
            select declaration.SyntaxTree;
    }

    /// <summary>The path of a file below <c>src</c>, with <c>/</c> between its parts.</summary>
    public static string PathOf(SyntaxTree file) => Path.GetRelativePath(Root, file.FilePath).Replace('\\', '/');

    /// <summary>The folder of a file below <c>src</c>.</summary>
    public static string FolderOf(SyntaxTree file) => PathOf(file)[..PathOf(file).LastIndexOf('/')];

    static CSharpCompilation Compile(params string[] projects) =>
        CSharpCompilation.Create(
            "Sources",
            [.. projects.SelectMany(project => Parse(Path.Combine(Root, project))), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

    static IEnumerable<SyntaxTree> Parse(string project) =>
        from path in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(project, path).Split(Path.DirectorySeparatorChar)
        where parts[0] is not ("bin" or "obj")
        select CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path);
}
