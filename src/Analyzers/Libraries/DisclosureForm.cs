namespace PkceAnalyzers.Libraries;

enum DisclosureForm
{
    Log,
    Console,
    Exception,
    Cookie,
    State,
    AuthorizationRequest,

    /// <summary>A URL that a browser is sent to, or that is asked for by GET.</summary>
    Url,
}
