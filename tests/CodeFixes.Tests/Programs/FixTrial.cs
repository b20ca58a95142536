using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Tests.Programs;

/// <summary>Tries every fix on a program, and notes what it breaks.</summary>
sealed class FixTrial(TestProgram program, CancellationToken cancellation)
{
    readonly List<string> _faults = [];
    readonly HashSet<string> _offered = new(StringComparer.Ordinal);

    /// <summary>How many fixes were applied.</summary>
    public int Applied { get; private set; }

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var before = await AnalyzedProgram.OfAsync(program.Solution, cancellation);
        var isOffered = false;
        foreach (var provider in Providers())
        {
            var tried = new HashSet<(FixAllScope, ProjectId?, DocumentId?, string)>();
            foreach (var finding in before.Findings.Where(finding => provider.FixableDiagnosticIds.Contains(finding.Id)))
            {
                if (before.DocumentOf(finding) is not { } document || document is not Document == provider is RepairProvider)
                    continue;
                foreach (var action in await ActionsAsync(provider, document, finding))
                {
                    isOffered = true;
                    _offered.Add(action.EquivalenceKey!);
                    await TryAsync(before, action, finding.Id, $"{action.Title} for {finding.Id}");
                    foreach (var scope in provider.GetFixAllProvider()!.GetSupportedFixAllScopes())
                    {
                        var isOfDocument = scope == FixAllScope.Document;
                        if (tried.Add((scope, scope == FixAllScope.Solution ? null : document.Project.Id, isOfDocument ? document.Id : null, action.EquivalenceKey!)))
                            await FixAllAsync(before, provider, document, scope, action.EquivalenceKey!);
                    }
                }
            }
        }
        if (isOffered && !before.Solution.Projects.Any(HasRuntime))
            await TryWithRuntimeAsync();
        return _faults;
    }

    /// <summary>With the Runtime other code is written; what is repaired is the same.</summary>
    async Task TryWithRuntimeAsync()
    {
        var before = await AnalyzedProgram.OfAsync(program.WithRuntime().Solution, cancellation);
        foreach (var provider in Providers().OfType<RepairProvider>())
        {
            if (before.Findings.FirstOrDefault(finding => provider.FixableDiagnosticIds.Contains(finding.Id) && finding.Location.IsInSource) is { } finding)
                await FixAllAsync(before, provider, before.DocumentOf(finding)!, FixAllScope.Solution, provider.GetType().Name);
        }
    }

    async Task FixAllAsync(AnalyzedProgram before, CodeFixProvider provider, TextDocument document, FixAllScope scope, string key)
    {
        if (await FixAllActionAsync(before, provider, document, scope, key) is not { } action)
            return;
        // What leaves something to do by hand is not done to a whole solution.
        if (scope == FixAllScope.Solution && !_offered.Contains(provider.GetType().Name) && !(await ApplyAsync(action)).GetChanges(before.Solution).GetProjectChanges().Any())
            return;
        var after = await TryAsync(before, action, null, $"Fix All of {key} in {scope}");
        var again = after is null ? null : await FixAllActionAsync(after, provider, TextDocumentOf(after.Solution, document.Id), scope, key);
        if (again is not null && (await ApplyAsync(again)).GetChanges(after!.Solution).GetProjectChanges().Any())
            _faults.Add($"{program.Name}: Fix All of {key} in {scope} has more to do when it is done");
    }

    async Task<CodeAction?> FixAllActionAsync(AnalyzedProgram before, CodeFixProvider provider, TextDocument document, FixAllScope scope, string key)
    {
        var context = document is Document source
            ? new FixAllContext(source, provider, scope, key, provider.FixableDiagnosticIds, before, cancellation)
            : new FixAllContext(document.Project, provider, scope, key, provider.FixableDiagnosticIds, before, cancellation);
        return await provider.GetFixAllProvider()!.GetFixAsync(context);
    }

    /// <param name="id">The rule of which a finding must be gone; null where any of the rules will do.</param>
    async Task<AnalyzedProgram?> TryAsync(AnalyzedProgram before, CodeAction action, string? id, string what)
    {
        Applied++;
        var after = await AnalyzedProgram.OfAsync(await ApplyAsync(action), cancellation);
        var broken = More(before.Faults, after.Faults).Where(fault => !IsAnnounced(action, fault, before)).Concat(More(before.FindingsById, after.FindingsById)).ToList();
        var count = id is null ? before.Findings.Count - after.Findings.Count : before.FindingsById[id] - after.FindingsById.GetValueOrDefault(id);
        if (count < 1)
            broken.Add("repairs nothing");
        if (broken.Count == 0)
            return after;
        _faults.Add($"{program.Name}: {what}: {string.Join(", ", broken)}{Environment.NewLine}{await TextAsync(after)}");
        return null;
    }

    /// <summary>What comes by design: a method that a fix keeps beside its better overload is obsolete, which its callers are told, and it repeats
    /// what does not resolve or is not documented in it.</summary>
    static bool IsAnnounced(CodeAction action, string fault, AnalyzedProgram before) =>
        fault == "new CS0618" && Is(action, "Take the proof key from the caller")
        || (Is(action, "Take the proof key from the caller") || Is(action, "Add PKCE to this request alone")) && before.Faults.Keys.Any(known => fault == $"new {known}");

    static bool Is(CodeAction action, string title) => action.Title.StartsWith(title, StringComparison.Ordinal);

    static IEnumerable<string> More(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        after.Where(one => one.Value > before.GetValueOrDefault(one.Key)).Select(one => $"new {one.Key}").Order(StringComparer.Ordinal);

    async Task<IReadOnlyList<CodeAction>> ActionsAsync(CodeFixProvider provider, TextDocument document, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), cancellation));
        return actions;
    }

    async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    async Task<string> TextAsync(AnalyzedProgram after)
    {
        var texts = new List<string>();
        foreach (var document in after.Solution.Projects.SelectMany(project => project.Documents.Concat(project.AdditionalDocuments)))
            texts.Add((await document.GetTextAsync(cancellation)).ToString());
        return string.Join(Environment.NewLine, texts);
    }

    static TextDocument TextDocumentOf(Solution solution, DocumentId id) => solution.GetDocument(id) ?? solution.GetAdditionalDocument(id)!;

    static bool HasRuntime(Project project) => project.MetadataReferences.Any(reference => reference.Display?.EndsWith("PkceAnalyzers.Runtime.dll", StringComparison.Ordinal) == true);

    static IEnumerable<CodeFixProvider> Providers() => typeof(RepairProvider).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
        .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);
}
