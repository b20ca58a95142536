namespace PkceAnalyzers.TestKit.Tests;

/// <summary>A type for the code of tests that reference this assembly.</summary>
public class Open;
