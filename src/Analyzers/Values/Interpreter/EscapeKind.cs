using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

enum EscapeKind
{
    /// <summary>Passed to code that is not looked into.</summary>
    Passed,

    /// <summary>Returned by the member that was run.</summary>
    Returned,

    /// <summary>In a variable, field or object when the member ended.</summary>
    Left,
}
