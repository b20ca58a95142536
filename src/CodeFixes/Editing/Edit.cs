using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>A change of text. One that is shared is made once, however many repairs ask for it.</summary>
readonly struct Edit(TextSpan span, string text, Layer layer, bool isShared = false)
{
    public TextSpan Span => span;

    public string Text => text;

    public Layer Layer => layer;

    bool IsShared => isShared;

    public bool Repeats(Edit other) => isShared && other.IsShared && span == other.Span && text == other.Text;

    public bool Collides(Edit other) => !Repeats(other) && (span.OverlapsWith(other.Span) || Holds(other.Span) || other.Holds(span));

    /// <summary>Whether <paramref name="insertion"/> is made within the text that this one replaces.</summary>
    bool Holds(TextSpan insertion) => insertion.IsEmpty && span.Start < insertion.Start && insertion.Start < span.End;
}
