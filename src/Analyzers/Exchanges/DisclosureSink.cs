using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Exchanges;

/// <summary>Code that writes values for others to read.</summary>
static class DisclosureSink
{
    static readonly HashSet<string> LogMethods =
    [
        "Write",
        "WriteLine",
        "Print",
        "PrintLine",
        "WriteAsync",
        "WriteLineAsync",
        "BeginScope",
        "TraceInformation",
        "TraceError",
        "TraceWarning",
    ];
    static readonly string[] LogPrefixes = ["Log", "Trace", "Debug", "Verbose", "Info", "Warn", "Error", "Fatal", "Critical", "Message"];
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

    /// <summary>Calls that send a browser to a URL, or ask a server for one: browsers keep it, proxies and servers log it.</summary>
    static readonly HashSet<string> Navigations =
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
    ];

    /// <summary>How a node writes values for others to read, and which; null for any other.</summary>
    public static (DisclosureForm?, IEnumerable<ExpressionSyntax>) Of(SyntaxNode node, SemanticModel model) =>
        node switch
        {
            InvocationExpressionSyntax call => (SinkOf(call, model), call.ArgumentList.Arguments.Select(argument => argument.Expression)),
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } creation
                when creation.Parent is ThrowStatementSyntax or ThrowExpressionSyntax => (
                DisclosureForm.Exception,
                list.Arguments.Select(argument => argument.Expression)
            ),
            // new HttpCookie("verifier", codeVerifier)
            ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: { Count: >= 2 } arguments }
                when type.ToString() is "HttpCookie" or "Cookie" or "CookieHeaderValue" or "SetCookieHeaderValue" => (
                DisclosureForm.Cookie,
                [arguments[1].Expression]
            ),
            _ => (null, []),
        };

    static DisclosureForm? SinkOf(InvocationExpressionSyntax call, SemanticModel model)
    {
        var name = call.MethodName();
        var target = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        var receiver = target is null ? null : LastName(target);
        if (receiver is "Console" or "AnsiConsole")
            return name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Markup", StringComparison.Ordinal)
                ? DisclosureForm.Console
                : null;
        if (Navigations.Contains(name) || name == "Start" && receiver == "Process")
            return DisclosureForm.Url;
        if (receiver?.EndsWith("Cookies", StringComparison.Ordinal) == true)
            return name is "Append" or "Add" or "Set" ? DisclosureForm.Cookie : null;
        var writes = LogMethods.Contains(name) || Array.Exists(LogPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        if (!writes)
            return null;
        return receiver is null or "this" or "base"
            ? Identifier.Words(name).Take(2).ToList() is ["log"] or ["log", not ("in" or "on" or "out" or "off")]
                ? DisclosureForm.Log
                : null
            : IsLog(receiver) || model.GetTypeInfo(target!).Type is { Name: var type } && IsLog(type)
                ? DisclosureForm.Log
                : null;
    }

    static bool IsLog(string name) => Identifier.Words(name).Any(LogWords.Contains);

    /// <summary>The last name of an expression: of what it is called on, a call's.</summary>
    public static string? LastName(ExpressionSyntax expression) =>
        expression.Bare() switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            InvocationExpressionSyntax call => call.MethodName(),
            ThisExpressionSyntax => "this",
            BaseExpressionSyntax => "base",
            _ => null,
        };
}
