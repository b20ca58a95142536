namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>How a handler of HTTP requests gets what a request brings.</summary>
enum RequestBody
{
    /// <summary>It answers a GET, or does not say what it answers.</summary>
    None,

    /// <summary>It answers a POST of a form.</summary>
    Form,

    /// <summary>It answers a POST of anything else, such as a call by a script.</summary>
    Other,
}
