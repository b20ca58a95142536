using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Appends elements to a comma-separated list in its own layout: one to a line or all on one, trailing comma
/// or none, comments where they are.</summary>
static class ElementList
{
    public static void Append<T>(DocumentEdits edits, SeparatedSyntaxList<T> list, IReadOnlyList<string> elements)
        where T : SyntaxNode
    {
        var file = edits.File;
        var last = list.Last();
        var hasTrailingComma = list.SeparatorCount == list.Count;
        var lastToken = hasTrailingComma ? list.GetSeparator(list.Count - 1) : last.GetLastToken();
        if (!file.StartsLine(last.SpanStart))
        {
            var inline = hasTrailingComma ? elements.Select(text => $" {text},") : elements.Select(text => $", {text}");
            edits.Insert(lastToken.Span.End, string.Concat(inline), Layer.Closing);
            return;
        }
        if (!hasTrailingComma)
            edits.Insert(lastToken.Span.End, ",", Layer.Closing);
        var indent = file.NewLine + file.IndentAt(last.SpanStart);
        var lines = string.Join(",", elements.Select(text => indent + text));
        edits.Insert(SourceFile.EndWithComments(lastToken), hasTrailingComma ? lines + "," : lines, Layer.Closing);
    }
}
