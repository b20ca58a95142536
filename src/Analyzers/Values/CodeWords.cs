using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Words that code says: in names and texts that it uses. A comment, an attribute's description and a constant that nothing uses
/// say nothing.</summary>
static class CodeWords
{
    /// <summary>Whether code below a node says one of the words.</summary>
    public static bool AreIn(TriggerWords words, SyntaxNode node, CompilationCache? cache, CancellationToken cancellation) =>
        words.AreIn(node.SyntaxTree.GetText(cancellation), node.Span)
        && node.DescendantTokens(inner => inner is not AttributeListSyntax)
            .Any(token => IsSaid(token) && words.AreIn(SourceText.From(token.ValueText)) && IsUsed(token, cache, cancellation));

    static bool IsSaid(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.IdentifierToken
                or SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken;

    static bool IsUsed(SyntaxToken token, CompilationCache? cache, CancellationToken cancellation) =>
        cache is null
        || token.Parent?.FirstAncestorOrSelf<VariableDeclaratorSyntax>()
            is not { Parent.Parent: FieldDeclarationSyntax { Modifiers: var modifiers } } constant
        || !modifiers.Any(SyntaxKind.ConstKeyword)
        || cache.UsesOf(constant.Identifier.ValueText, cancellation).Any();
}
