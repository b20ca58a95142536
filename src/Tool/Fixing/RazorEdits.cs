using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Carries edits of the C# that a page or component is compiled to back into its file.</summary>
/// <param name="generated">The C# as it was compiled.</param>
/// <param name="path">Full path of the Razor file.</param>
/// <param name="razor">Its text.</param>
sealed class RazorEdits(SyntaxTree generated, string path, SourceText razor)
{
    readonly SourceText _text = generated.GetText();

    /// <summary>The Razor file with the edits; null where one is not an edit of code that stands in it as it was compiled.</summary>
    public FixedFile? TryCarryBack(SourceText after)
    {
        var changes = new List<TextChange>();
        foreach (var change in after.GetTextChanges(_text))
        {
            if (SpanOf(change.Span) is not { } span)
                return null;
            changes.Add(new TextChange(span, change.NewText!));
        }
        return new FixedFile(path, razor, razor.WithChanges(changes));
    }

    TextSpan? SpanOf(TextSpan span)
    {
        if (PositionOf(span.Start) is not { } start || PositionOf(span.End) is not { } end || end - start != span.Length)
            return null;
        // With a neighbour on each side: at the border of a block the compiler's own code begins.
        return
            start > 0
            && end < razor.Length
            && span.Start > 0
            && span.End < _text.Length
            && razor.ToString(TextSpan.FromBounds(start - 1, end + 1)) == _text.ToString(TextSpan.FromBounds(span.Start - 1, span.End + 1))
            ? TextSpan.FromBounds(start, end)
            : null;
    }

    int? PositionOf(int position)
    {
        var mapped = generated.GetMappedLineSpan(new TextSpan(position, 0));
        var place = mapped.StartLinePosition;
        return
            mapped.HasMappedPath
            && Path.GetFullPath(mapped.Path) == path
            && place.Line < razor.Lines.Count
            && razor.Lines[place.Line].Start + place.Character is var found
            && found <= razor.Lines[place.Line].EndIncludingLineBreak
            ? found
            : null;
    }
}
