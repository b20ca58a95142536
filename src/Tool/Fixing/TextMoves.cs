using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Where places in files are after the files changed.</summary>
sealed class TextMoves(IReadOnlyList<FixedFile> files)
{
    readonly Dictionary<string, IReadOnlyList<TextChange>> _changes = files
        .Where(file => file.Before is not null)
        .ToDictionary(file => file.Path, ChangesOf);

    /// <summary>The changed texts, in positions of the files as they were.</summary>
    public IEnumerable<(string Path, TextSpan Span)> Before =>
        _changes.SelectMany(file => file.Value.Select(change => (file.Key, change.Span)));

    /// <summary>The same in positions of the files as they are, and the whole of each file that is new.</summary>
    public IEnumerable<(string Path, TextSpan Span)> After
    {
        get
        {
            foreach (var (path, changes) in _changes)
            {
                var moved = 0;
                foreach (var change in changes)
                {
                    yield return (path, new TextSpan(change.Span.Start + moved, change.NewText!.Length));
                    moved += change.NewText.Length - change.Span.Length;
                }
            }
            foreach (var added in files.Where(file => file.Before is null))
                yield return (added.Path, new TextSpan(0, added.After.Length));
        }
    }

    static IReadOnlyList<TextChange> ChangesOf(FixedFile file) =>
        [.. file.After.GetTextChanges(file.Before!).OrderBy(change => change.Span.Start)];

    /// <summary>A place after the changes, with all that was written in and next to it.</summary>
    public TextSpan Moved(string path, TextSpan span)
    {
        if (!_changes.TryGetValue(path, out var changes))
            return span;
        var (start, end) = (span.Start, span.End);
        foreach (var change in changes)
        {
            var grown = change.NewText!.Length - change.Span.Length;
            if (change.Span.End < span.Start)
                start += grown;
            else if (change.Span.Start < span.Start)
                start -= span.Start - change.Span.Start;
            if (change.Span.Start <= span.End)
                end += grown + Math.Max(0, change.Span.End - span.End);
        }
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }
}
