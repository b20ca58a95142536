namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Applies one fix, to the first diagnostic that has one, and leaves the others; no Fix All.</summary>
    FixOne = 8,
}
