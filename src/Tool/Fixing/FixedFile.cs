using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>A file that repairs change or add.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Before">Its text as it was read; null for a file that is added.</param>
/// <param name="After">Its text after the repairs.</param>
sealed record FixedFile(string Path, SourceText? Before, SourceText After);
