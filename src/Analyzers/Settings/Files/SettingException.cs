using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Settings.Files;

/// <summary>A comment in a settings file, <c>// pkce: disable PKCE2001 reason</c>, that excepts the value on its line or below
/// it.</summary>
/// <param name="Named">The rules that it names.</param>
/// <param name="Reason">Why; null where it is empty: such a comment excepts nothing.</param>
/// <param name="Line">The line of the value, from 0.</param>
sealed record SettingException(ImmutableArray<string> Named, string? Reason, TextSpan Span, int Line)
{
    /// <summary>The exception that a comment is; null for any other.</summary>
    public static SettingException? From(TextSpan comment, SourceText text) =>
        DisableComment.Read(text.ToString(comment)) is { } read
            ? new SettingException(read.Rules, read.Reason, comment, DisableComment.LineMeant(comment, text))
            : null;
}
