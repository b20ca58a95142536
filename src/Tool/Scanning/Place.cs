using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>A part of a file, as editors count: lines and columns (UTF-16 code units) from 1, the end being the column behind the last; 0
/// for none.</summary>
/// <param name="Path">Full path of the file.</param>
sealed record Place(string Path, int Line, int Column, int EndLine, int EndColumn) : IComparable<Place>
{
    /// <summary>Null for a location outside all files. Where a <c>#line</c> directive says where the code comes from, that is the
    /// place.</summary>
    public static Place? Of(Location location)
    {
        var span = location.GetMappedLineSpan();
        if (!span.IsValid)
            return null;
        // A path in a #line directive is relative to the file that holds it.
        var path = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(System.IO.Path.GetDirectoryName(location.GetLineSpan().Path) ?? "", span.Path)
        );
        return new(
            path,
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1
        );
    }

    public int CompareTo(Place? other) =>
        other is null ? 1
        : string.CompareOrdinal(Path, other.Path) is not 0 and var path ? path
        : (Line, Column, EndLine, EndColumn).CompareTo((other.Line, other.Column, other.EndLine, other.EndColumn));
}
