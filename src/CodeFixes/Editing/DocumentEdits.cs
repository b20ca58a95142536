using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>The edits of one document, all in positions of the text as it was, so that any number of repairs can
/// be made at once and nothing else in the file moves.</summary>
sealed class DocumentEdits(SourceFile file)
{
    readonly List<Edit> _edits = [];
    readonly List<KeyValuePair<StatementInsertionPoint, string>> _statements = [];
    readonly List<TextSpan> _indented = [];

    public SourceFile File => file;

    public bool IsEmpty => _edits.Count == 0 && _statements.Count == 0;

    public void Insert(int position, string text, Layer layer = Layer.Inner) =>
        _edits.Add(new Edit(new TextSpan(position, 0), text, layer));

    /// <summary>Adds what several repairs need and the file gets once.</summary>
    public void InsertOnce(int position, string text, Layer layer = Layer.Inner) =>
        Add(new Edit(new TextSpan(position, 0), text, layer, isShared: true));

    public void Replace(TextSpan span, string text, Layer layer = Layer.Inner) => Add(new Edit(span, text, layer, isShared: true));

    /// <summary>Adds a statement that runs before <paramref name="spot"/>.</summary>
    public void InsertBefore(StatementInsertionPoint spot, string statement) =>
        _statements.Add(new KeyValuePair<StatementInsertionPoint, string>(spot, statement));

    /// <summary>Moves the lines that begin within <paramref name="span"/> one level to the right.</summary>
    public void Indent(TextSpan span)
    {
        var lines = file.Text.Lines;
        var last = lines.GetLineFromPosition(span.End).LineNumber;
        for (var number = lines.GetLineFromPosition(span.Start).LineNumber + 1; number <= last; number++)
        {
            var start = lines[number].Start;
            var isBlank = string.IsNullOrWhiteSpace(lines[number].ToString());
            var isWithinToken = file.Root.FindToken(start).Span.Start < start && start < file.Root.FindToken(start).Span.End;
            if (!isBlank && !isWithinToken)
                Insert(start, file.IndentUnit, Layer.Opening);
        }
        _indented.Add(span);
    }

    public bool Collides(DocumentEdits other) => _edits.Any(mine => other._edits.Any(mine.Collides));

    public void Add(DocumentEdits other)
    {
        other._edits.ForEach(Add);
        _statements.AddRange(other._statements);
        _indented.AddRange(other._indented);
    }

    public SourceText Apply()
    {
        WriteStatements();
        var changes = _edits
            .Select(Indented)
            .OrderBy(edit => edit.Span.Start)
            .ThenBy(edit => edit.Layer)
            .Select(edit => new TextChange(edit.Span, edit.Text));
        return file.Text.WithChanges(changes);
    }

    void Add(Edit edit)
    {
        if (!_edits.Any(edit.Repeats))
            _edits.Add(edit);
    }

    void WriteStatements()
    {
        foreach (var spot in _statements.GroupBy(statement => statement.Key.Node))
            spot.First().Key.Write(this, [.. spot.Select(statement => statement.Value).Distinct()]);
        _statements.Clear();
    }

    Edit Indented(Edit edit)
    {
        var depth = _indented.Count(span =>
            edit.Layer == Layer.Inner
                ? span.Start <= edit.Span.Start && edit.Span.Start <= span.End
                : span.Start < edit.Span.Start && edit.Span.Start < span.End
        );
        if (depth == 0)
            return edit;
        var deeper = file.NewLine + string.Concat(Enumerable.Repeat(file.IndentUnit, depth));
        return new Edit(edit.Span, edit.Text.Replace(file.NewLine, deeper), edit.Layer);
    }
}
