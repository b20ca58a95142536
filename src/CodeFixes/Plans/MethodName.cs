using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The code that gives a request the name of its transformation.</summary>
/// <param name="Place">An expression, or a part of a text.</param>
/// <param name="S256">What says S256 there.</param>
sealed record MethodName(Location Place, string S256)
{
    const string Key = WireNames.CodeChallengeMethod + "=";

    /// <summary>Null where the code is not told from what else is sent, or lies outside the member that makes the request.</summary>
    public static MethodName? Of(Parameter method, SyntaxNode executable)
    {
        var found = method.Entry.Value is { } value ? Expression(value) : InText(method.Place);
        return
            found is not null && Declarations.Executable(found.Place.SourceTree!.GetRoot().FindNode(found.Place.SourceSpan)) == executable
            ? found
            : null;
    }

    static MethodName? Expression(SyntaxNode? node) =>
        node is ExpressionSyntax ? new MethodName(node.GetLocation(), $"\"{WireNames.S256}\"") : null;

    static MethodName? InText(SyntaxNode place)
    {
        var source = place.ToString();
        // Add(url, "code_challenge_method", "plain")
        if (source == $"\"{WireNames.CodeChallengeMethod}\"")
            return Expression(Following(place.Parent as ArgumentSyntax)?.Expression);
        var start = source.IndexOf(Key, StringComparison.Ordinal) + Key.Length;
        if (start < Key.Length)
            return null;
        var end = start;
        while (end < source.Length && (char.IsLetterOrDigit(source[end]) || source[end] is '-' or '_'))
            end++;
        if (end > start)
            return end == source.Length || source[end] is '"' or '&' ? InText(place, start, end) : null;
        if (start < source.Length && source[start] == '{' && source.IndexOf('}', start) is > 0 and var close)
            return InFormat(place, source.Substring(start + 1, close - start - 1));
        return start == source.Length ? InHole(place)
            : start == source.Length - 1 ? Expression(Behind(place))
            : null;
    }

    static MethodName InText(SyntaxNode place, int start, int end) =>
        new(Location.Create(place.SyntaxTree, TextSpan.FromBounds(place.SpanStart + start, place.SpanStart + end)), WireNames.S256);

    static MethodName? InHole(SyntaxNode text)
    {
        if (text.Parent is not InterpolatedStringExpressionSyntax whole)
            return null;
        return whole.Contents.SkipWhile(content => content != text).Skip(1).FirstOrDefault() is InterpolationSyntax hole
            ? new MethodName(hole.GetLocation(), WireNames.S256)
            : null;
    }

    /// <summary>The argument that fills a hole of a format.</summary>
    static MethodName? InFormat(SyntaxNode format, string hole) =>
        format.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } argument && int.TryParse(hole, out var number)
            ? Expression(list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1 + number).FirstOrDefault()?.Expression)
            : null;

    /// <summary>What goes on where a literal ends: the next operand of a sum, or what the next call appends.</summary>
    static ExpressionSyntax? Behind(SyntaxNode literal)
    {
        for (var node = literal; node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum; node = sum)
        {
            if (sum.Left == node)
                return sum.Right;
        }
        return
            literal.Parent
                is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax append } }
            && append.Parent
                is MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Append",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var next }] }
                }
            ? next
            : null;
    }

    static ArgumentSyntax? Following(ArgumentSyntax? argument) =>
        argument?.Parent is BaseArgumentListSyntax list ? list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1).FirstOrDefault() : null;
}
