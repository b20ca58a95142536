using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Characters, and the expression that gives them: a literal, the text of an interpolated string, the use of a constant.</summary>
sealed record LiteralPiece(string Content, SyntaxNode Place) : Piece
{
    /// <summary>What it was computed from, where that is followed.</summary>
    public SourceSet From { get; init; }

    public override SourceSet Sources => From;
}
