using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Exchanges;

enum DisclosureForm
{
    Log,
    Console,
    Exception,
    Cookie,
    State,
    AuthorizationRequest,

    /// <summary>A URL that a browser is sent to, or that is asked for by GET.</summary>
    Url,
}
