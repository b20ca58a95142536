namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The programs of <c>programs/</c>: the project, and the name of the login in it.</summary>
static class Matrix
{
    /// <summary>A web project whose logins keep their verifiers where attackers get at them.</summary>
    public const string Wrong = "Wrong";

    /// <summary>An authorization server by OpenIddict.</summary>
    public const string Issuer = "Issuer";

    /// <summary>A project in whose logins no place is safe for a verifier.</summary>
    public const string Left = "Left";

    public static readonly string[] Projects = ["Desktop", "Web", "Session", "Api", "Cookies", "Libraries"];

    /// <summary>Those that are also repaired where they reference the Runtime.</summary>
    public static readonly string[] ProjectsWithRuntime = ["Desktop", "Web"];

    public static readonly (string Project, string Name)[] Desktops =
    [
        ("Desktop", "console"), ("Desktop", "view-model"), ("Desktop", "string-format"), ("Desktop", "string-builder"), ("Desktop", "uri-builder"),
        ("Desktop", "flurl"), ("Desktop", "rest-sharp"), ("Desktop", "hosted-service"),
    ];

    public static readonly (string Project, string Name)[] Webs =
    [
        ("Web", "mvc"), ("Web", "service"), ("Web", "page"), ("Web", "handler"), ("Web", "derived"), ("Session", "session"), ("Api", "api"),
        ("Cookies", "plain"), ("Cookies", "keyed"), ("Cookies", "typed"), ("Cookies", "endpoint"), ("Cookies", "middleware"), ("Cookies", "branch"),
        ("Cookies", "controller"), ("Libraries", "openid"), ("Libraries", "openiddict"),
    ];

    /// <summary>The logins of programs that also log in at another provider.</summary>
    public static readonly (string Project, string Name)[] BesideOther =
        [.. Webs.Where(login => login.Project is "Web" or "Session" or "Cookies")];

    /// <summary>Each login with each helper that its project is repaired with.</summary>
    public static IEnumerable<(string Project, string Name, Helper Helper)> Repaired((string Project, string Name)[] logins) =>
        from login in logins
        from helper in Enum.GetValues<Helper>()
        where helper == Helper.InFile || ProjectsWithRuntime.Contains(login.Project)
        select (login.Project, login.Name, helper);
}
