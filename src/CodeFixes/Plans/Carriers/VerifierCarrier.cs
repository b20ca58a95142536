namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>How the code verifier gets from where the authorization request is made to where its code is redeemed.</summary>
enum VerifierCarrier
{
    /// <summary>Both requests are made in one run of one function: a local before the first of them.</summary>
    Local,

    /// <summary>Both requests are made by members of one instance: a field, set anew by each authorization request.</summary>
    Field,

    /// <summary>Both requests are made by answers to HTTP requests: ASP.NET Core MVC's or Razor Pages' <c>TempData</c>, which a callback's
    /// reading empties.</summary>
    TempData,

    /// <summary>Likewise: ASP.NET Core's <c>HttpContext.Session</c>.</summary>
    HttpSession,

    /// <summary>Likewise: the <c>Session</c> of System.Web's controllers and pages.</summary>
    Session,

    /// <summary>Likewise: a cookie that ASP.NET Core's Data Protection encrypts.</summary>
    ProtectedCookie,

    /// <summary>The authentication properties that a handler protects and sends as <c>state</c>.</summary>
    State,
}
