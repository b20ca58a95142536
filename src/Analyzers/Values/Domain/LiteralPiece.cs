using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>Characters, and the expression that gives them: a literal, the text of an interpolated string, the use of a constant.</summary>
sealed record LiteralPiece(string Content, SyntaxNode Place) : Piece;
