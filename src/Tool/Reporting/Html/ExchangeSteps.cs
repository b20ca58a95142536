using PkceAnalyzers.Tool.Inspecting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>The steps of an exchange, each with what PKCE makes of it there.</summary>
static class ExchangeSteps
{
    static readonly IReadOnlyList<Step> Code =
    [
        new(StepKind.MakeVerifier, Party.Client, Party.Client, "make code_verifier"),
        new(StepKind.KeepVerifier, Party.Client, Party.Client, "keep it for this login"),
        new(StepKind.Redirect, Party.Client, Party.Browser, "redirect with code_challenge"),
        new(StepKind.AuthorizationRequest, Party.Browser, Party.Server, "authorization request"),
        new(StepKind.AuthorizationResponse, Party.Server, Party.Browser, "redirect with code"),
        new(StepKind.Leak, Party.Browser, Party.Attacker, "the code leaks: logs, other apps, history"),
        new(StepKind.HandOver, Party.Browser, Party.Client, "code"),
        new(StepKind.TokenRequest, Party.Client, Party.Server, "token request with code_verifier"),
        new(StepKind.Verification, Party.Server, Party.Server, "compare with code_challenge"),
        new(StepKind.Attack, Party.Attacker, Party.Server, "request with the leaked code"),
    ];

    static readonly IReadOnlyList<Step> FrontChannel =
    [
        new(StepKind.Redirect, Party.Client, Party.Browser, "redirect with response_type=token"),
        new(StepKind.AuthorizationRequest, Party.Browser, Party.Server, "authorization request"),
        new(StepKind.AuthorizationResponse, Party.Server, Party.Browser, "redirect with access token"),
        new(StepKind.Leak, Party.Browser, Party.Attacker, "the access token leaks")
        {
            Mark = StepMark.Broken,
            Note = "there is no code that PKCE could protect",
        },
        new(StepKind.HandOver, Party.Browser, Party.Client, "access token"),
    ];

    /// <summary>The step that a rule is about; null for one that is about none.</summary>
    public static StepKind? StepOf(string rule) =>
        rule switch
        {
            "PKCE1004" => StepKind.TokenRequest,
            "PKCE3003" or "PKCE3007" or "PKCE3008" => StepKind.KeepVerifier,
            _ when rule.StartsWith("PKCE1", StringComparison.Ordinal) || rule.StartsWith("PKCE2", StringComparison.Ordinal) =>
                StepKind.Redirect,
            _ when rule.StartsWith("PKCE3", StringComparison.Ordinal) => StepKind.MakeVerifier,
            _ when rule.StartsWith("PKCE4", StringComparison.Ordinal) => StepKind.Verification,
            _ => null,
        };

    public static IReadOnlyList<Step> Of(DrawnExchange exchange)
    {
        var isFrontChannel = exchange.Authorization is { Request.State: PkceState.NotApplicable };
        var steps = (isFrontChannel ? FrontChannel : Code).Select(step => Marked(step, exchange)).ToList();
        return isFrontChannel ? steps : [.. steps.Select(step => step.Kind == StepKind.Attack ? Outcome(step, steps) : step)];
    }

    static Step Marked(Step step, DrawnExchange exchange)
    {
        var findings = exchange.Findings.Where(finding => StepOf(finding.Id) == step.Kind).ToList();
        IReadOnlyList<InventoryRow> rows = step.Kind switch
        {
            StepKind.Redirect when exchange.Authorization is { } authorization => [authorization],
            StepKind.TokenRequest => exchange.Tokens,
            _ => [],
        };
        var (mark, note) = rows.Select(MarkOf).DefaultIfEmpty((Mark: step.Mark, Note: step.Note)).MaxBy(one => one.Mark);
        if (findings.Count > 0 && mark is not StepMark.Missing)
            mark = StepMark.Broken;
        return step with { Mark = mark, Note = note, Requests = [.. rows.Select(row => row.Request)], Findings = findings };
    }

    static (StepMark Mark, string Note) MarkOf(InventoryRow row) =>
        row.Request.State switch
        {
            PkceState.S256 or PkceState.Verifier => (StepMark.Right, ""),
            PkceState.None when row.Request.Exception is { } reason => (StepMark.Missing, $"left out on purpose: {reason}"),
            PkceState.None => (StepMark.Missing, row.Request.Kind == "token" ? "no code_verifier" : "no code_challenge"),
            PkceState.Plain => (StepMark.Broken, "the challenge is the verifier itself (plain)"),
            PkceState.Conditional => (StepMark.Broken, row.Reason),
            PkceState.NotApplicable => (StepMark.None, ""),
            _ => (StepMark.Unknown, row.Reason),
        };

    /// <summary>What a leaked code is worth after the steps before.</summary>
    static Step Outcome(Step attack, IReadOnlyList<Step> steps) =>
        steps.Any(step => step.Mark is StepMark.Missing or StepMark.Broken)
            ? attack with
            {
                Mark = StepMark.Broken,
                Note = "the server may take it for the client's",
            }
        : steps.Any(step => step.Kind == StepKind.Redirect && step.Mark == StepMark.Right)
        && steps.All(step => step.Mark != StepMark.Unknown)
            ? attack with
            {
                Mark = StepMark.Right,
                Note = "a server that verifies refuses it: no code_verifier",
            }
        : attack with { Mark = StepMark.Unknown, Note = "not known whether it is refused" };
}
