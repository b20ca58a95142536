using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>The code that puts a parameter into a set.</summary>
/// <param name="Place">The initializer element, statement, call or literal.</param>
/// <param name="Name">The expression of its name; null where name and value are one text.</param>
/// <param name="Value">The expression of its value; null likewise.</param>
/// <param name="Form">The shape of that code.</param>
sealed record Entry(SyntaxNode Place, SyntaxNode? Name, SyntaxNode? Value, EntryForm Form);
