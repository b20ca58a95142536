using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>A write to a member of a configured object.</summary>
/// <param name="Member">The member, or a path from the object to it.</param>
/// <param name="Value">The expression that is written.</param>
/// <param name="Place">The assignment.</param>
/// <param name="IsConditional">Whether it is made on some paths only.</param>
/// <param name="Values">What it can be, as text; null stands for what is not known.</param>
sealed record MemberWrite(string Member, ExpressionSyntax Value, SyntaxNode Place, bool IsConditional, IReadOnlyList<string?> Values);
