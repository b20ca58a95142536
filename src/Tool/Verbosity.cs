namespace PkceAnalyzers.Tool;

/// <summary>How much is told beside the findings.</summary>
enum Verbosity
{
    /// <summary>Errors alone.</summary>
    Quiet,

    /// <summary>Errors, warnings and a summary.</summary>
    Normal,

    /// <summary>Beside these what each project was taken for.</summary>
    Verbose,
}
