using System.Xml;
using System.Xml.Linq;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>
/// Properties and items of a project, read as MSBuild reads them: the project's file, the nearest Directory.*.props
/// and .targets above it and what they import from the repository; first all properties, then the items. What the
/// SDK's own files would add is known to <see cref="ProjectFile"/>. Nothing is run: targets are not looked at.
/// </summary>
sealed class ProjectEvaluation
{
    readonly FileTree _files;
    readonly string _project;
    readonly string _folder;
    readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    readonly string? _targetFramework;
    readonly IReadOnlyDictionary<string, string>? _texts;
    readonly List<(XElement Group, string File)> _itemGroups = [];
    readonly HashSet<string> _imported = [];
    readonly List<ProjectItem> _items = [];

    /// <param name="files">Finds the files that are imported.</param>
    /// <param name="project">Full path of the project's file.</param>
    /// <param name="targetFramework">Of several target frameworks the one to evaluate for.</param>
    /// <param name="texts">What stands for the contents of files, by their paths.</param>
    /// <exception cref="InputException">A file cannot be read or is not XML.</exception>
    public ProjectEvaluation(FileTree files, string project, string? targetFramework, IReadOnlyDictionary<string, string>? texts = null)
    {
        _texts = texts;
        _files = files;
        _project = project;
        _folder = Path.GetDirectoryName(project)!;
        _targetFramework = targetFramework;
        foreach (var (name, value) in Reserved())
            _properties[name] = value;

        ImportAbove("Directory.Build.props");
        ImportAbove("Directory.Packages.props");
        Sdk = Import(project) is { } root ? SdkOf(root) : "";
        ImportAbove("Directory.Build.targets");

        foreach (var (group, file) in _itemGroups)
            ReadItems(group, file);
    }

    /// <summary>The SDK that the project names, empty for a project of the old form.</summary>
    public string Sdk { get; }

    /// <summary>The project's items, in the order in which they apply.</summary>
    public IReadOnlyList<ProjectItem> Items => _items;

    /// <summary>A property's value, empty if it is not set.</summary>
    public string Property(string name) => _properties.GetValueOrDefault(name, "");

    /// <summary>All that was read, as text: what is the same is the same project.</summary>
    public IEnumerable<string> Facts =>
        _properties
            .OrderBy(property => property.Key, StringComparer.OrdinalIgnoreCase)
            .Select(property => $"{property.Key}={property.Value}")
            .Prepend(Sdk)
            .Concat(_items.SelectMany(Written));

    static IEnumerable<string> Written(ProjectItem item) =>
        item
            .Metadata.OrderBy(data => data.Key, StringComparer.OrdinalIgnoreCase)
            .Select(data => $"{data.Key}={data.Value}")
            .Prepend($"{item.Kind}+{item.Include}-{item.Exclude}-{item.Remove}");

    IEnumerable<(string, string)> Reserved()
    {
        yield return ("Configuration", "Debug");
        yield return ("Platform", "AnyCPU");
        yield return ("OS", OperatingSystem.IsWindows() ? "Windows_NT" : "Unix");
        yield return ("MSBuildRuntimeType", "Core");
        yield return ("MSBuildProjectFullPath", _project);
        yield return ("MSBuildProjectDirectory", _folder);
        yield return ("MSBuildProjectFile", Path.GetFileName(_project));
        yield return ("MSBuildProjectName", Path.GetFileNameWithoutExtension(_project));
        yield return ("MSBuildProjectExtension", Path.GetExtension(_project));
        if (_targetFramework is not null)
            yield return ("TargetFramework", _targetFramework);
    }

    static string SdkOf(XElement root) =>
        root.Attribute("Sdk")?.Value
        ?? Children(root, "Sdk")
            .Concat(Children(root, "Import"))
            .Select(e => (e.Attribute("Name") ?? e.Attribute("Sdk"))?.Value)
            .FirstOrDefault(n => n is not null)
        ?? "";

    static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    void ImportAbove(string name)
    {
        for (var folder = _folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (_files.Find(Path.Combine(folder, name)) is not { } file)
                continue;
            Import(file);
            return;
        }
    }

    XElement? Import(string file)
    {
        if (!_imported.Add(file))
            return null;
        var root = Load(file);
        ReadProperties(root, file);
        return root;
    }

    XElement Load(string file)
    {
        try
        {
            return _texts?.GetValueOrDefault(file) is { } text ? SafeXml.Parse(text) : SafeXml.Load(file);
        }
        catch (XmlException e)
        {
            throw new InputException($"{file}({e.LineNumber},{e.LinePosition}): not readable as XML: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: {e.Message}", e);
        }
    }

    void ReadProperties(XElement parent, string file)
    {
        foreach (var element in parent.Elements().Where(e => Holds(e, file) || e.Name.LocalName == "ItemGroup"))
        {
            switch (element.Name.LocalName)
            {
                case "PropertyGroup":
                    foreach (var property in element.Elements().Where(e => Holds(e, file)))
                        Set(property.Name.LocalName, property.Value.Trim(), file);
                    break;
                case "ItemGroup":
                    _itemGroups.Add((element, file));
                    break;
                case "Import" when element.Attribute("Project") is { } import && element.Attribute("Sdk") is null:
                    if (
                        Expand(import.Value, file) is { Length: > 0 } path
                        && _files.Find(Path.Combine(Path.GetDirectoryName(file)!, path.Replace('\\', '/'))) is { } imported
                    )
                        Import(imported);
                    break;
                case "ImportGroup":
                    ReadProperties(element, file);
                    break;
                case "Choose"
                    when (Children(element, "When").FirstOrDefault(e => Holds(e, file)) ?? Children(element, "Otherwise").FirstOrDefault())
                        is { } chosen:
                    ReadProperties(chosen, file);
                    break;
            }
        }
    }

    void Set(string name, string value, string file)
    {
        // The framework that was asked for is a global property: the project cannot change it.
        if (_targetFramework is not null && name.Equals("TargetFramework", StringComparison.OrdinalIgnoreCase))
            return;
        _properties[name] = Expand(value, file) ?? "";
    }

    void ReadItems(XElement group, string file)
    {
        if (!Holds(group, file))
            return;
        foreach (var item in group.Elements().Where(e => Holds(e, file)))
        {
            var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var attribute in item.Attributes())
                metadata[attribute.Name.LocalName] = Expand(attribute.Value.Trim(), file) ?? "";
            foreach (var child in item.Elements().Where(e => Holds(e, file)))
                metadata[child.Name.LocalName] = Expand(child.Value.Trim(), file) ?? "";
            _items.Add(
                new ProjectItem(item.Name.LocalName, Attribute("Include"), Attribute("Exclude"), Attribute("Remove"), _folder, metadata)
            );

            string Attribute(string name) => item.Attribute(name) is null ? "" : metadata[name];
        }
    }

    bool Holds(XElement element, string file) =>
        Condition.Holds(element.Attribute("Condition")?.Value, text => Expand(text, file), Path.GetDirectoryName(file)!);

    string? Expand(string text, string file) =>
        new PropertyExpansion(name =>
            name.ToLowerInvariant() switch
            {
                "msbuildthisfiledirectory" => Path.GetDirectoryName(file) + "/",
                "msbuildthisfile" => Path.GetFileName(file),
                "msbuildthisfilefullpath" => file,
                "msbuildthisfilename" => Path.GetFileNameWithoutExtension(file),
                _ => Property(name),
            }
        ).Expand(text);
}
