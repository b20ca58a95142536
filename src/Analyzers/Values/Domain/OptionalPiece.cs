using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Text that is there on some paths only.</summary>
sealed record OptionalPiece(Text Content) : Piece
{
    public override SourceSet Sources => Content.Sources;
}
