using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values.Models;

/// <summary>A composite format string (<c>"…{0}…{1}"</c>) and what fills its holes.</summary>
static class CompositeFormat
{
    public static Value Fill(Interpreter run, Value format, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        if (arguments is [{ Value: Reference }] && run.ObjectOf(arguments[0].Value) is { Items.Length: > 0 } array)
            arguments = [.. array.Items.Select(item => new Argument(item, arguments[0].Operation, null))];
        return Choice.Map(
            format,
            value =>
            {
                Value text = Text.Empty;
                foreach (var piece in run.TextOf(value, place).Pieces)
                    text = piece is LiteralPiece literal
                        ? Fill(run, text, literal, arguments, place)
                        : run.Concat(text, new Text([piece]), place);
                return text;
            }
        );
    }

    static Value Fill(Interpreter run, Value text, LiteralPiece literal, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        var content = literal.Content;
        var start = 0;
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] is not ('{' or '}'))
                continue;
            // A brace that is doubled is one.
            if (at + 1 < content.Length && content[at + 1] == content[at])
            {
                AppendUntil(at + 1);
                start = ++at + 1;
                continue;
            }
            if (content[at] == '}' || HoleAt(content, at) is not var (index, end))
                continue;
            AppendUntil(at);
            text =
                index < arguments.Length
                    ? run.Concat(text, Formatted(run, arguments[index].Value, content.Substring(at, end - at)), arguments[index].Place)
                    : run.Concat(text, Unknown.Value, place);
            start = end + 1;
            at = end;
        }
        AppendUntil(content.Length);
        return text;

        void AppendUntil(int end)
        {
            if (end > start)
                text = run.Concat(text, Text.Literal(content.Substring(start, end - start), literal.Place), literal.Place);
        }
    }

    /// <summary>A value as its hole writes it: <c>{0:x2}</c></summary>
    static Value Formatted(Interpreter run, Value value, string hole) =>
        value is Unknown drawn && hole.IndexOf(':') is > 0 and var colon && run.Written(drawn, hole.Substring(colon + 1)) is { } written
            ? drawn with
            {
                Sample = written,
            }
            : value;

    /// <summary>The number in a hole, and where the hole ends; null where a brace begins none.</summary>
    static (int Index, int End)? HoleAt(string content, int start)
    {
        var end = content.IndexOf('}', start);
        var digits = start + 1;
        while (digits < content.Length && char.IsDigit(content[digits]))
            digits++;
        return end >= 0 && digits > start + 1 && int.TryParse(content.Substring(start + 1, digits - start - 1), out var index)
            ? (index, end)
            : null;
    }
}
