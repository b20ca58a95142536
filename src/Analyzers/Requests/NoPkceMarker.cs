using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Requests;

/// <summary>A place that says aloud that requests go without PKCE on purpose.</summary>
/// <param name="Form">How it is written, for messages.</param>
/// <param name="Reason">Why; null where it is empty: such a marker silences nothing.</param>
/// <param name="Place">What is shown of it.</param>
abstract record NoPkceMarker(string Form, string? Reason, Location Place)
{
    /// <summary>The rules that a marker can silence: those that find a request without the proof key.</summary>
    public static readonly ImmutableArray<string> Rules = ["PKCE1001", "PKCE1003", "PKCE1004"];

    /// <summary>The property of an excepted finding that holds the reason.</summary>
    public const string ReasonProperty = "excepted.reason";

    /// <summary>Whether it speaks of what a rule finds at a request.</summary>
    public abstract bool Covers(Request request, string rule);

    protected static string? ReasonIn(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();
}
