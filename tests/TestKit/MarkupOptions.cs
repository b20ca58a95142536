namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|…|]</c> stands for the first supported diagnostic of the analyzers, where there are several.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> is code (it begins a raw string). Always so here.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
