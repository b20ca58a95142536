using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.TestKit.Tests.Samples;

namespace PkceAnalyzers.TestKit.Tests;

/// <summary>A test of the sample rule, or of a variant of it.</summary>
class BadNameTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : BadNameAnalyzer, new();
