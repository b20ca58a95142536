namespace PkceAnalyzers.Servers;

enum PlainForm
{
    /// <summary>The verifier itself is compared with the stored challenge.</summary>
    Compared,

    /// <summary>A method that is left out is taken for <c>plain</c>.</summary>
    Assumed,

    /// <summary>A check of the method lets <c>plain</c> through beside <c>S256</c>.</summary>
    Listed,

    /// <summary>Metadata offers <c>plain</c>.</summary>
    Advertised,
}
