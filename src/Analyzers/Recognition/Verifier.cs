using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>A code verifier: a value that is one because of where it goes.</summary>
/// <param name="Sources">What it was drawn from.</param>
/// <param name="Sink">The expression or declaration that shows it to be a verifier.</param>
/// <param name="Maker">The expression, method or local function that a Runtime call can replace; null where there is none.</param>
/// <param name="IsSent">Whether it is one because of where it goes; otherwise its name alone says so.</param>
sealed record Verifier(SourceSet Sources, SyntaxNode Sink, SyntaxNode? Maker, bool IsSent)
{
    /// <summary>Whether a name says that its value is a code verifier: the words <c>code verifier</c> or <c>pkce verifier</c> at its end.</summary>
    public static bool IsNamed(string name)
    {
        var words = Words(name).ToList();
        if (words.Count > 0 && words[words.Count - 1] is "async" or "string")
            words.RemoveAt(words.Count - 1);
        return words.Count >= 2 && words[words.Count - 1] == "verifier" && words[words.Count - 2] is "code" or "pkce" || words is [.., "codeverifier"];
    }

    static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && (char.IsLower(name[i]) || char.IsUpper(name[i]) && (i == start || i > 0 && char.IsUpper(name[i - 1]) && (i + 1 == name.Length || !char.IsLower(name[i + 1])))))
                continue;
            if (i > start)
                yield return name.Substring(start, i - start).ToLowerInvariant();
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
    }

    /// <summary>What a Runtime call can replace: not a mere name, whose value is used elsewhere too.</summary>
    public static SyntaxNode? Replaceable(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax => null,
        ExpressionSyntax => expression,
        _ => null,
    };
}
