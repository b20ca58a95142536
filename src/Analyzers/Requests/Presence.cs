namespace PkceAnalyzers.Requests;

/// <summary>How far a parameter of a request is there.</summary>
enum Presence
{
    /// <summary>In none of the ways in which the request can be put together.</summary>
    Never,

    /// <summary>In some of them.</summary>
    Sometimes,

    /// <summary>In all of them.</summary>
    Always,

    /// <summary>Not seen, but parts of the request are not known.</summary>
    Unknown,
}
