using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A text with its markup taken out: <c>[|…|]</c>, <c>{|ID:…|}</c>, <c>{|#0:…|}</c>, nested as one likes.</summary>
sealed partial class Markup
{
    Markup(string text, ImmutableArray<MarkupSpan> spans)
    {
        Text = text;
        Spans = spans;
    }

    public string Text { get; }

    /// <summary>The marked spans, in the order of their ends.</summary>
    public ImmutableArray<MarkupSpan> Spans { get; }

    /// <exception cref="FormatException">Markup is left over; the message says what and on which line.</exception>
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = ImmutableArray.CreateBuilder<MarkupSpan>();
        var open = new Stack<(Match Token, int Start)>();
        var copied = 0;
        foreach (Match token in Token().Matches(marked))
        {
            text.Append(marked, copied, token.Index - copied);
            copied = token.Index + token.Length;
            if (token.Value == "{|")
                throw LeftOver(marked, token, "no name and colon follow");
            if (token.Value[0] != '|')
            {
                open.Push((token, text.Length));
                continue;
            }

            if (!open.TryPop(out var start))
                throw LeftOver(marked, token, "nothing was opened");
            if (start.Token.Value[0] == '[' != (token.Value == "|]"))
                throw LeftOver(marked, token, $"it closes what {start.Token.Value} opened");
            spans.Add(new MarkupSpan(start.Token.Groups["name"].Value, TextSpan.FromBounds(start.Start, text.Length)));
        }

        if (open.TryPop(out var last))
            throw LeftOver(marked, last.Token, "it is not closed");
        text.Append(marked, copied, marked.Length - copied);
        return new Markup(text.ToString(), spans.ToImmutable());
    }

    static FormatException LeftOver(string marked, Match token, string reason)
    {
        var line = SourceText.From(marked).Lines.GetLineFromPosition(token.Index);
        return new FormatException($"markup {token.Value} is left over, {reason}, in line {line.LineNumber + 1}:{Environment.NewLine}{line}");
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|(?<name>#?[-\w.]+):|\{\||\|\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
