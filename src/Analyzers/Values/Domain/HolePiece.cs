using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A value that is not known as text, and the expression that gives it.</summary>
sealed record HolePiece(Value Content, SyntaxNode Place) : Piece
{
    /// <summary>Whether it may go on with further parameters: neither encoded nor known.</summary>
    public bool MayHoldMore => Content.Alternatives.Any(value => value is not (Text or Unknown { Encoded: true }));

    public override SourceSet Sources => Content.Sources;
}
