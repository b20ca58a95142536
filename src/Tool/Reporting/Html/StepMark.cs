namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>What PKCE makes of a step, from harmless to grave.</summary>
enum StepMark
{
    /// <summary>It has no part in PKCE.</summary>
    None,

    /// <summary>It is as it has to be.</summary>
    Right,

    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>What PKCE needs is not there.</summary>
    Missing,

    /// <summary>It is there, and does not protect.</summary>
    Broken,
}
