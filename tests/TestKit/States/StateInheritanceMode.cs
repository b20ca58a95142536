namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a fixed state takes from the state before the fix.</summary>
public enum StateInheritanceMode
{
    /// <summary>All that it does not set itself; of the expected diagnostics those that no fix repairs.</summary>
    AutoInherit,

    /// <summary>Nothing.</summary>
    Explicit,
}
