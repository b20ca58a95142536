using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

abstract record Piece
{
    /// <summary>Whether code that is not looked into gave it, and may have made it unreadable.</summary>
    public bool IsSealed { get; init; }

    public virtual SourceSet Sources => SourceSet.None;
}
