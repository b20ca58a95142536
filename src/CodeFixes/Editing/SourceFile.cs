using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>A document as it was before the repair, with what is asked of its layout.</summary>
sealed class SourceFile
{
    SourceFile(Document document, CompilationUnitSyntax root, SourceText text, SemanticModel model, HelperHome home)
    {
        Document = document;
        Root = root;
        Text = text;
        Model = model;
        Home = home;
        NewLine = FirstLineBreak();
        IndentUnit = FirstIndent();
    }

    public Document Document { get; }

    public CompilationUnitSyntax Root { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    /// <summary>Where a helper is written that code in the file needs.</summary>
    public HelperHome Home { get; }

    public string NewLine { get; }

    public string IndentUnit { get; }

    /// <summary>Equal for the documents of several projects that are one file on disk.</summary>
    public string Key => KeyOf(Document);

    public static string KeyOf(Document document) => document.FilePath ?? document.Id.Id.ToString();

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;

    public static async Task<SourceFile?> LoadAsync(Document document, HelperHome home, CancellationToken cancellationToken)
    {
        if (
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || LacksBrace(root)
        )
            return null;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? null : new SourceFile(document, root, text, model, home);
    }

    /// <summary>Whether code is being typed that has yet to be closed: what belongs to what is a guess there.</summary>
    static bool LacksBrace(CompilationUnitSyntax root) =>
        root.ContainsDiagnostics && root.DescendantTokens().Any(token => token.IsMissing && token.IsKind(SyntaxKind.CloseBraceToken));

    /// <summary>The name of a namespace as it can be written at <paramref name="position"/>, where a namespace or type within may hide its
    /// root.</summary>
    public string Rooted(int position, string space) =>
        Model
            .LookupNamespacesAndTypes(position, name: space.Split('.')[0])
            .All(symbol => symbol is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true })
            ? space
            : $"global::{space}";

    public bool AllowsNullable(int position) => Model.GetNullableContext(position).AnnotationsEnabled();

    /// <summary>Whether <paramref name="node"/> is an expression that has a value: the names of types are expressions, too.</summary>
    public bool IsValue(SyntaxNode node) =>
        node is ExpressionSyntax
        && Model.GetSymbolInfo(node).Symbol is not INamespaceOrTypeSymbol
        && Model.GetTypeInfo(node).Type is not null;

    public string IndentAt(int position)
    {
        var line = Text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && char.IsWhiteSpace(Text[end]))
            end++;
        return Text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    public bool StartsLine(int position)
    {
        var start = Text.Lines.GetLineFromPosition(position).Start;
        return string.IsNullOrWhiteSpace(Text.ToString(TextSpan.FromBounds(start, position)));
    }

    public bool OnOneLine(int first, int second) =>
        Text.Lines.GetLineFromPosition(first).LineNumber == Text.Lines.GetLineFromPosition(second).LineNumber;

    /// <summary>The end of <paramref name="token"/> and of the comments that stand behind it on its line.</summary>
    public static int EndWithComments(SyntaxToken token)
    {
        var end = token.Span.End;
        foreach (var trivia in token.TrailingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                end = trivia.Span.End;
        }
        return end;
    }

    string FirstLineBreak()
    {
        var first = Text.Lines[0];
        return first.EndIncludingLineBreak == first.End ? "\n" : Text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }

    string FirstIndent()
    {
        foreach (var line in Text.Lines)
        {
            var indent = IndentAt(line.Start);
            if (indent.Length == line.Span.Length)
                continue;
            if (indent.StartsWith("\t", StringComparison.Ordinal))
                return "\t";
            if (indent.Length is 2 or 4 or 8)
                return indent;
        }
        return "    ";
    }
}
