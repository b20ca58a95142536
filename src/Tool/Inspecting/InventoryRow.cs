using System.Text.Json.Nodes;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>A request in the inventory.</summary>
/// <param name="Project">The project's assembly, empty for code without a project.</param>
/// <param name="Request">What is known of it.</param>
sealed record InventoryRow(string Project, SeenRequest Request)
{
    public static readonly IReadOnlyList<string> Names =
    [
        "place",
        "request",
        "pkce",
        "project",
        "member",
        "endpoint",
        "provider",
        "verifier",
        "kept",
        "reason",
    ];

    /// <summary>The type that makes it.</summary>
    public string Type => Request.Member.Split('.')[0];

    /// <summary>The authorization server, where it is a known one.</summary>
    KnownServer? Server => Request.Host.Length > 0 ? KnownServer.OfHost(Request.Host) : null;

    /// <summary>That in one line, else empty.</summary>
    public string Provider => Server?.ToString() ?? "";

    /// <summary>What it does about PKCE, in one word.</summary>
    public string State =>
        Request.State switch
        {
            PkceState.None when Request.Exception is not null => "excepted",
            PkceState.None => "none",
            PkceState.Plain => "plain",
            PkceState.S256 => "S256",
            PkceState.Challenge => "challenge",
            PkceState.Verifier => "verifier",
            PkceState.Conditional => "conditional",
            PkceState.Unknown => "unknown",
            _ => "n/a",
        };

    /// <summary>Why, where the word alone does not say it.</summary>
    public string Reason =>
        Request.State switch
        {
            PkceState.None => Request.Exception ?? "",
            PkceState.Challenge => "the code_challenge_method is not known, or not registered",
            PkceState.Conditional => "on some paths only",
            PkceState.Unknown => $"may be added by {string.Join(", ", Request.Open.Select(code => code.Text))}",
            PkceState.NotApplicable => "the token comes through the browser, without a code",
            _ => "",
        };

    /// <summary>In the order of <see cref="Names"/>.</summary>
    public IReadOnlyList<string> Fields =>
        [
            $"{Path}:{Request.Place.Line}",
            Request.Kind,
            State,
            Project,
            Request.Member,
            Request.Endpoint,
            Provider,
            Request.Verifier.Made,
            Request.Verifier.Kept,
            Reason,
        ];

    string Path =>
        System.IO.Path.GetRelativePath(Environment.CurrentDirectory, Request.Place.Path).Replace('\\', '/') is var relative
        && relative.StartsWith("..", StringComparison.Ordinal)
            ? Request.Place.Path
            : relative;

    public JsonObject ToJson() =>
        new()
        {
            ["path"] = Path,
            ["line"] = Request.Place.Line,
            ["column"] = Request.Place.Column,
            ["request"] = Request.Kind,
            ["pkce"] = State,
            ["project"] = Project,
            ["member"] = Request.Member,
            ["endpoint"] = Request.Endpoint,
            ["provider"] = Server is { } server
                ? new JsonObject
                {
                    ["name"] = server.Name,
                    ["pkce"] = server.Pkce,
                    ["methods"] = new JsonArray([
                        .. server.Methods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => JsonValue.Create(name)),
                    ]),
                    ["confidence"] = server.Confidence,
                    ["source"] = server.Source,
                }
                : null,
            ["verifier"] = new JsonObject
            {
                ["source"] = Request.Verifier.Source,
                ["bits"] = Request.Verifier.Bits,
                ["kept"] = Request.Verifier.Kept,
            },
            ["reason"] = Reason,
            ["parameters"] = new JsonArray([
                .. Request.Parameters.Select(parameter => new JsonObject
                {
                    ["name"] = parameter.Name,
                    ["always"] = parameter.IsAlways,
                    ["values"] = new JsonArray([.. parameter.Values.Select(value => JsonValue.Create(value))]),
                }),
            ]),
        };
}
