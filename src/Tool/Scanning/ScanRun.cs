using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Baselines;
using PkceAnalyzers.Tool.Caching;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Fixing;
using PkceAnalyzers.Tool.Git;
using PkceAnalyzers.Tool.Inspecting;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>
/// One scan: finds the sources, compiles and analyses them, and picks what was asked for. Files are analysed one by one, as an editor does
/// it:
/// analysing a compilation at once binds every file of it, which takes several times as long as everything else.
/// </summary>
sealed class ScanRun(
    ScanOptions options,
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    Func<SourceText, bool> mayMatter,
    Problems problems,
    IScanProgress progress
)
{
    /// <summary>More run no faster on any machine.</summary>
    const int MostThreads = 64;

    readonly PathFilter _filter = new(options.Paths, options.Include, options.Exclude);
    readonly List<CompiledGroup> _compiled = [];

    /// <summary>Those, and the ones that they refer to.</summary>
    readonly List<CompiledGroup> _all = [];
    readonly Dictionary<SourceGroup, ScannedGroup> _scanned = [];
    readonly Dictionary<SourceGroup, List<string>> _warnings = [];
    readonly Baseline? _known = options.Baseline is { } baseline ? Baseline.Read(baseline) : null;
    ChangedMembers? _changed;

    /// <summary>Ends early, with what was found so far, when it is cancelled.</summary>
    /// <exception cref="InputException">There is nothing that could be scanned.</exception>
    public async Task<ScanResult> RunAsync(CancellationToken cancel)
    {
        var scanner = new Scanner(
            analyzers,
            mayMatter,
            problems,
            new ScannerOptions
            {
                Jobs = options.Jobs,
                Timeout = options.Timeout,
                Covers = _filter.Covers,
                Done = group => progress.Done(group.Location, 1),
            }
        );
        var cache = options.Cache is { } folder ? new ScanCache(folder, new GroupKeys(Asked(), _filter.Covers)) : null;
        var requests = new Dictionary<CompiledGroup, IReadOnlyList<InventoryRow>>();
        IReadOnlyDictionary<Finding, IReadOnlyList<Replacement>> fixes = new Dictionary<Finding, IReadOnlyList<Replacement>>();
        var (errors, isInterrupted) = (problems.Errors, false);
        MakeThreads();
        try
        {
            if (options.ChangedSince is { } revision)
                _changed = await ChangedMembers.SinceAsync(FirstFolder, revision, cancel);
            Compile(Unknown(Needed(await CodeBase.OpenAsync(options.Paths, problems, cancel)), cache), cancel);
            progress.Begin("analysing", scanner.Count(_compiled));
            await scanner.DiagnosticsAsync(_compiled, cancel);
            foreach (var group in _compiled.Where(_ => options.WantsInventory))
                requests[group] = Inventory.Of([group], _filter.Covers, cancel);
            if (options.WantsDetails)
                fixes = await new Suggestions(_all, analyzers, mayMatter).OfAsync(scanner.Found, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            isInterrupted = true;
        }
        var scanned = _compiled.ConvertAll(group =>
            (group.Group, Scanned: ScannedOf(group, scanner.Found, requests.GetValueOrDefault(group) ?? [], fixes))
        );
        if (!isInterrupted && problems.Errors == errors)
            cache?.Add(scanned);
        foreach (var (group, one) in scanned)
            _scanned[group] = one;
        return await ResultAsync(await PickedAsync(cancel), isInterrupted);
    }

    /// <summary>What decides beside the code what a scan gives of a group.</summary>
    string Asked() =>
        string.Join('\n', analyzers.Select(analyzer => $"{analyzer.GetType()} {analyzer.GetType().Module.ModuleVersionId}"))
        + $"\n{options.WantsInventory} {options.WantsDetails}";

    /// <summary>The groups that are not in the cache, and those that they reference.</summary>
    IReadOnlyList<SourceGroup> Unknown(IReadOnlyList<SourceGroup> groups, ScanCache? cache)
    {
        if (cache is null)
            return groups;
        foreach (var group in groups.Where(group => group.IsScanned))
        {
            if (cache.Find(group) is not { } known)
                continue;
            _scanned[group] = known;
            foreach (var warning in known.Warnings)
                problems.Warning(warning);
        }
        var all = groups.Count(group => group.IsScanned);
        problems.Note($"{all - _scanned.Count} of {all} groups analysed, the others as in a scan before");
        var needed = groups
            .Where(group => group.IsScanned && !_scanned.ContainsKey(group))
            .SelectMany(group => group.References.Append(group))
            .ToHashSet();
        return [.. groups.Where(needed.Contains)];
    }

    ScannedGroup ScannedOf(
        CompiledGroup group,
        IReadOnlyCollection<(CompiledGroup Group, Diagnostic Diagnostic)> found,
        IReadOnlyList<InventoryRow> requests,
        IReadOnlyDictionary<Finding, IReadOnlyList<Replacement>> fixes
    )
    {
        var flows = options.WantsDetails ? new FlowReader(group, CancellationToken.None) : null;
        var files = group.Sources.DistinctBy(tree => tree.FilePath).ToDictionary(tree => tree.FilePath, Lines);
        return new(
            group.Group.Project?.Location,
            group.Group.Project is { } project && !group.IsRestored && project.PackageReferences().Any(),
            group.UnreadRazor,
            files,
            [.. found.Where(one => one.Group == group).Select(one => Detailed(Finding.From(one.Diagnostic, group), one.Diagnostic))],
            requests,
            [.. _warnings[group.Group], .. Scanner.Unfinished(group)]
        );

        Finding Detailed(Finding finding, Diagnostic diagnostic) =>
            finding with
            {
                Flow = flows?.StepsOf(diagnostic) ?? [],
                Fix = fixes.GetValueOrDefault(finding) ?? [],
            };
    }

    /// <summary>The findings that were asked for, by path and position.</summary>
    async Task<List<Finding>> PickedAsync(CancellationToken cancel)
    {
        // In an order of their own: of findings that are the same, one project's is taken.
        var all = Numbered(
            _scanned
                .OrderBy(one => one.Key.Location, StringComparer.Ordinal)
                .SelectMany(one => one.Value.Findings.Where(Takes).Select(finding => finding with { Area = AreaOf(finding, one.Key) }))
                .Distinct()
                .Order(Finding.ByPlace)
        );
        if (_changed is not null && !cancel.IsCancellationRequested)
        {
            var unchanged = new HashSet<Finding>(ReferenceEqualityComparer.Instance);
            foreach (var finding in all)
            {
                if (!await _changed.HoldAsync(finding, cancel))
                    unchanged.Add(finding);
            }
            all.RemoveAll(unchanged.Contains);
        }
        return _known is null
            ? all
            :
            [
                .. all.Select(finding =>
                    finding.Suppression is null && _known.Knows(finding) ? finding with { Suppression = Suppression.Known } : finding
                ),
            ];
    }

    /// <summary>The groups that hold something that is reported on, and those that they reference.</summary>
    IReadOnlyList<SourceGroup> Needed(IReadOnlyList<SourceGroup> groups)
    {
        var reported = groups.Where(group => group.IsScanned && group.Sources.Concat(group.AdditionalFiles).Any(_filter.Covers)).ToList();
        if (reported.Count == 0)
            throw new InputException($"{string.Join(", ", options.Paths)}: --include and --exclude leave nothing to report on");
        var needed = reported.SelectMany(group => group.References.Append(group)).ToHashSet();
        return [.. groups.Where(needed.Contains)];
    }

    /// <summary>Jobs wait for what others of them evaluate, and the pool would make threads for them one by one.</summary>
    void MakeThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Math.Min(options.Jobs, MostThreads)), ports);
    }

    void Compile(IReadOnlyList<SourceGroup> groups, CancellationToken cancel)
    {
        progress.Begin("reading", groups.Sum(group => group.Sources.Count));
        var compiler = new Compiler(problems, options.Jobs);
        foreach (var group in groups)
        {
            cancel.ThrowIfCancellationRequested();
            var before = problems.All.Count;
            var compiled = compiler.Compile(group, cancel);
            _all.Add(compiled);
            _warnings[group] = [.. problems.All.Skip(before).Select(problem => problem.Message)];
            if (group.IsScanned && !_scanned.ContainsKey(group))
            {
                _compiled.Add(compiled);
                problems.Note($"{group.Location}: {Kind(compiled)}");
            }
            progress.Done(group.Location, group.Sources.Count);
        }
    }

    /// <summary>What a group is taken for, and what that costs in certainty.</summary>
    static string Kind(CompiledGroup group)
    {
        if (group.Group.Project is not { } project)
            return $"{group.Group.Sources.Count} files without a project, with the types of .NET alone";
        var packages = project.PackageReferences().Count();
        var certainty =
            group.IsRestored ? "restored"
            : packages == 0 ? "not restored, without packages"
            : $"not restored: the types of {packages} packages are known by name only";
        return $"{project.TargetFramework.Moniker}, {group.Group.Sources.Count} files, {certainty}";
    }

    async Task<ScanResult> ResultAsync(List<Finding> all, bool isInterrupted)
    {
        var files = _scanned
            .Values.SelectMany(group => group.Files)
            .Where(file => _filter.Covers(file.Key))
            .DistinctBy(file => file.Key)
            .ToList();
        return new ScanResult
        {
            Findings = all.FindAll(finding => finding.Suppression is null),
            Suppressed = all.FindAll(finding => finding.Suppression is not null),
            Root = await RootAsync(),
            Scanned = _scanned
                .Keys.SelectMany(group => group.Sources.Concat(group.AdditionalFiles))
                .Where(_filter.Covers)
                .ToHashSet(StringComparer.Ordinal),
            Files = files.Count,
            Lines = files.Sum(file => file.Value),
            Projects = _scanned.Values.Count(group => group.Project is not null),
            Unrestored = _scanned.Values.Count(group => group.IsUnrestored),
            UnreadRazor = _scanned.Values.Sum(group => group.UnreadRazor),
            IsInterrupted = isInterrupted,
            Inventory =
            [
                .. _scanned
                    .OrderBy(one => one.Key.Location, StringComparer.Ordinal)
                    .SelectMany(one => one.Value.Requests)
                    .DistinctBy(row => (row.Request.Kind, row.Request.Place))
                    .OrderBy(row => row.Request.Place),
            ],
            Problems = problems.All,
            Rules = RulesOf(analyzers, options),
        };
    }

    /// <summary>The rules that are looked for, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> RulesOf(ImmutableArray<DiagnosticAnalyzer> analyzers, ScanOptions options) =>
        [
            .. analyzers
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .DistinctBy(rule => rule.Id)
                .Where(rule => options.Rules.Count == 0 || options.Rules.Contains(rule.Id))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];

    bool Takes(Finding finding) =>
        finding.Severity >= options.Minimum
        && (options.Rules.Count == 0 || options.Rules.Contains(finding.Id))
        && _filter.Covers(finding.Path);

    CodeArea AreaOf(Finding finding, SourceGroup group) =>
        CodeAreas.Of(_filter.Relative(finding.Path), group.Project?.IsTestProject == true);

    /// <summary>Findings of a file that look the same are told apart by their order.</summary>
    static List<Finding> Numbered(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<(string Path, string Fingerprint), int>();
        var numbered = new List<Finding>();
        foreach (var finding in findings)
        {
            var number = seen[(finding.Path, finding.Fingerprint)] = seen.GetValueOrDefault((finding.Path, finding.Fingerprint)) + 1;
            numbered.Add(finding with { Fingerprint = $"{finding.Fingerprint}:{number}" });
        }
        return numbered;
    }

    string FirstFolder =>
        Path.GetFullPath(options.Paths[0]) is var first && Directory.Exists(first) ? first : Path.GetDirectoryName(first)!;

    async Task<string> RootAsync()
    {
        // Short, and also where the scan was interrupted.
        return GitWorkTree.Of(FirstFolder) is { } git && await git.TopAsync(CancellationToken.None) is { } top
            ? top
            : Environment.CurrentDirectory;
    }

    static int Lines(SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        return lines[^1].Span.IsEmpty ? lines.Count - 1 : lines.Count; // the end of the last line begins none
    }
}
