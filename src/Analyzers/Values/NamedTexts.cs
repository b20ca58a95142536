using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>The program's members that stand for a text with the words of a request (<c>const string ResponseType = "response_type"</c>):
/// what uses one of them says those words, whatever the member is called.</summary>
sealed class NamedTexts(CompilationCache cache)
{
    readonly ConcurrentDictionary<SyntaxNode, bool> _users = new();
    ImmutableHashSet<string>? _names;

    /// <summary>Whether code uses such a member.</summary>
    public bool AreUsedIn(SyntaxNode node, CancellationToken cancellation)
    {
        var names = _names ??= [.. cache.Compilation.SyntaxTrees.SelectMany(tree => NamesIn(tree, cancellation))];
        return !names.IsEmpty
            && _users.GetOrAdd(
                node,
                node =>
                    cache.NamesIn(node.SyntaxTree, cancellation) is var used
                    && names.Any(name => used[name].Any(use => node.Span.Contains(use.Span)))
            );
    }

    static IEnumerable<string> NamesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        return !TriggerWords.OfRequests.AreIn(text)
            ? []
            : Declarations
                .Members(tree.GetRoot(cancellation))
                .Where(member => TriggerWords.OfRequests.AreIn(text, member.Span))
                .SelectMany(NamesOf);
    }

    /// <summary>The names that a member gives to texts.</summary>
    public static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax field => field
                .Declaration.Variables.Where(variable => IsText(variable.Initializer?.Value))
                .Select(variable => variable.Identifier.ValueText),
            PropertyDeclarationSyntax property => IsText(
                property.Initializer?.Value ?? property.ExpressionBody?.Expression ?? Returned(property)
            )
                ? [property.Identifier.ValueText]
                : [],
            MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 } method => IsText(
                method.ExpressionBody?.Expression ?? Returned(method.Body)
            )
                ? [method.Identifier.ValueText]
                : [],
            _ => [],
        };

    static ExpressionSyntax? Returned(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter
            ? getter.ExpressionBody?.Expression ?? Returned(getter.Body)
            : null;

    static ExpressionSyntax? Returned(BlockSyntax? body) =>
        body?.Statements is [ReturnStatementSyntax { Expression: var only }] ? only : null;

    static bool IsText(ExpressionSyntax? expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
            ParenthesizedExpressionSyntax inner => IsText(inner.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsText(sum.Left) || IsText(sum.Right),
            InterpolatedStringExpressionSyntax => true,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
            _ => false,
        };
}
