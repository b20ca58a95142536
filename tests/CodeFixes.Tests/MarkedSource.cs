using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A source without the marks that it was written with, and the spans that they stood around.</summary>
sealed partial record MarkedSource(string Text, IReadOnlyList<Place> Places)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(Match Mark, int Start)>();
        var places = new List<Place>();
        var last = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            text.Append(marked, last, mark.Index - last);
            last = mark.Index + mark.Length;
            if (mark.Groups["word"].Success)
            {
                open.Push((mark, text.Length));
                continue;
            }
            var (start, from) = open.Pop();
            places.Add(new Place(start.Groups["word"].Value, start.Groups["digit"].Value, TextSpan.FromBounds(from, text.Length)));
        }
        return new MarkedSource(text.Append(marked, last, marked.Length - last).ToString(), places);
    }

    [GeneratedRegex(@"\{\|(?<word>authorization|token|name|value|verifier)(?<digit>\d*):|\|\}")]
    private static partial Regex Marks();
}
