namespace Microsoft.CodeAnalysis.Testing;

public enum MarkupMode
{
    /// <summary>The files are taken as they are: what looks like markup is code.</summary>
    None,

    /// <summary>Markup is removed and expects nothing.</summary>
    Ignore,

    /// <summary>Markup is removed and expects only diagnostics that no fix repairs.</summary>
    IgnoreFixable,

    /// <summary>Markup is removed and expects its diagnostics.</summary>
    Allow,
}
