using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Syntax;

/// <summary>The comment <c>// pkce: disable PKCE1001, PKCE1004 reason</c>.</summary>
/// <param name="Rules">The rules that it names.</param>
/// <param name="Reason">Why; null where it is empty: such a comment excepts nothing.</param>
readonly record struct DisableComment(ImmutableArray<string> Rules, string? Reason)
{
    static readonly Regex Pattern = new(
        @"^//\s*pkce:\s*disable\s+(?<rules>PKCE[0-9]{4}(\s*,\s*PKCE[0-9]{4})*)\b[\s:-]*(?<reason>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>Reads a comment, two slashes included; null for any other.</summary>
    public static DisableComment? Read(string comment)
    {
        if (Pattern.Match(comment) is not { Success: true } match)
            return null;
        var reason = match.Groups["reason"].Value.Trim();
        return new(
            [.. match.Groups["rules"].Value.Split(',').Select(rule => rule.Trim().ToUpperInvariant())],
            reason.Length == 0 ? null : reason
        );
    }

    /// <summary>The line of code, from 0, that a comment stands on or else above.</summary>
    public static int LineMeant(TextSpan comment, SourceText text)
    {
        var line = text.Lines.GetLineFromPosition(comment.Start).LineNumber;
        while (line < text.Lines.Count - 1 && text.Lines[line].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            line++;
        return line;
    }
}
