using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;

namespace PkceAnalyzers.TestKit.Tests;

/// <summary>A test of a fix for the sample rule.</summary>
class BadNameFixTest<TCodeFix> : CSharpCodeFixTest<BadNameAnalyzer, TCodeFix, DefaultVerifier>
    where TCodeFix : CodeFixProvider, new();
