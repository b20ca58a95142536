using System.Xml;
using NuGet.Versioning;
using PkceAnalyzers.Configuration;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>What a C# project says about its sources and how they are compiled, without MSBuild and without restore.</summary>
sealed class ProjectFile
{
    readonly FileTree _files;
    readonly ProjectEvaluation _project;

    /// <exception cref="InputException">The project, or a file that it imports, cannot be read.</exception>
    public ProjectFile(FileTree files, string path)
        : this(files, path, texts: null) { }

    ProjectFile(FileTree files, string path, IReadOnlyDictionary<string, string>? texts)
    {
        _files = files;
        Location = path;
        _project = new ProjectEvaluation(files, path, null, texts);
        var frameworks = ProjectItem.Split($"{_project.Property("TargetFramework")};{_project.Property("TargetFrameworks")}");
        TargetFramework = TargetFramework.Best(frameworks) ?? Legacy(_project.Property("TargetFrameworkVersion")) ?? TargetFramework.Newest;
        if (_project.Property("TargetFramework").Length == 0 && frameworks.Length > 0)
            _project = new ProjectEvaluation(files, path, TargetFramework.Moniker, texts);
    }

    /// <summary>The project as it would be if some files, by their paths, had other texts.</summary>
    /// <exception cref="InputException">It cannot be read then.</exception>
    public ProjectFile With(IReadOnlyDictionary<string, string> texts) => new(_files, Location, texts);

    /// <summary>All that it says, as text.</summary>
    public IEnumerable<string> Facts => _project.Facts;

    /// <summary>Full path of the project's file.</summary>
    public string Location { get; }

    /// <summary>The files among which its references are looked for.</summary>
    public FileTree Files => _files;

    /// <summary>Full path of the project's folder.</summary>
    public string Folder => Path.GetDirectoryName(Location)!;

    /// <summary>Of several target frameworks the newest.</summary>
    public TargetFramework TargetFramework { get; }

    public string AssemblyName =>
        _project.Property("AssemblyName") is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(Location);

    public string RootNamespace =>
        _project.Property("RootNamespace") is { Length: > 0 } name
            ? name
            : Path.GetFileNameWithoutExtension(Location).Replace('-', '_').Replace(' ', '_');

    /// <summary>Whether its SDK compiles pages and components.</summary>
    public bool CompilesRazor =>
        HasSdk("Microsoft.NET.Sdk.Web") || HasSdk("Microsoft.NET.Sdk.Razor") || HasSdk("Microsoft.NET.Sdk.BlazorWebAssembly");

    /// <summary>Whether it names an SDK, and so its packages in its own file.</summary>
    public bool HasSdkForm => _project.Sdk.Length > 0;

    /// <summary>Whether a C# file in its folder is compiled without being named.</summary>
    public bool TakesNewSources => HasSdkForm && !IsOff("EnableDefaultItems") && !IsOff("EnableDefaultCompileItems");

    /// <summary>Whether <c>Directory.Packages.props</c> says the versions of its packages.</summary>
    public bool HasCentralVersions => IsOn("ManagePackageVersionsCentrally");

    /// <summary>The packages whose versions are said centrally.</summary>
    public IEnumerable<string> CentralPackages => Added("PackageVersion");

    /// <summary>As the project says it, else what its framework comes with.</summary>
    public string LanguageVersion =>
        _project.Property("LangVersion") is { Length: > 0 } version ? version : TargetFramework.LanguageVersion;

    public string Nullable => _project.Property("Nullable").ToLowerInvariant();

    /// <summary>Whether it is a program with windows and no console.</summary>
    public bool IsWindowed => _project.Property("OutputType").ToLowerInvariant() is "winexe" or "appcontainerexe";

    public bool IsExecutable =>
        _project.Property("OutputType").ToLowerInvariant() switch
        {
            "exe" or "winexe" or "appcontainerexe" => true,
            "" => HasSdk("Microsoft.NET.Sdk.Web") || HasSdk("Microsoft.NET.Sdk.Worker") || HasSdk("Microsoft.NET.Sdk.BlazorWebAssembly"),
            _ => false,
        };

    public bool IsTestProject =>
        IsOn("IsTestProject")
        || _project.Property("IsTestProject").Length == 0 && PackageReferences().Any(p => ProjectFacts.IsOfTests(p.Id));

    /// <summary>Where restore leaves its results.</summary>
    public string IntermediateFolder =>
        Path.Combine(Folder, _project.Property("BaseIntermediateOutputPath") is { Length: > 0 } folder ? folder.Replace('\\', '/') : "obj");

    public IEnumerable<string> PreprocessorSymbols =>
        [
            "DEBUG",
            "TRACE",
            .. TargetFramework.Symbols(),
            .. _project
                .Property("DefineConstants")
                .Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(s => s.Split('=')[0]),
        ];

    /// <summary>Ids of diagnostics that the project switches off.</summary>
    public IEnumerable<string> NoWarn => _project.Property("NoWarn").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> InternalsVisibleTo => Added("InternalsVisibleTo");

    /// <summary>Full paths of configuration files that the project names beside those found by their place.</summary>
    public IEnumerable<string> AnalyzerConfigFiles =>
        Added("GlobalAnalyzerConfigFiles").Concat(Added("EditorConfigFiles")).Select(Absolute).Select(_files.Find).OfType<string>();

    /// <summary>Full paths of the projects that it references directly.</summary>
    public IEnumerable<string> ProjectReferences =>
        Added("ProjectReference").Select(Absolute).Select(_files.Find).OfType<string>().Distinct();

    /// <summary>Full paths of the C# files that it compiles, sorted.</summary>
    public IReadOnlyList<string> Sources()
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        if (TakesNewSources)
            sources.UnionWith(OwnFiles().Where(IsCSharp));
        foreach (var item in _project.Items.Where(i => i.Kind == "Compile"))
        {
            var excluded = Matcher(item.Exclude);
            foreach (var included in item.Includes)
                sources.UnionWith(Expand(included).Where(f => IsCSharp(f) && !excluded(f)));
            if (item.Remove.Length > 0)
                sources.RemoveWhere(new Predicate<string>(Matcher(item.Remove)));
        }
        return [.. sources];
    }

    /// <summary>Full paths of the files of the project's folder, without its output and without the folders of other
    /// projects below it (a build would compile their sources twice; whoever means that excludes them).</summary>
    public IEnumerable<string> OwnFiles()
    {
        var files = _files.FilesBelow(Folder).Where(f => !IsOutput(f)).ToList();
        var others = files
            .Where(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            .Select(f => Path.GetDirectoryName(f)!)
            .Where(f => f != Folder)
            .Distinct()
            .ToList();
        return files.Where(f => !others.Exists(o => FileTree.Holds(o, f)));
    }

    /// <summary>Whether a path lies in the project's own output folders.</summary>
    public bool IsOutput(string path) =>
        FileTree.Holds(Path.Combine(Folder, "bin"), path)
        || FileTree.Holds(Path.Combine(Folder, "obj"), path)
        || FileTree.Holds(Path.GetFullPath(IntermediateFolder), path);

    /// <summary>The package references and their versions: own, central or of packages.config; the lowest version
    /// of a range, empty where none is known.</summary>
    public IEnumerable<(string Id, string Version)> PackageReferences()
    {
        var central = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var versions = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in _project.Items)
        {
            if (item.Kind is "PackageVersion" or "GlobalPackageReference")
            {
                foreach (var id in item.Includes)
                    central[id] = item["Version"];
            }
            if (item.Kind is not ("PackageReference" or "GlobalPackageReference"))
                continue;
            foreach (var id in item.Includes)
                versions[id] = item["VersionOverride"] is { Length: > 0 } other ? other : item["Version"];
            foreach (var id in ProjectItem.Split(item.Remove))
                versions.Remove(id);
        }
        foreach (var (id, version) in PackagesConfig())
            versions[id] = version;
        return versions.Select(p => (p.Key, Lowest(p.Value.Length > 0 ? p.Value : central.GetValueOrDefault(p.Key, ""))));
    }

    /// <summary>The global usings that the SDK would generate, as they follow <c>global using</c>.</summary>
    public IEnumerable<string> GlobalUsings()
    {
        var usings = new List<string>();
        if (_project.Property("ImplicitUsings").ToLowerInvariant() is "enable" or "true")
            usings.AddRange(ImplicitUsings.Of(_project.Sdk, IsOn).Select(n => "global::" + n));
        foreach (var item in _project.Items.Where(i => i.Kind == "Using"))
        {
            foreach (var removed in ProjectItem.Split(item.Remove))
                usings.Remove("global::" + removed);
            foreach (var included in item.Includes)
            {
                usings.Add(
                    item["Alias"] is { Length: > 0 } alias ? $"{alias} = global::{included}"
                    : item["Static"].Equals("true", StringComparison.OrdinalIgnoreCase) ? $"static global::{included}"
                    : $"global::{included}"
                );
            }
        }
        return usings.Distinct();
    }

    static TargetFramework? Legacy(string version) =>
        version.Length > 1 ? TargetFramework.Parse("net" + version.TrimStart('v').Replace(".", "")) : null;

    static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    bool HasSdk(string name) => _project.Sdk.Split('/')[0].Equals(name, StringComparison.OrdinalIgnoreCase);

    bool IsOn(string property) => _project.Property(property).Equals("true", StringComparison.OrdinalIgnoreCase);

    bool IsOff(string property) => _project.Property(property).Equals("false", StringComparison.OrdinalIgnoreCase);

    IEnumerable<string> Added(string kind) => _project.Items.Where(i => i.Kind == kind).SelectMany(i => i.Includes);

    string Absolute(string written) => Path.Combine(Folder, written.Replace('\\', '/'));

    IEnumerable<string> Expand(string specification)
    {
        var path = Absolute(specification);
        if (!Wildcards.In(path))
            return _files.Find(path) is { } file ? [file] : [];
        var wildcards = new Wildcards(path);
        // Nobody means the whole disk; an undefined property in front of "/**" does.
        return Path.GetPathRoot(wildcards.Folder) == wildcards.Folder ? [] : _files.FilesBelow(wildcards.Folder).Where(wildcards.Match);
    }

    Func<string, bool> Matcher(string specifications)
    {
        var wildcards = ProjectItem.Split(specifications).Select(s => new Wildcards(Absolute(s))).ToList();
        return path => wildcards.Exists(w => w.Match(path));
    }

    IEnumerable<(string Id, string Version)> PackagesConfig()
    {
        if (_files.Find(Path.Combine(Folder, "packages.config")) is not { } path)
            return [];
        try
        {
            return
            [
                .. SafeXml
                    .Load(path)
                    .Elements("package")
                    .Select(p => (p.Attribute("id")?.Value ?? "", p.Attribute("version")?.Value ?? ""))
                    .Where(p => p.Item1.Length > 0),
            ];
        }
        catch (XmlException e)
        {
            throw new InputException($"{path}({e.LineNumber},{e.LinePosition}): not readable as XML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>The lowest version that a range (<c>[1.0,2.0)</c>) or a floating version (<c>1.*</c>) allows.</summary>
    static string Lowest(string version) =>
        VersionRange.TryParse(version, allowFloating: true, out var range) && range.HasLowerBound
            ? range.MinVersion!.OriginalVersion ?? ""
            : "";
}
