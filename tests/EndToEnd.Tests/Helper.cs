namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>What makes the proof keys of a repaired program.</summary>
public enum Helper
{
    /// <summary>Code that the repair writes.</summary>
    InFile,

    /// <summary>PkceAnalyzers.Runtime, which the program references.</summary>
    Runtime,
}
