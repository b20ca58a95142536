using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A place where a server takes the plain transformation (RFC 7636 section 4.2).</summary>
sealed record PlainAcceptance(SyntaxNode Place, PlainForm Form)
{
    /// <summary>What a node of a server's code accepts; null for any other. What is compared is not looked at here.</summary>
    public static PlainAcceptance? Of(SyntaxNode node, ProofOperands operands)
    {
        return node switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment
                when IsMethod(assignment.Left) && IsPlain(assignment.Right) => new(assignment, PlainForm.Assumed),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                when IsMethod(assignment.Left) && IsPlain(assignment.Right) && AsksForMethod(assignment) => new(
                assignment,
                PlainForm.Assumed
            ),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
                when IsPlain(coalesce.Right) && (IsMethod(coalesce.Left) || IsMethodTarget(coalesce)) => new(coalesce, PlainForm.Assumed),
            ConditionalExpressionSyntax choice
                when (IsPlain(choice.WhenTrue) && IsMethod(choice.WhenFalse) || IsPlain(choice.WhenFalse) && IsMethod(choice.WhenTrue)) =>
                new(choice, PlainForm.Assumed),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression } both
                when NamesMethod(both.Left) is { } one
                    && NamesMethod(both.Right) is { } other
                    && (IsPlain(one) && IsS256(other) || IsS256(one) && IsPlain(other))
                    && both.IsKind(SyntaxKind.LogicalOrExpression) == Accepts(both.Left) => new(both, PlainForm.Listed),
            BinaryPatternSyntax
            {
                RawKind: (int)SyntaxKind.OrPattern,
                Left: ConstantPatternSyntax one,
                Right: ConstantPatternSyntax other
            } pattern
                when (IsPlain(one.Expression) && IsS256(other.Expression) || IsS256(one.Expression) && IsPlain(other.Expression))
                    && !IsArm(pattern) => new(pattern, PlainForm.Listed),
            SwitchSectionSyntax { Labels: { Count: > 1 } labels }
                when labels.OfType<CaseSwitchLabelSyntax>().ToList() is var cases
                    && cases.Any(label => IsPlain(label.Value))
                    && cases.Any(label => IsS256(label.Value)) => new(labels[0], PlainForm.Listed),
            InitializerExpressionSyntax list when Lists(list.Expressions) && MethodsTarget(list) is { } form => new(list, form),
            CollectionExpressionSyntax list
                when Lists(list.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression))
                    && MethodsTarget(list) is { } form => new(list, form),
            _ => null,
        };

        bool IsMethod(ExpressionSyntax expression) => operands.RoleOf(expression) == ProofRole.Method;

        bool IsPlain(ExpressionSyntax expression) => Means(expression, "plain");

        bool IsS256(ExpressionSyntax expression) => Means(expression, "S256");

        bool Means(ExpressionSyntax expression, string method) => PlainAcceptance.Means(expression, method, operands);

        // if (string.IsNullOrEmpty(method)) method = "plain";
        bool AsksForMethod(SyntaxNode assignment) =>
            assignment
                .FirstAncestorOrSelf<StatementSyntax>()
                ?.Ancestors()
                .TakeWhile(outer => outer is BlockSyntax or IfStatementSyntax or ElseClauseSyntax)
                .OfType<IfStatementSyntax>()
                .FirstOrDefault()
                is { Condition: var condition }
            && condition
                .DescendantNodesAndSelf()
                .OfType<ExpressionSyntax>()
                .Any(part =>
                    PresenceTest.Of(part) is { IsAbsent: true, Subject: var subject } && IsMethod(subject)
                    || part is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
                        && ProofOperands.NameOf((InvocationExpressionSyntax)part).StartsWith("TryGet", StringComparison.Ordinal)
                        && operands.RoleOf(part) == ProofRole.Method
                );

        bool IsMethodTarget(ExpressionSyntax value) =>
            value.Parent switch
            {
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => Identifier.IsChallengeMethod(
                    variable.Identifier.ValueText
                ),
                AssignmentExpressionSyntax assignment when assignment.Right == value => IsMethod(assignment.Left),
                ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } => Identifier.IsChallengeMethod(name),
                _ => false,
            };

        // method == "plain", method.Equals("plain"), string.Equals(method, "plain", …): what the method is held against.
        ExpressionSyntax? NamesMethod(ExpressionSyntax comparison)
        {
            var parts = Compared(ProofOperands.Bare(comparison));
            return
                parts.FirstOrDefault(part => IsPlain(part) || IsS256(part)) is { } named
                && parts.Any(part => part != named && (IsMethod(part) || part is IdentifierNameSyntax or MemberAccessExpressionSyntax))
                ? named
                : null;
        }

        static bool Accepts(ExpressionSyntax comparison) =>
            ProofOperands.Bare(comparison)
                is not (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or PrefixUnaryExpressionSyntax);

        // "plain" or "S256" => Verify(…): what the arm does is looked at where it compares.
        static bool IsArm(SyntaxNode pattern) => pattern.Parent is SwitchExpressionArmSyntax;

        bool Lists(IEnumerable<ExpressionSyntax> items) =>
            items.ToList() is var all && all.Count <= 4 && all.Any(IsPlain) && all.Any(IsS256);

        PlainForm? MethodsTarget(SyntaxNode list)
        {
            foreach (
                var outer in list.Ancestors()
                    .TakeWhile(outer =>
                        outer is not (StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax)
                        || outer
                            is LocalDeclarationStatementSyntax
                                or BaseFieldDeclarationSyntax
                                or PropertyDeclarationSyntax
                                or ExpressionStatementSyntax
                    )
            )
            {
                var name = outer switch
                {
                    VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText,
                    AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax left } => left.Name.Identifier.ValueText,
                    AssignmentExpressionSyntax
                    {
                        Left: ImplicitElementAccessSyntax
                        {
                            ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }]
                        }
                    } => key,
                    AssignmentExpressionSyntax
                    {
                        Left: ElementAccessExpressionSyntax
                        {
                            ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }]
                        }
                    } => key,
                    AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var member } => member,
                    InvocationExpressionSyntax call
                        when ProofOperands.NameOf(call) == "Contains"
                            && call.ArgumentList.Arguments.Any(argument => IsMethod(argument.Expression)) => "code_challenge_methods",
                    _ => null,
                };
                if (name is not null)
                    return !Identifier.IsChallengeMethods(name) ? null
                        : Identifier.Words(name).Contains("supported") && outer is not InvocationExpressionSyntax ? PlainForm.Advertised
                        : PlainForm.Listed;
            }
            return null;
        }
    }

    /// <summary>Whether a member turns requests away whose method is <c>plain</c>, or anything but S256.</summary>
    public static bool IsRefused(SyntaxNode member, ProofOperands operands)
    {
        return member
            .DescendantNodes()
            .OfType<IfStatementSyntax>()
            .Any(branch =>
                VerificationGap.Refuses(branch.Statement) && !Verifies(branch.Statement) && Alternatives(branch.Condition).Any(AsksForOther)
            );

        // if (method == "plain") return verifier == challenge;
        bool Verifies(StatementSyntax statement) =>
            statement
                .DescendantNodes()
                .OfType<ExpressionSyntax>()
                .Any(part => operands.RoleOf(part) is ProofRole.Verifier or ProofRole.Transformed);

        bool AsksForOther(ExpressionSyntax condition)
        {
            var isNegated =
                condition
                is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression }
                    or PrefixUnaryExpressionSyntax
                    or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax };
            var parts = Compared(condition);
            return parts.Any(part => operands.RoleOf(part) == ProofRole.Method)
                && parts.Any(part => Means(part, isNegated ? "S256" : "plain", operands));
        }
    }

    static IEnumerable<ExpressionSyntax> Alternatives(ExpressionSyntax condition) =>
        ProofOperands.Bare(condition) switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either =>
            [
                .. Alternatives(either.Left),
                .. Alternatives(either.Right),
            ],
            var other => [other],
        };

    /// <summary>What a comparison holds against each other.</summary>
    static List<ExpressionSyntax> Compared(ExpressionSyntax comparison) =>
        comparison switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary =>
            [
                binary.Left,
                binary.Right,
            ],
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner } => Compared(
                ProofOperands.Bare(inner)
            ),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: var wanted } } test => [test.Expression, wanted],
            IsPatternExpressionSyntax
            {
                Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var unwanted } }
            } test => [test.Expression, unwanted],
            InvocationExpressionSyntax call when ProofOperands.NameOf(call).StartsWith("Equals", StringComparison.Ordinal) =>
            [
                .. call.ArgumentList.Arguments.Select(argument => argument.Expression),
                .. call.Expression is MemberAccessExpressionSyntax access ? [access.Expression] : Array.Empty<ExpressionSyntax>(),
            ],
            _ => [],
        };

    static bool Means(ExpressionSyntax expression, string method, ProofOperands operands) =>
        ProofOperands.Bare(expression) switch
        {
            LiteralExpressionSyntax { Token.Value: var literal } => string.Equals(
                literal as string,
                method,
                StringComparison.OrdinalIgnoreCase
            ),
            var bare
            and (
                SimpleNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or BinaryExpressionSyntax
                or InterpolatedStringExpressionSyntax
            ) when operands.TextOf(bare) is { } text && string.Equals(text, method, StringComparison.OrdinalIgnoreCase) => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access => NamesConstant(name, method)
                && access.Expression is not InvocationExpressionSyntax,
            IdentifierNameSyntax { Identifier.ValueText: var name } => NamesConstant(name, method) && Identifier.Words(name).Count() > 1,
            _ => false,
        };

    static bool NamesConstant(string name, string method) =>
        Identifier.Words(name).LastOrDefault() == method.ToLowerInvariant()
        || method == "S256"
            && (name.EndsWith("S256", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Sha256", StringComparison.OrdinalIgnoreCase));
}
