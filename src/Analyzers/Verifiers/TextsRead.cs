using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Verifiers;

/// <summary>The locals of a member out of which it reads a code verifier: the body of a request that it takes apart. Whoever sees
/// one as a whole sees the verifier.</summary>
static class TextsRead
{
    const int MostSteps = 5;

    static readonly HashSet<string> Lookups =
    [
        "Get",
        "GetValue",
        "GetValues",
        "GetValueOrDefault",
        "TryGetValue",
        "GetProperty",
        "TryGetProperty",
        "Value",
        "SelectToken",
    ];

    public static HashSet<string> In(SyntaxNode member)
    {
        var found = new HashSet<string>();
        var searched = member
            .DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Token.Value is WireNames.CodeVerifier)
            .Select(Searched)
            .OfType<ExpressionSyntax>()
            .ToList();
        if (searched.Count == 0)
            return found;
        var definitions = LocalDefinitions.In(member);
        var elements = member
            .DescendantNodes()
            .OfType<ForEachStatementSyntax>()
            .ToLookup(loop => loop.Identifier.ValueText, loop => loop.Expression);
        searched.ForEach(expression => Trace(expression, 0));
        // What is compared with the name holds a name.
        found.ExceptWith(
            searched
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Parent is not ElementAccessExpressionSyntax and not MemberAccessExpressionSyntax)
                .Select(name => name.Identifier.ValueText)
        );
        return found;

        void Trace(ExpressionSyntax expression, int step)
        {
            if (step > MostSteps)
                return;
            foreach (var name in Operands(expression))
            {
                if (found.Add(name))
                    definitions[name].Concat(elements[name]).ToList().ForEach(definition => Trace(definition, step + 1));
            }
        }
    }

    /// <summary>What a name is looked up in: <c>form["code_verifier"]</c>, <c>key == "code_verifier"</c>, <c>case
    /// "code_verifier":</c>.</summary>
    static ExpressionSyntax? Searched(LiteralExpressionSyntax name) =>
        name.Parent switch
        {
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => choice.Expression,
            ConstantPatternSyntax { Parent: SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } } =>
                choice.GoverningExpression,
            ConstantPatternSyntax { Parent: IsPatternExpressionSyntax test } => test.Expression,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison => comparison.Left == name
                ? comparison.Right
                : comparison.Left,
            ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax element } }
                when element.Parent is not AssignmentExpressionSyntax assignment || assignment.Right == element => element.Expression,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call }
                when Lookups.Contains(call.MethodName()) => access.Expression,
            _ => null,
        };

    /// <summary>The names that a value is computed from; not those of what does it.</summary>
    static IEnumerable<string> Operands(ExpressionSyntax expression) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Select(name => name.Identifier.ValueText);
}
