using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PkceAnalyzers.Tests.Fuzzing;

/// <summary>Bends texts out of shape, the same way for the same seed.</summary>
sealed class Mutator(int seed)
{
    readonly Random _random = new(seed);

    /// <summary>A program with up to three of its tokens deleted, doubled, swapped, or replaced by some of another program.</summary>
    public string Program(IReadOnlyList<string> corpus)
    {
        var tokens = Tokens(Pick(corpus));
        for (var change = _random.Next(3); change >= 0 && tokens.Count > 2; change--)
            Change(tokens, () => Tokens(Pick(corpus)));
        return string.Concat(tokens);
    }

    /// <summary>A program as far as it has been typed, to the end of one of its tokens; with or without the brackets that an editor closes.</summary>
    public string Unfinished(IReadOnlyList<string> corpus)
    {
        var tokens = Tokens(Pick(corpus));
        var typed = tokens[.._random.Next(tokens.Count)];
        return string.Concat(typed) + (_random.Next(2) == 0 ? "" : new string('}', typed.Count(token => token.Trim() == "{")));
    }

    /// <summary>Another text with up to three stretches of it deleted, doubled, swapped, or replaced by some of another.</summary>
    public string Text(IReadOnlyList<string> corpus)
    {
        var parts = Parts(Pick(corpus));
        for (var change = _random.Next(3); change >= 0 && parts.Count > 2; change--)
            Change(parts, () => Parts(Pick(corpus)));
        return string.Concat(parts);
    }

    void Change(List<string> tokens, Func<List<string>> other)
    {
        var at = _random.Next(tokens.Count - 1);
        switch (_random.Next(5))
        {
            case 0:
                tokens.RemoveRange(at, Math.Min(1 + _random.Next(3), tokens.Count - at));
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var with = _random.Next(tokens.Count);
                (tokens[at], tokens[with]) = (tokens[with], tokens[at]);
                break;
            case 3:
                var source = other();
                var from = _random.Next(source.Count);
                tokens.InsertRange(at, source.Skip(from).Take(1 + _random.Next(20)));
                break;
            default:
                var rest = other();
                tokens.RemoveRange(at, tokens.Count - at);
                tokens.AddRange(rest.Skip(_random.Next(rest.Count)));
                break;
        }
    }

    string Pick(IReadOnlyList<string> corpus) => corpus[_random.Next(corpus.Count)];

    static List<string> Tokens(string program) => [.. SyntaxFactory.ParseTokens(program).Select(token => token.ToFullString())];

    static List<string> Parts(string text) => [.. text.Split(['"', ' ', '\n']).SelectMany(part => new[] { part, "\"", " " })];
}
