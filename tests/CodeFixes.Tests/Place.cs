using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A marked span of a test's source.</summary>
sealed record Place(string Word, string Digit, TextSpan Span, string Path = "");
