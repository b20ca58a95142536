using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A marked span of a file; the place counts in the text without markup.</summary>
/// <param name="Name">An id, a key such as <c>#0</c>, or nothing for <c>[|…|]</c>.</param>
readonly record struct MarkupSpan(string Name, TextSpan Span);
