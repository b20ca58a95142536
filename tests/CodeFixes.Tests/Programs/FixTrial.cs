using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>Tries every fix on a program, and notes what it breaks.</summary>
sealed class FixTrial(TestProgram program, CancellationToken cancellation)
{
    readonly List<string> _faults = [];

    /// <summary>How many fixes were applied.</summary>
    public int Applied { get; private set; }

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var before = await AnalyzedProgram.OfAsync(program, hasRuntime: false, cancellation);
        var isOffered = false;
        foreach (var provider in Providers())
        {
            var keys = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var finding in before.Findings.Where(finding => provider.FixableDiagnosticIds.Contains(finding.Id)))
            {
                foreach (var action in await ActionsAsync(provider, before, finding))
                {
                    keys.Add(action.EquivalenceKey!);
                    await TryAsync(before, provider, action, finding.Id, $"{action.Title} for {finding.Id}");
                }
            }
            foreach (var key in keys)
                await FixAllAsync(before, provider, key);
            isOffered |= keys.Count > 0;
        }
        if (isOffered)
            await TryWithRuntimeAsync();
        return _faults;
    }

    /// <summary>With the Runtime other code is written; what is repaired is the same.</summary>
    async Task TryWithRuntimeAsync()
    {
        var before = await AnalyzedProgram.OfAsync(program, hasRuntime: true, cancellation);
        foreach (var provider in Providers())
        {
            if (before.Findings.Any(finding => provider.FixableDiagnosticIds.Contains(finding.Id)))
                await FixAllAsync(before, provider, provider.GetType().Name);
        }
    }

    async Task FixAllAsync(AnalyzedProgram before, RepairProvider provider, string key)
    {
        if (await FixAllActionAsync(before, provider, key) is not { } action)
            return;
        var after = await TryAsync(before, provider, action, null, $"Fix All of {key}");
        if (after is not null && await FixAllActionAsync(after, provider, key) is { } again && (await ApplyAsync(again)).GetChanges(after.Solution).GetProjectChanges().Any())
            _faults.Add($"{program.Name}: Fix All of {key} has more to do when it is done");
    }

    async Task<CodeAction?> FixAllActionAsync(AnalyzedProgram before, RepairProvider provider, string key) =>
        await provider.FixAllAsync(before.Solution, [.. before.Findings.Where(finding => provider.FixableDiagnosticIds.Contains(finding.Id))], key, isUnread: false, cancellation);

    /// <param name="id">The rule of which a finding must be gone; null where any of the rules will do.</param>
    async Task<AnalyzedProgram?> TryAsync(AnalyzedProgram before, RepairProvider provider, CodeAction action, string? id, string what)
    {
        Applied++;
        var after = await AnalyzedProgram.OfAsync(await ApplyAsync(action), cancellation);
        var broken = More(before.Faults, after.Faults).Where(fault => !IsAnnounced(action, fault, before)).Concat(More(before.FindingsById, after.FindingsById)).ToList();
        var count = id is null ? before.Findings.Length - after.Findings.Length : before.FindingsById[id] - after.FindingsById.GetValueOrDefault(id);
        if (count < 1)
            broken.Add("repairs nothing");
        if (broken.Count == 0)
            return after;
        _faults.Add($"{program.Name}: {what}: {string.Join(", ", broken)}{Environment.NewLine}{await TextAsync(after)}");
        return null;
    }

    /// <summary>What comes by design: a method that a fix keeps beside its better overload is obsolete, which its callers are told, and it repeats
    /// what does not resolve in it.</summary>
    static bool IsAnnounced(CodeAction action, string fault, AnalyzedProgram before) => action.Title.StartsWith("Take the proof key from the caller", StringComparison.Ordinal)
        && (fault == "new CS0618" || before.Faults.Keys.Any(known => fault == $"new {known}"));

    static IEnumerable<string> More(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        after.Where(one => one.Value > before.GetValueOrDefault(one.Key)).Select(one => $"new {one.Key}").Order(StringComparer.Ordinal);

    async Task<IReadOnlyList<CodeAction>> ActionsAsync(RepairProvider provider, AnalyzedProgram before, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        if (before.Solution.GetDocument(finding.Location.SourceTree) is { } document)
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellation));
        return actions;
    }

    async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    async Task<string> TextAsync(AnalyzedProgram after)
    {
        var texts = new List<string>();
        foreach (var document in after.Solution.Projects.Single().Documents)
            texts.Add((await document.GetTextAsync(cancellation)).ToString());
        return string.Join(Environment.NewLine, texts);
    }

    static IEnumerable<RepairProvider> Providers() => typeof(RepairProvider).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RepairProvider)))
        .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (RepairProvider)Activator.CreateInstance(type)!);
}
