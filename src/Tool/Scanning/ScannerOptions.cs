namespace PkceAnalyzers.Tool.Scanning;

/// <summary>How analyzers are run.</summary>
sealed record ScannerOptions
{
    /// <summary>How many files are analysed at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>How long the files of one project may take; null for as long as they do.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a file, by its full path, is reported on.</summary>
    public Func<string, bool> Covers { get; init; } = _ => true;

    /// <summary>Called with the group of each file that is done, from any thread.</summary>
    public Action<Projects.SourceGroup> Done { get; init; } = _ => { };
}
