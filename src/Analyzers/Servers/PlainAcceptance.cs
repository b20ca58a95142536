using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Servers;

/// <summary>A place where a server takes the plain transformation (RFC 7636 section 4.2).</summary>
sealed record PlainAcceptance(SyntaxNode Place, PlainForm Form);
