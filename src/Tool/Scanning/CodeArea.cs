namespace PkceAnalyzers.Tool.Scanning;

/// <summary>What kind of code a file holds, as far as its place in the tree and its project say.</summary>
enum CodeArea
{
    Product,
    Tests,
    Samples,

    /// <summary>A copy of others' code.</summary>
    Vendored,
}
