using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>The code of a member, as a block.</summary>
/// <param name="Owner">The method, constructor, accessor, local function or lambda.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Block">The block that stands for it.</param>
sealed record Body(SyntaxNode Owner, TextSpan Span, string Block)
{
    /// <summary>The bodies of a file's methods, and its top-level statements.</summary>
    public static IEnumerable<Body> In(SourceFile file)
    {
        foreach (var method in file.All<BaseMethodDeclarationSyntax>())
        {
            if (method.Body is { } block)
                yield return new Body(method, block.Span, block.ToString());
            else if (method is MethodDeclarationSyntax { ExpressionBody: { } expression } declared)
                yield return new Body(method, TextSpan.FromBounds(expression.SpanStart, declared.SemicolonToken.Span.End), IsVoid(declared) ? $"{{ {expression.Expression}; }}" : $"{{ return {expression.Expression}; }}");
        }
        if (file.All<GlobalStatementSyntax>().ToList() is { Count: > 0 } statements)
        {
            var span = TextSpan.FromBounds(statements[0].SpanStart, statements[^1].Span.End);
            yield return new Body(file.Root, span, $"{{ {file.Text.ToString(span)} }}");
        }
    }

    /// <summary>Whether nothing is returned.</summary>
    static bool IsVoid(MethodDeclarationSyntax method) => method.ReturnType.ToString() is "void" || method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() is "Task" or "ValueTask";

    /// <summary>Whether it ends by giving a value, and so never runs to its end.</summary>
    public bool Returns => Owner is MethodDeclarationSyntax method && !IsVoid(method) && !IsIterator;

    public bool Awaits => Owner.DescendantNodes().Any(node => node is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 });

    public bool IsIterator => Owner.DescendantNodes().OfType<YieldStatementSyntax>().Any();

    public TextChange Replace(string text) => new(Span, text);
}
