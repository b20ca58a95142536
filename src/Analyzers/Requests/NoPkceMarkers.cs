using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>The markers of the files that one file's requests lie in, looked for only in those.</summary>
sealed class NoPkceMarkers(CompilationCache cache)
{
    readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<NoPkceMarker>> _byFile = new();

    public ImmutableArray<NoPkceMarker> In(SyntaxTree tree) => _byFile.GetOrAdd(tree, Find);

    /// <summary>The reason for which a rule's finding at a request is excepted; null where it is not.</summary>
    public string? ReasonFor(Request request, string rule) =>
        !NoPkceMarker.Rules.Contains(rule)
            ? null
            : In(request.Place.SyntaxTree)
                .Concat(In(request.Executable.SyntaxTree))
                .FirstOrDefault(marker => marker.Reason is not null && marker.Covers(request, rule))
                ?.Reason;

    ImmutableArray<NoPkceMarker> Find(SyntaxTree tree)
    {
        var text = tree.GetText();
        if (!TriggerWords.OfMarkers.AreIn(text))
            return [];
        var model = cache.ModelOf(tree);
        var root = tree.GetRoot();
        return
        [
            .. root.DescendantNodes().Select(node => NoPkceCode.From(node, model)).OfType<NoPkceMarker>(),
            .. root.DescendantTrivia().Select(trivia => NoPkceComment.From(trivia, text)).OfType<NoPkceMarker>(),
        ];
    }
}
