using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>A member that is run by itself, and the members through which it leads to the one whose values are asked for.</summary>
/// <param name="Executable">The member that is run.</param>
/// <param name="Next">The rest of the way; null where the member's own values are asked for.</param>
sealed record CallPath(SyntaxNode Executable, CallPath? Next = null)
{
    /// <summary>The member whose values are asked for.</summary>
    public SyntaxNode Asked => Next?.Asked ?? Executable;

    public int Length => 1 + (Next?.Length ?? 0);

    public bool Contains(SyntaxNode executable) => Executable == executable || Next?.Contains(executable) == true;
}
