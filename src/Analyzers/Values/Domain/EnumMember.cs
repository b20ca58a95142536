using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>A member of an enum: written out by its name.</summary>
sealed record EnumMember(string Name, object? Content) : Value;
