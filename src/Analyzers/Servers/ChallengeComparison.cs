using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A place where a server holds the stored code challenge against what a token request presents (RFC 7636 section 4.6).</summary>
/// <param name="Place">The comparison.</param>
/// <param name="One">An operand; null where the comparison is handed over to another method.</param>
/// <param name="Other">The other operand.</param>
/// <param name="IsConstantTime">Whether it takes as long wherever the two differ.</param>
/// <param name="IgnoresCase">Whether letters of either case count as the same.</param>
/// <param name="Untransformed">The expressions that hand the verifier itself to the comparison: the plain transformation.</param>
sealed record ChallengeComparison(
    ExpressionSyntax Place,
    ExpressionSyntax One,
    ExpressionSyntax Other,
    bool IsConstantTime,
    bool IgnoresCase,
    ImmutableArray<ExpressionSyntax> Untransformed
)
{
    /// <summary>Whether it gives a truth value of two texts, as they are.</summary>
    public bool IsOfTexts =>
        Place is BinaryExpressionSyntax
        || Place is InvocationExpressionSyntax call && ProofOperands.NameOf(call) == "Equals" && !Folds(One) && !Folds(Other);

    static readonly string[] ConstantTimeWords =
    [
        "FixedTime",
        "ConstantTime",
        "TimeConstant",
        "SlowEquals",
        "SecureEquals",
        "SafeEquals",
        "TimingSafe",
    ];

    /// <summary>The comparison that an expression is; null for any other.</summary>
    public static ChallengeComparison? Of(
        SyntaxNode node,
        ProofOperands operands,
        SemanticModel model,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        // Octet by octet, whatever the outcome so far: difference |= one[i] ^ other[i]
        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.ExclusiveOrExpression } difference)
            return Meets(Whole(difference.Left), Whole(difference.Right))
                ? Make(difference, difference.Left, difference.Right, constantTime: true, ignoresCase: false)
                : null;
        if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary)
            return Meets(binary.Left, binary.Right) && !ComparesNumbers(binary)
                ? Make(binary, binary.Left, binary.Right, constantTime: false, ignoresCase: Folds(binary.Left) || Folds(binary.Right))
                : null;
        if (node is not InvocationExpressionSyntax call || Operands(call) is not var (one, other) || !Meets(one, other))
            return null;
        if (operands.Called(call) is { } called)
            return Within(called) is { } inner ? Make(call, one, other, inner.IsConstantTime, inner.IgnoresCase) : null;
        var name = ProofOperands.NameOf(call);
        var method = model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol;
        var written = SourceOf(method, cancellation);
        var isEquality = name.StartsWith("Equals", StringComparison.Ordinal);
        var constant = ConstantTimeWords.Any(word =>
            call.Expression.ToString().IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || isEquality && written.Contains(word)
        );
        if (!constant && !(written.Length > 0 ? isEquality && Compares(written) : IsPlainComparison(name, method)))
            return null;
        var ignores =
            call.ArgumentList.ToString().Contains("IgnoreCase")
            || written.Contains("IgnoreCase")
            || Folds(one)
            || Folds(other)
            || name == "Compare"
                && call.ArgumentList.Arguments.Any(argument => argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression));
        return Make(call, one, other, constant, ignores && !constant);

        bool Meets(ExpressionSyntax left, ExpressionSyntax right) =>
            (operands.RoleOf(left), operands.RoleOf(right))
                is
                    (ProofRole.Challenge, ProofRole.Verifier or ProofRole.Transformed)
                    or
                    (ProofRole.Verifier or ProofRole.Transformed, ProofRole.Challenge);

        // What a method of the program does with the two that it is given, where it does not say by itself that it is about PKCE.
        ChallengeComparison? Within(ProofOperands called)
        {
            var other = cache.ModelOf(called.Member.SyntaxTree);
            var nodes = called.Member.DescendantNodes().ToList();
            var alone = new ProofOperands(called.Member, cache, cancellation);
            return nodes.Exists(node => Of(node, alone, other, cache, cancellation) is not null)
                ? null
                : nodes.Select(node => Of(node, called, other, cache, cancellation)).FirstOrDefault(found => found is not null);
        }

        // Lengths are compared as numbers.
        bool ComparesNumbers(BinaryExpressionSyntax comparison) =>
            model.GetTypeInfo(comparison.Left, cancellation).Type
                is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double };

        ChallengeComparison Make(
            ExpressionSyntax place,
            ExpressionSyntax left,
            ExpressionSyntax right,
            bool constantTime,
            bool ignoresCase
        ) =>
            new(
                place,
                left,
                right,
                constantTime,
                ignoresCase,
                [.. operands.Untransformed(operands.RoleOf(left) == ProofRole.Challenge ? right : left)]
            );
    }

    /// <summary>What an element is one of.</summary>
    static ExpressionSyntax Whole(ExpressionSyntax element) =>
        ProofOperands.Bare(element) is ElementAccessExpressionSyntax { Expression: var whole } ? whole : element;

    static (ExpressionSyntax, ExpressionSyntax)? Operands(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0)
            return null;
        if (
            call.Expression is MemberAccessExpressionSyntax { Expression: var receiver }
            && (
                arguments.Count == 1
                || receiver is not (IdentifierNameSyntax or PredefinedTypeSyntax)
                    && arguments[1].Expression.ToString().Contains("Comparison")
            )
        )
            return (receiver, arguments[0].Expression);
        if (call is { Expression: MemberBindingExpressionSyntax, Parent: ConditionalAccessExpressionSyntax { Expression: var target } })
            return (target, arguments[0].Expression);
        if (
            arguments.Count >= 2
            && call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } instance
            && arguments[1].Expression.ToString().Contains("StringComparison")
        )
            return (instance.Expression, arguments[0].Expression);
        return arguments.Count >= 2 ? (arguments[0].Expression, arguments[1].Expression) : null;
    }

    /// <summary>The code of a method that another project declares, whose operands cannot be read.</summary>
    static string SourceOf(IMethodSymbol? method, CancellationToken cancellation) =>
        (method?.ReducedFrom ?? method)?.DeclaringSyntaxReferences is [var declaration, ..]
            ? declaration.GetSyntax(cancellation).ToString()
            : "";

    static bool Compares(string written) => written.Contains("Equals(") || written.Contains("==");

    static bool IsPlainComparison(string name, IMethodSymbol? method) =>
        method?.ContainingType is not { } owner
            ? name is "Equals" or "SequenceEqual"
            : name is "Equals" or "SequenceEqual" or "Compare" or "CompareOrdinal" or "CompareTo"
                && Call.FullName(owner)
                    is "System.String"
                        or "System.Object"
                        or "System.StringComparer"
                        or "System.MemoryExtensions"
                        or "System.Linq.Enumerable";

    /// <summary>Whether an operand is brought to one case before.</summary>
    static bool Folds(ExpressionSyntax operand) =>
        operand
            .DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => ProofOperands.NameOf(call) is "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant");
}
