using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Syntax;

/// <summary>The comment <c>// pkce: disable PKCE1001, PKCE1004 reason</c>, for code without the Runtime.</summary>
/// <param name="Named">The rules that it names.</param>
/// <param name="Line">The line of code that it stands on or above, from 0.</param>
sealed record NoPkceComment(string? Reason, Location Place, ImmutableArray<string> Named, int Line)
    : NoPkceMarker("The comment pkce: disable", Reason, Place)
{
    static readonly Regex Pattern = new(
        @"^//\s*pkce:\s*disable\s+(?<rules>PKCE[0-9]{4}(\s*,\s*PKCE[0-9]{4})*)\b[\s:-]*(?<reason>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>The marker that a comment is; null for any other.</summary>
    public static NoPkceComment? From(SyntaxTrivia comment, SourceText text)
    {
        if (!comment.IsKind(SyntaxKind.SingleLineCommentTrivia) || !TryRead(comment.ToString(), out var named, out var reason))
            return null;
        return named.Any(Rules.Contains) ? new NoPkceComment(reason, comment.GetLocation(), named, LineMeant(comment.Span, text)) : null;
    }

    /// <summary>Reads a comment, two slashes included; false for any other.</summary>
    public static bool TryRead(string comment, out ImmutableArray<string> named, out string? reason)
    {
        var match = Pattern.Match(comment);
        named = match.Success ? [.. match.Groups["rules"].Value.Split(',').Select(rule => rule.Trim().ToUpperInvariant())] : [];
        reason = ReasonIn(match.Groups["reason"].Value);
        return match.Success;
    }

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

    /// <summary>The line that a comment stands on, or else above.</summary>
    public static int LineMeant(TextSpan comment, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(comment.Start).LineNumber;
        while (line < text.Lines.Count - 1 && text.Lines[line].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            line++;
        return line;
    }
}
