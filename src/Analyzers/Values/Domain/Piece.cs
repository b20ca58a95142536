using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

abstract record Piece
{
    public virtual SourceSet Sources => SourceSet.None;
}
