using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A parameter set written out as <c>name=value&amp;…</c> by code that is not looked into.</summary>
sealed record QueryPiece(ParameterSet Set) : Piece
{
    public override SourceSet Sources => SourceSet.None;
}
