using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>An object by the expression that makes it and the calls through which that expression was reached.</summary>
readonly record struct ObjectId(SyntaxNode Place, int Calls);
