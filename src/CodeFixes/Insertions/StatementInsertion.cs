using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Repeats a statement that sets one parameter.</summary>
static class StatementInsertion
{
    public static bool TryInsert(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        var statement = request.Place.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        if (statement is null || request.Pair is not { } pair || !pair.LiesIn(statement.Span))
            return false;
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
            return false;
        var file = edits.File;
        var separator = file.StartsLine(statement.SpanStart) ? file.NewLine + file.IndentAt(statement.SpanStart) : " ";
        var copies = parameters.Select(parameter => separator + pair.Copy(statement.Span, parameter));
        var end = file.StartsLine(statement.SpanStart) ? SourceFile.EndWithComments(statement.GetLastToken()) : statement.Span.End;
        edits.Insert(end, string.Concat(copies), Layer.Closing);
        return true;
    }
}
