using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Makes compilations of groups of sources. They need not be free of errors: what resolves is analysed.</summary>
/// <param name="problems">Where files that cannot be read go.</param>
/// <param name="jobs">How many files are read at once; null for as many as there are cores.</param>
sealed class Compiler(Problems problems, int? jobs = null)
{
    readonly Dictionary<SourceGroup, CompiledGroup> _compiled = [];

    /// <param name="group">Its references must have been compiled before.</param>
    /// <param name="cancel">Ends the work.</param>
    public CompiledGroup Compile(SourceGroup group, CancellationToken cancel)
    {
        var project = group.Project;
        var assets = project is null ? null : PackageAssets.Of(project);
        var files = AnalyzerConfigFiles.For(group, assets, problems);
        var configs = ConfigFile.Parse(files);
        var parse = new CSharpParseOptions(
            LanguageVersion.Preview,
            DocumentationMode.Parse,
            preprocessorSymbols: project?.PreprocessorSymbols.Where(SyntaxFacts.IsValidIdentifier)
                ?? ["DEBUG", "TRACE", .. TargetFramework.Newest.Symbols()]
        )
        // "#:package" lines of a program that is one file.
        .WithFeatures([new("FileBasedProgram", "true")]);

        var trees = Read(group.Sources, (path, text) => CSharpSyntaxTree.ParseText(text, parse, path, cancel), cancel);
        var executable = project?.IsExecutable ?? trees.Any(HasTopLevelStatements);
        trees.Add(
            CSharpSyntaxTree.ParseText(
                Generated(project, executable),
                parse,
                Path.Combine(project?.Folder ?? Path.GetDirectoryName(group.Location)!, "obj", CompiledGroup.GeneratedFile),
                cancellationToken: cancel
            )
        );

        var options = new CSharpCompilationOptions(
            !executable ? OutputKind.DynamicallyLinkedLibrary
                : project?.IsWindowed == true ? OutputKind.WindowsApplication
                : OutputKind.ConsoleApplication,
            allowUnsafe: true,
            nullableContextOptions: NullableContext(project),
            specificDiagnosticOptions: (project?.NoWarn ?? []).Distinct().Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))
        ).WithSyntaxTreeOptionsProvider(new ConfigSeverities(configs));
        var name = project?.AssemblyName ?? Path.GetFileNameWithoutExtension(group.Location);
        var compilation = CSharpCompilation.Create(
            name,
            trees,
            References(assets).Concat(group.References.Select(r => _compiled[r].Compilation.ToMetadataReference())),
            options
        );

        var additional = Read(group.AdditionalFiles, (path, text) => new AdditionalFile(path, text), cancel);
        var compiled = new CompiledGroup(
            group,
            compilation,
            assets is not null,
            new AnalyzerOptions([.. additional], new ConfigOptionsProvider(configs)),
            files
        );
        return _compiled[group] = WithRazor(compiled, cancel);
    }

    /// <summary>With the code of pages and components, where any of it could matter: making it takes a while.</summary>
    static CompiledGroup WithRazor(CompiledGroup group, CancellationToken cancel)
    {
        var files = group.Options.AdditionalFiles.Where(file => IsRazor(file.Path, group.Group.Project)).ToList();
        var mattering = files.Where(file => Analyzers.MayMatter(file.GetText(cancel)!)).ToList();
        if (mattering.Count == 0)
            return group;
        if (RazorCompiler.OfSdk is not { } razor)
            return group with { UnreadRazor = mattering.Count };
        var folder = group.Group.Project?.Folder ?? Path.GetDirectoryName(Path.Combine(group.Group.Location, "_"))!;
        var rootNamespace = group.Group.Project?.RootNamespace ?? "App";
        var made = razor.Compile(files, group.Compilation, folder, rootNamespace, cancel);
        return group with
        {
            Compilation = group.Compilation.AddSyntaxTrees(made.Select(one => one.Tree)),
            Razor = made.ToDictionary(one => one.Tree.FilePath, one => one.Path),
            UnreadRazor = mattering.Count(file => !made.Any(one => one.Path == file.Path)),
        };
    }

    /// <summary>Components are always ASP.NET Core's; pages may be an older framework's, whose Razor is another.</summary>
    static bool IsRazor(string path, ProjectFile? project) =>
        path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) && project?.CompilesRazor == true;

    /// <summary>What is made of the texts of files, in their order; one that cannot be read is a problem and left out.</summary>
    List<T> Read<T>(IReadOnlyList<string> paths, Func<string, SourceText, T> make, CancellationToken cancel)
        where T : class
    {
        var made = new T?[paths.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs ?? Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.For(0, paths.Count, options, at => made[at] = Read(paths[at]) is { } text ? make(paths[at], text) : null);
        return [.. made.OfType<T>()];
    }

    SourceText? Read(string path)
    {
        try
        {
            return SourceReader.Read(path);
        }
        catch (BinaryFileException e)
        {
            problems.Warning(e.Message);
        }
        catch (InputException e)
        {
            problems.Error(e.Message);
        }
        return null;
    }

    static bool HasTopLevelStatements(SyntaxTree tree) =>
        tree.GetRoot() is CompilationUnitSyntax unit && unit.Members.Any(m => m is GlobalStatementSyntax);

    /// <summary>What the SDK generates: global usings and the assembly's friends.</summary>
    static string Generated(ProjectFile? project, bool executable)
    {
        // A program that is one file has implicit usings, a class without a project names its own.
        var usings = project?.GlobalUsings() ?? (executable ? ImplicitUsings.Of("", _ => false).Select(n => "global::" + n) : []);
        return "// <auto-generated/>\n"
            + string.Concat(usings.Select(u => $"global using {u};\n"))
            + string.Concat(
                (project?.InternalsVisibleTo ?? []).Select(friend =>
                    "[assembly: "
                    + $"global::System.Runtime.CompilerServices.InternalsVisibleTo({SymbolDisplay.FormatLiteral(friend, quote: true)})]\n"
                )
            );
    }

    static NullableContextOptions NullableContext(ProjectFile? project) =>
        project?.Nullable switch
        {
            "enable" => NullableContextOptions.Enable,
            "warnings" => NullableContextOptions.Warnings,
            "annotations" => NullableContextOptions.Annotations,
            _ => NullableContextOptions.Disable,
        };

    static IEnumerable<MetadataReference> References(PackageAssets? assets)
    {
        if (assets is null)
            return FrameworkReferences.All.Values;
        var packages = assets
            .Assemblies.Concat(assets.Framework)
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase);
        // .NET itself wins over packages of the same name, which are older than the .NET that runs this tool.
        return assets.Framework.Count > 0
            ? packages.Select(File)
            : FrameworkReferences.All.Values.Concat(
                packages.Where(p => !FrameworkReferences.All.ContainsKey(Path.GetFileNameWithoutExtension(p))).Select(File)
            );

        static MetadataReference File(string path) => MetadataReference.CreateFromFile(path);
    }
}
