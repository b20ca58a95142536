using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Requests;

/// <summary>A <see cref="DisableComment"/> at a request, for code without the Runtime.</summary>
/// <param name="Named">The rules that it names.</param>
/// <param name="Line">The line of code that it stands on or above, from 0.</param>
sealed record NoPkceComment(string? Reason, Location Place, ImmutableArray<string> Named, int Line)
    : NoPkceMarker("The comment pkce: disable", Reason, Place)
{
    /// <summary>The marker that a comment is; null for any other.</summary>
    public static NoPkceComment? From(SyntaxTrivia comment, SourceText text) =>
        comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
        && DisableComment.Read(comment.ToString()) is { } read
        && read.Rules.Any(Rules.Contains)
            ? new NoPkceComment(read.Reason, comment.GetLocation(), read.Rules, DisableComment.LineMeant(comment.Span, text))
            : null;

    /// <summary>Meant is what begins on its line: the finding, or the statement or member that holds it, since no comment can stand
    /// within a text of several lines.</summary>
    public override bool Covers(Request request, string rule)
    {
        if (!Named.Contains(rule) || request.Place.SyntaxTree != Place.SourceTree)
            return false;
        return IsOnLine(request.Place)
            || request.Place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or MemberDeclarationSyntax) is { } whole
                && IsOnLine(whole);
    }

    bool IsOnLine(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line == Line;
}
