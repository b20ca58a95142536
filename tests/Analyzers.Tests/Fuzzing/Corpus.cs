using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Tests.Fuzzing;

/// <summary>The programs and settings files that the tests are written with, and the samples: what is bent out of shape.</summary>
static partial class Corpus
{
    /// <summary>Larger ones only take longer.</summary>
    const int MostCharacters = 4_000;

    static readonly Lazy<IReadOnlyList<string>> Texts = new(() => [.. Repository.Files("tests/Analyzers.Tests", "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal).SelectMany(TextsIn)]);

    public static IReadOnlyList<string> Programs { get; } = [.. Texts.Value.Where(text => text.Contains("class ", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Settings { get; } = [.. Texts.Value.Where(text => text.StartsWith('{') && text.Contains("\":", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Markup { get; } = [.. Texts.Value.Where(text => text.Contains("</", StringComparison.Ordinal) && !text.Contains("class ", StringComparison.Ordinal))];

    /// <summary>The raw strings of a test file, without what marks the findings.</summary>
    static IEnumerable<string> TextsIn(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes()
        .OfType<ExpressionSyntax>().Select(TextOf).OfType<string>()
        .Select(text => Mark().Replace(text, "")).Where(text => text.Length is > 20 and < MostCharacters);

    static string? TextOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.MultiLineRawStringLiteralToken } literal => literal.Token.ValueText,
        // What is filled in is left out: one more way in which a program is bent.
        InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedMultiLineRawStringStartToken } text =>
            string.Concat(text.Contents.OfType<InterpolatedStringTextSyntax>().Select(part => part.TextToken.ValueText)),
        _ => null,
    };

    [GeneratedRegex(@"\{\|[^|{}]*:|\|\}")]
    private static partial Regex Mark();
}
