using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>Another way to write a program that keeps what it does.</summary>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Changes">Its changes of one file; of two that overlap the outer one is made.</param>
sealed record Rewrite(string Name, Func<SourceFile, IEnumerable<TextChange>> Changes)
{
    static readonly string[] ByName =
        ["PKCE3001", "PKCE3002", "PKCE3003", "PKCE3004", "PKCE3005", "PKCE3006", "PKCE3007", "PKCE3008", "PKCE4002", "PKCE4003", "PKCE4004"];

    /// <summary>The rules that may rightly lose a finding: a name alone told what the value is.</summary>
    public IReadOnlyList<string> MayLose { get; init; } = [];

    /// <summary>Changes of a whole project beside those of its files.</summary>
    public Func<Project, Project> OfProject { get; init; } = project => project;

    /// <summary>Whether the program need not compile as before: what it refers to is gone.</summary>
    public bool LeavesUnresolved { get; init; }

    public static Rewrite OfNames(string name, Func<SourceFile, IEnumerable<TextChange>> changes) => new(name, changes) { MayLose = ByName };

    /// <summary>The rewritten program; null where there is nothing to rewrite.</summary>
    public async Task<Solution?> ApplyAsync(Solution program, CancellationToken cancellation)
    {
        var rewritten = program;
        foreach (var project in program.Projects)
        {
            var elsewhere = new List<string>();
            foreach (var document in project.Documents)
            {
                var file = await SourceFile.OfAsync(document, elsewhere, cancellation);
                var changes = WithoutOverlaps(Changes(file));
                if (changes.Count > 0)
                    rewritten = rewritten.WithDocumentText(document.Id, file.Text.WithChanges(changes));
            }
            for (var i = 0; i < elsewhere.Count; i++)
                rewritten = rewritten.AddDocument(DocumentId.CreateNewId(project.Id), $"Elsewhere{i}.cs", SourceText.From(elsewhere[i]), filePath: $"/0/Elsewhere{i}.cs");
            rewritten = OfProject(rewritten.GetProject(project.Id)!).Solution;
        }
        return rewritten == program ? null : rewritten;
    }

    static List<TextChange> WithoutOverlaps(IEnumerable<TextChange> changes)
    {
        var kept = new List<TextChange>();
        foreach (var change in changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length == 0 ? 0 : 1).ThenByDescending(change => change.Span.Length))
        {
            if (kept.Count == 0 || change.Span.Start >= kept[^1].Span.End)
                kept.Add(change);
        }
        return kept;
    }
}
