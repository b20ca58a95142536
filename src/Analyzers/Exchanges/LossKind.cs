using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Exchanges;

enum LossKind
{
    /// <summary>It is drawn where the code is redeemed.</summary>
    DrawnAnew,

    /// <summary>It lies in a member of an object that is made for each HTTP request.</summary>
    LostWithObject,
}
