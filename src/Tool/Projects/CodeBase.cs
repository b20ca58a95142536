using PkceAnalyzers.Tool.Git;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>Finds what is to be scanned below paths.</summary>
sealed class CodeBase
{
    readonly Problems _problems;
    readonly SortedDictionary<string, SourceGroup> _groups = new(StringComparer.Ordinal);

    CodeBase(Problems problems) => _problems = problems;

    /// <summary>The groups of sources of projects, solutions, files and folders; each comes after those it references.</summary>
    /// <exception cref="InputException">There is nothing that could be scanned.</exception>
    public static async Task<IReadOnlyList<SourceGroup>> OpenAsync(IReadOnlyList<string> paths, Problems problems, CancellationToken cancel)
    {
        var code = new CodeBase(problems);
        var full = paths.Select(path => FullPath(path)).Distinct(StringComparer.Ordinal).ToList();
        // What lies in a folder that is scanned as well comes with it.
        var outermost = full.FindAll(path =>
            SolutionFile.Is(path) || !full.Exists(other => other != path && Directory.Exists(other) && FileTree.Holds(other, path))
        );
        foreach (var path in outermost.Where(path => !IsCSharp(path)))
            await code.AddAsync(path, cancel);
        code.AddFiles(outermost.FindAll(IsCSharp));
        code.AddReferencedProjects();
        if (!code._groups.Values.Any(group => group.IsScanned && group.Sources.Count > 0))
            throw new InputException($"{string.Join(", ", paths)}: no C# sources found");
        return code.Ordered();
    }

    static string FullPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.Exists(full) ? full : throw new InputException($"{path}: there is no such file or folder");
    }

    static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    async Task AddAsync(string path, CancellationToken cancel)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var ignored = GitWorkTree.Of(folder) is { } git ? await git.IgnoredAsync(cancel) : null;
        var files = new FileTree(folder, ignored);
        if (folder == path)
            AddFolder(files);
        else if (SolutionFile.Is(path))
            await AddSolutionAsync(path, files, cancel);
        else if (path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            AddProject(path, files, isScanned: true);
        else
            throw new InputException($"{path}: not a C# project (.csproj), solution (.sln, .slnx, .slnf), C# file (.cs) or folder");
    }

    /// <summary>Files that are named one by one are one program.</summary>
    void AddFiles(IReadOnlyList<string> sources)
    {
        var loose = sources.Where(source => !IsTaken(source)).Order(StringComparer.Ordinal).ToList();
        if (loose.Count > 0)
            AddLoose(loose[0], loose, []);
    }

    bool IsTaken(string source) => _groups.Values.Any(group => group.IsScanned && group.Sources.Contains(source));

    async Task AddSolutionAsync(string solution, FileTree files, CancellationToken cancel)
    {
        foreach (var written in await SolutionFile.ProjectsAsync(solution, cancel))
        {
            if (files.Find(written) is not { } project)
            {
                _problems.Error($"{solution}: project not found: {Path.GetRelativePath(files.Root, written)}");
                continue;
            }
            try
            {
                AddProject(project, files, isScanned: true);
            }
            catch (InputException e)
            {
                _problems.Error($"{e.Message} (the project is not scanned)");
            }
        }
    }

    void AddFolder(FileTree files)
    {
        var all = files.FilesBelow(files.Root).Order(StringComparer.Ordinal).ToList();
        foreach (var project in all.Where(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                AddProject(project, files, isScanned: true);
            }
            catch (InputException e)
            {
                _problems.Warning($"{e.Message} (the sources are scanned without their project)");
            }
        }
        var taken = _groups.Values.SelectMany(group => group.Sources.Concat(group.AdditionalFiles)).ToHashSet(StringComparer.Ordinal);
        var loose = all.FindAll(file => !taken.Contains(file) && !IsOutput(files.Root, file));
        foreach (var group in loose.GroupBy(file => UnityProject.FolderOf(file, files.Root) ?? files.Root))
            AddLoose(
                group.Key,
                [.. group.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))],
                [.. group.Where(IsAdditional)]
            );
    }

    static bool IsOutput(string root, string path) =>
        Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[..^1].Any(part => part is "bin" or "obj");

    void AddLoose(string location, IReadOnlyList<string> sources, IReadOnlyList<string> additionalFiles)
    {
        if (sources.Count + additionalFiles.Count > 0)
        {
            _groups.TryAdd(
                location,
                new SourceGroup
                {
                    Location = location,
                    Sources = sources,
                    AdditionalFiles = additionalFiles,
                    IsScanned = true,
                }
            );
        }
    }

    void AddProject(string path, FileTree files, bool isScanned)
    {
        if (_groups.ContainsKey(path))
            return;
        var project = new ProjectFile(files, path);
        _groups.Add(
            path,
            new SourceGroup
            {
                Location = path,
                Project = project,
                Sources = project.Sources(),
                AdditionalFiles = isScanned ? [.. project.OwnFiles().Where(IsAdditional).Order(StringComparer.Ordinal)] : [],
                IsScanned = isScanned,
            }
        );
    }

    static bool IsAdditional(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".razor", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                && (
                    name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                    || name.StartsWith("identityserverdata", StringComparison.OrdinalIgnoreCase)
                );
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
                    AddProject(reference, group.Project!.Files, isScanned: false);
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
