namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How the syntax tree that a fix made is compared with the tree that its text parses to.</summary>
public enum CodeActionValidationMode
{
    None,

    /// <summary>The same nodes and tokens.</summary>
    SemanticStructure,

    /// <summary>The same nodes, tokens and trivia.</summary>
    Full,
}
