using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Libraries;

/// <summary>Methods that write values for others to read.</summary>
/// <param name="Types">The simple names of the types that declare them, as libraries and programs call these; empty: any.</param>
/// <param name="Methods">Their names.</param>
sealed record DisclosureSink(DisclosureForm Form, string[] Types, string[] Methods)
{
    static readonly DisclosureSink[] All =
    [
        new(
            DisclosureForm.Console,
            ["Console", "AnsiConsole"],
            ["Write", "WriteLine", "WriteAsync", "WriteLineAsync", "WriteException", "Markup", "MarkupLine"]
        ),
        new(DisclosureForm.Console, ["AnsiConsole"], ["MarkupInterpolated", "MarkupLineInterpolated"]),
        // Calls that send a browser to a URL, or ask a server for one: browsers keep it, proxies and servers log it.
        new(
            DisclosureForm.Url,
            [],
            [
                "Redirect",
                "RedirectPermanent",
                "RedirectPreserveMethod",
                "RedirectToAction",
                "RedirectToRoute",
                "RedirectToPage",
                "LocalRedirect",
                "NavigateTo",
                "LaunchUriAsync",
                "OpenBrowser",
                "OpenUrl",
                "GetAsync",
                "GetStringAsync",
                "GetFromJsonAsync",
                "GetStreamAsync",
                "GetByteArrayAsync",
                "DownloadString",
                "DownloadStringTaskAsync",
            ]
        ),
        new(DisclosureForm.Url, ["Process"], ["Start"]),
    ];

    /// <summary>Cookies that are made as objects: name and value.</summary>
    static readonly HashSet<string> CookieTypes = ["HttpCookie", "Cookie", "CookieHeaderValue", "SetCookieHeaderValue"];

    /// <summary>Words that a logger's name, or its type's, has.</summary>
    static readonly HashSet<string> LogWords =
    [
        "log",
        "logger",
        "logs",
        "logging",
        "nlog",
        "serilog",
        "trace",
        "tracer",
        "debug",
        "logfile",
    ];

    /// <summary>The first word of the methods that loggers have.</summary>
    static readonly HashSet<string> LogMethods =
    [
        "log",
        "trace",
        "debug",
        "verbose",
        "info",
        "information",
        "warn",
        "warning",
        "error",
        "fatal",
        "critical",
        "message",
        "write",
        "print",
        "begin",
    ];

    /// <summary>How a call or creation writes what it is given for others to read; null for any other.</summary>
    public static DisclosureForm? FormOf(Call call, CompilationCache cache, CancellationToken cancellation)
    {
        if (call.Place is BaseObjectCreationExpressionSyntax)
            return CookieTypes.Contains(call.Name) ? DisclosureForm.Cookie
                : call.Place.Parent is ThrowStatementSyntax or ThrowExpressionSyntax ? DisclosureForm.Exception
                : null;
        if (call.Place is not InvocationExpressionSyntax invocation)
            return null;
        var target = invocation.Receiver()?.Bare();
        var receiver = (target as InvocationExpressionSyntax)?.MethodName() ?? target?.LastName();
        if (All.FirstOrDefault(sink => sink.Holds(call.Name, receiver)) is { } known)
            return known.Form;
        if (target is null or ThisExpressionSyntax or BaseExpressionSyntax)
            return IsOwnLog(call.Name) ? DisclosureForm.Log : null;
        var words = Identifier.Words(receiver ?? "").ToList();
        if (words.LastOrDefault() == "cookies")
            return call.Name is "Append" or "Add" or "Set" ? DisclosureForm.Cookie : null;
        return
            LogMethods.Contains(Identifier.Words(call.Name).FirstOrDefault() ?? "")
            && (words.Exists(LogWords.Contains) || cache.TypeOf(target, cancellation) is { Name: var type } && IsLogger(type))
            ? DisclosureForm.Log
            : null;
    }

    bool Holds(string method, string? receiver) =>
        Array.IndexOf(Methods, method) >= 0 && (Types.Length == 0 || Array.IndexOf(Types, receiver) >= 0);

    static bool IsLogger(string type) => Identifier.Words(type).Any(LogWords.Contains);

    /// <summary>Whether a method that is called without an object logs: <c>LogError</c>, not <c>LogIn</c>.</summary>
    static bool IsOwnLog(string method) =>
        Identifier.Words(method).Take(2).ToList() is ["log"] or ["log", not ("in" or "on" or "out" or "off")];
}
