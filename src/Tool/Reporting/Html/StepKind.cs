namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>The steps of the authorization code flow, in their order.</summary>
enum StepKind
{
    MakeVerifier,
    KeepVerifier,
    Redirect,
    AuthorizationRequest,
    AuthorizationResponse,
    Leak,
    HandOver,
    TokenRequest,
    Verification,
    Attack,
}
