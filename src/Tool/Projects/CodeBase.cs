namespace PkceAnalyzers.Tool.Projects;

/// <summary>Finds what is to be scanned below a path.</summary>
sealed class CodeBase
{
    readonly FileTree _files;
    readonly Problems _problems;
    readonly SortedDictionary<string, SourceGroup> _groups = new(StringComparer.Ordinal);

    CodeBase(FileTree files, Problems problems) => (_files, _problems) = (files, problems);

    /// <summary>The groups of sources of a project, solution, file or folder; each comes after those it references.</summary>
    /// <exception cref="InputException">There is nothing that could be scanned.</exception>
    public static IReadOnlyList<SourceGroup> Open(string path, Problems problems)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Path.Exists(full))
            throw new InputException($"{path}: there is no such file or folder");
        var code = new CodeBase(new FileTree(Directory.Exists(full) ? full : Path.GetDirectoryName(full)!), problems);
        code.Add(full);
        code.AddReferencedProjects();
        if (!code._groups.Values.Any(g => g.IsScanned && g.Sources.Count > 0))
            throw new InputException($"{path}: no C# sources found");
        return code.Ordered();
    }

    void Add(string path)
    {
        if (Directory.Exists(path))
        {
            AddFolder();
            return;
        }
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csproj":
                AddProject(path, isScanned: true);
                break;
            case ".sln" or ".slnx":
                AddSolution(path);
                break;
            case ".cs":
                AddLoose(path, [path], []);
                break;
            default:
                throw new InputException($"{path}: not a C# project (.csproj), solution (.sln, .slnx), C# file (.cs) or folder");
        }
    }

    void AddSolution(string solution)
    {
        foreach (var written in SolutionFile.Projects(solution))
        {
            if (_files.Find(Path.Combine(_files.Root, written)) is not { } project)
            {
                _problems.Error($"{solution}: project not found: {written}");
                continue;
            }
            try
            {
                AddProject(project, isScanned: true);
            }
            catch (InputException e)
            {
                _problems.Error($"{e.Message} (the project is not scanned)");
            }
        }
    }

    void AddFolder()
    {
        var all = _files.FilesBelow(_files.Root).Order(StringComparer.Ordinal).ToList();
        foreach (var project in all.Where(f => f.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                AddProject(project, isScanned: true);
            }
            catch (InputException e)
            {
                _problems.Warning($"{e.Message} (the sources are scanned without their project)");
            }
        }
        var taken = _groups.Values.SelectMany(g => g.Sources.Concat(g.AdditionalFiles)).ToHashSet(StringComparer.Ordinal);
        var loose = all.Where(f => !taken.Contains(f) && !IsOutput(f)).ToList();
        AddLoose(_files.Root, [.. loose.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))], [.. loose.Where(IsAdditional)]);
    }

    bool IsOutput(string path) =>
        Path.GetRelativePath(_files.Root, path).Split(Path.DirectorySeparatorChar)[..^1].Any(part => part is "bin" or "obj");

    void AddLoose(string location, IReadOnlyList<string> sources, IReadOnlyList<string> additionalFiles)
    {
        if (sources.Count + additionalFiles.Count > 0)
            _groups.Add(location, new SourceGroup { Location = location, Sources = sources, AdditionalFiles = additionalFiles, IsScanned = true });
    }

    void AddProject(string path, bool isScanned)
    {
        if (_groups.ContainsKey(path))
            return;
        var project = new ProjectFile(_files, path);
        _groups.Add(path, new SourceGroup
        {
            Location = path,
            Project = project,
            Sources = project.Sources(),
            AdditionalFiles = isScanned ? [.. project.OwnFiles().Where(IsAdditional).Order(StringComparer.Ordinal)] : [],
            IsScanned = isScanned,
        });
    }

    static bool IsAdditional(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && (name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) || name.StartsWith("identityserverdata", StringComparison.OrdinalIgnoreCase));
    }

    void AddReferencedProjects()
    {
        var open = new Queue<SourceGroup>(_groups.Values);
        while (open.TryDequeue(out var group))
        {
            foreach (var reference in (group.Project?.ProjectReferences ?? []).Where(r => IsProject(r) && !_groups.ContainsKey(r)))
            {
                try
                {
                    AddProject(reference, isScanned: false);
                    open.Enqueue(_groups[reference]);
                }
                catch (InputException e)
                {
                    _problems.Warning($"{e.Message} (scanned without this reference)");
                }
            }
        }

        static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
    }

    List<SourceGroup> Ordered()
    {
        var ordered = new List<SourceGroup>();
        var visited = new HashSet<SourceGroup>();
        foreach (var group in _groups.Values)
            Visit(group);
        return ordered;

        void Visit(SourceGroup group)
        {
            if (!visited.Add(group))
                return;
            var direct = (group.Project?.ProjectReferences ?? []).Select(r => _groups.GetValueOrDefault(r)).OfType<SourceGroup>().ToList();
            direct.ForEach(Visit);
            // A reference that is not finished is part of a cycle, which a build refuses: left out.
            group.References = [.. direct.Where(ordered.Contains).SelectMany(r => r.References.Prepend(r)).Distinct()];
            ordered.Add(group);
        }
    }
}
