namespace PkceAnalyzers.Tool.Scanning;

/// <summary>Is told how far a scan is, from any thread.</summary>
interface IScanProgress
{
    /// <param name="what">What is done now, as <c>reading</c>.</param>
    /// <param name="files">How many files there are to do.</param>
    void Begin(string what, int files);

    /// <param name="location">Of the project or folder whose files are done.</param>
    /// <param name="files">How many.</param>
    void Done(string location, int files);
}
