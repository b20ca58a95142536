using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A way around the verification of a code verifier: a downgrade (RFC 9700 section 4.8.2).</summary>
/// <param name="Place">The condition, or the arm, that lets through.</param>
sealed record VerificationGap(SyntaxNode Place, GapKind Kind)
{
    /// <summary>The <c>true</c> by which an unknown method passes; null where it passes by anything else.</summary>
    public ExpressionSyntax? Passing =>
        Kind != GapKind.UnknownMethod
            ? null
            : Place switch
            {
                SwitchExpressionArmSyntax
                {
                    Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } passed
                } => passed,
                DefaultSwitchLabelSyntax
                {
                    Parent: SwitchSectionSyntax
                    {
                        Statements: [
                            ReturnStatementSyntax
                            {
                                Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } passed
                            },
                        ]
                    }
                } => passed,
                _ => null,
            };

    /// <summary>The ways around one verification.</summary>
    public static IEnumerable<VerificationGap> Around(ExpressionSyntax verification, SyntaxNode member, ProofOperands operands)
    {
        var fails = FailsBy(verification);
        var negated = IsNegated(verification, out var whole);
        for (
            SyntaxNode node = whole;
            node != member && node.Parent is { } parent && node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
            node = parent
        )
        {
            switch (parent)
            {
                // if (present(challenge) && !Verify(…)) refuse; return absent(challenge) || Verify(…);
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when both.Right == node && negated:
                    foreach (var gap in Guards(both.Left, holds: true, SyntaxKind.LogicalAndExpression))
                        yield return gap;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either when either.Right == node && !negated:
                    foreach (var gap in Guards(either.Left, holds: false, SyntaxKind.LogicalOrExpression))
                        yield return gap;
                    break;
                case IfStatementSyntax branch
                    when branch.Statement == node && LetsThroughAfter(LastOfChain(branch), fails) && !IsAnswered(branch):
                    foreach (var gap in Guards(branch.Condition, holds: true, SyntaxKind.LogicalAndExpression))
                        yield return gap;
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax choice }
                    when operands.RoleOf(choice.Expression) == ProofRole.Method && UnknownCase(choice, fails) is { } place:
                    yield return new(place, GapKind.UnknownMethod);
                    break;
                case SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice }
                    when operands.RoleOf(choice.GoverningExpression) == ProofRole.Method
                        && choice.Arms.FirstOrDefault(arm =>
                            arm is { Pattern: DiscardPatternSyntax, Expression: var result } && IsSuccess(result)
                        )
                            is { } open:
                    yield return new(open, GapKind.UnknownMethod);
                    break;
                case BlockSyntax block when node is StatementSyntax statement:
                    foreach (
                        var gap in block
                            .Statements.TakeWhile(earlier => earlier != statement)
                            .OfType<IfStatementSyntax>()
                            .SelectMany(EarlyPass)
                    )
                        yield return gap;
                    break;
            }
        }

        // What has to hold, or not to hold, for the verification to be reached.
        IEnumerable<VerificationGap> Guards(ExpressionSyntax condition, bool holds, SyntaxKind join) =>
            Parts(condition, join)
                .Select(part => (Part: part, Kind: KindOf(part, holds)))
                .Where(guard => guard.Kind is not null && !IsSettled(guard.Kind.Value, guard.Part))
                .Select(guard => new VerificationGap(guard.Part, guard.Kind!.Value));

        // if (absent(verifier)) return true;
        IEnumerable<VerificationGap> EarlyPass(IfStatementSyntax branch)
        {
            if (branch.Else is not null || !Passes(branch.Statement))
                return [];
            var kinds = Parts(branch.Condition, SyntaxKind.LogicalAndExpression).Select(part => KindOf(part, holds: false)).ToList();
            // Neither challenge nor verifier: an exchange without PKCE, but no downgrade.
            if (kinds.Contains(GapKind.NoChallenge) && kinds.Contains(GapKind.NoVerifier))
                return [];
            return kinds.Count == 1 ? Guards(branch.Condition, holds: false, SyntaxKind.LogicalOrExpression)
                : kinds.TrueForAll(kind => kind is not null) && !IsSettled(kinds[0]!.Value, branch.Condition)
                    ? [new(branch.Condition, kinds[0]!.Value)]
                : [];
        }

        bool Passes(StatementSyntax statement) =>
            Only(statement) is ReturnStatementSyntax { Expression: var result }
            && (result is null ? fails == Failure.Throws : IsSuccess(result));

        GapKind? KindOf(ExpressionSyntax part, bool holds)
        {
            if (PresenceTest.Of(part) is { } test && test.IsAbsent != holds)
            {
                switch (operands.RoleOf(test.Subject))
                {
                    case ProofRole.Challenge:
                        return GapKind.NoChallenge;
                    case ProofRole.Verifier:
                        return GapKind.NoVerifier;
                    case ProofRole.Method:
                        return GapKind.UnknownMethod;
                }
            }
            var (flag, truth) = Flag(part);
            if (flag is not null && Identifier.IsRequirement(flag))
                return truth == holds ? GapKind.NotRequired : null;
            if (flag is not null && Identifier.Words(flag) is var words && words.Any(word => word is "public" or "confidential"))
                return words.Contains("public") == (truth == holds) ? GapKind.Confidential : null;
            return holds && part.Parent is IfStatementSyntax && ComparesMethod(part) ? GapKind.UnknownMethod : null;
        }

        bool ComparesMethod(ExpressionSyntax part) =>
            part.DescendantNodesAndSelf()
                .OfType<ExpressionSyntax>()
                .Any(inner =>
                    inner.Parent
                        is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression }
                            or ArgumentSyntax
                            or MemberAccessExpressionSyntax
                    && operands.RoleOf(inner) == ProofRole.Method
                ) && part is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } or InvocationExpressionSyntax;

        // The member refuses the case elsewhere.
        bool IsSettled(GapKind kind, SyntaxNode place) =>
            member
                .DescendantNodes()
                .OfType<IfStatementSyntax>()
                .Where(branch => !branch.Condition.Span.Contains(place.Span) && Exits(branch.Statement) && !Passes(branch.Statement))
                .Any(branch =>
                    kind switch
                    {
                        GapKind.NoChallenge => !branch.Statement.Span.Contains(place.Span)
                            && !branch.Span.Contains(place.Span)
                            && Tests(branch.Condition, ProofRole.Challenge, absent: true)
                            && !IsInside(branch, place)
                            || !IsInside(branch, place) && Tests(branch.Condition, ProofRole.Verifier, absent: false),
                        GapKind.NoVerifier => !IsInside(branch, place)
                            && branch.SpanStart < place.SpanStart
                            && Tests(branch.Condition, ProofRole.Verifier, absent: true),
                        GapKind.UnknownMethod => branch.SpanStart < place.SpanStart
                            && branch
                                .Condition.DescendantNodesAndSelf()
                                .OfType<ExpressionSyntax>()
                                .Any(part => operands.RoleOf(part) == ProofRole.Method),
                        _ => false,
                    }
                );

        bool IsInside(IfStatementSyntax branch, SyntaxNode place) =>
            place.FirstAncestorOrSelf<IfStatementSyntax>() is { } guard && guard != branch && guard.Statement.Span.Contains(branch.Span);

        bool Tests(ExpressionSyntax condition, ProofRole role, bool absent) =>
            PresenceTest.In(condition).Any(test => test.IsAbsent == absent && operands.RoleOf(test.Subject) == role);

        // The other branch refuses, or looks at what was sent.
        bool IsAnswered(IfStatementSyntax branch) =>
            LastOfChain(branch).Else is { Statement: var other }
            && (
                Exits(other) && !Passes(other)
                || other
                    .DescendantNodes()
                    .OfType<ExpressionSyntax>()
                    .Any(part => operands.RoleOf(part) is ProofRole.Verifier or ProofRole.Challenge)
            );
    }

    enum Failure
    {
        /// <summary>The outcome is the member's result.</summary>
        Returned,

        /// <summary>A mismatch leaves the member; whatever does not leave it, passes.</summary>
        Exits,

        /// <summary>Likewise, by an exception.</summary>
        Throws,

        Unknown,
    }

    static Failure FailsBy(ExpressionSyntax verification)
    {
        foreach (var ancestor in verification.Ancestors())
        {
            switch (ancestor)
            {
                case IfStatementSyntax branch when branch.Condition.Span.Contains(verification.Span):
                    return branch.Statement.DescendantNodesAndSelf().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
                            ? Failure.Throws
                        : Exits(branch.Statement) ? Failure.Exits
                        : Failure.Unknown;
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return Failure.Returned;
                case VariableDeclaratorSyntax variable:
                    return FailsBy(variable, variable.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } assignment:
                    return FailsBy(assignment, variable.Identifier.ValueText);
                case StatementSyntax:
                    return verification is InvocationExpressionSyntax && ancestor is ExpressionStatementSyntax
                        ? Failure.Throws
                        : Failure.Unknown;
            }
        }
        return Failure.Unknown;
    }

    /// <summary>var valid = Verify(…); if (!valid) return error;</summary>
    static Failure FailsBy(SyntaxNode assignment, string outcome)
    {
        var block = assignment.FirstAncestorOrSelf<BlockSyntax>();
        return
            block
                ?.Statements.OfType<IfStatementSyntax>()
                .Any(branch =>
                    branch.SpanStart > assignment.SpanStart
                    && Exits(branch.Statement)
                    && branch.Condition is PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax tested }
                    && tested.Identifier.ValueText == outcome
                ) == true
            ? Failure.Exits
            : Failure.Unknown;
    }

    /// <summary>Whether what comes after a statement lets the request through.</summary>
    static bool LetsThroughAfter(StatementSyntax statement, Failure fails)
    {
        if (fails == Failure.Unknown)
            return false;
        if (statement.Parent is ElseClauseSyntax { Parent: IfStatementSyntax outer })
            return LetsThroughAfter(outer, fails);
        if (statement.Parent is not BlockSyntax block)
            return false;
        var next = block.Statements.SkipWhile(other => other != statement).Skip(1).FirstOrDefault();
        return next switch
        {
            null => block.Parent is StatementSyntax parent ? LetsThroughAfter(parent, fails) : fails != Failure.Returned,
            ReturnStatementSyntax { Expression: { } result } => IsSuccess(result) || fails != Failure.Returned && !IsFailure(result),
            ThrowStatementSyntax => false,
            _ => fails != Failure.Returned,
        };
    }

    /// <summary>Where a switch lets methods through that it does not name; null where it does not.</summary>
    static SyntaxNode? UnknownCase(SwitchStatementSyntax choice, Failure fails)
    {
        var open = choice.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        if (open is null)
            return LetsThroughAfter(choice, fails) ? choice.Expression : null;
        return open.Statements.FirstOrDefault() switch
        {
            ReturnStatementSyntax { Expression: { } result } when IsSuccess(result) => open.Labels[0],
            BreakStatementSyntax when LetsThroughAfter(choice, fails) => open.Labels[0],
            _ => null,
        };
    }

    static IfStatementSyntax LastOfChain(IfStatementSyntax branch)
    {
        while (branch.Else is { Statement: IfStatementSyntax next })
            branch = next;
        return branch;
    }

    static StatementSyntax? Only(StatementSyntax statement) =>
        statement is not BlockSyntax block ? statement
        : block.Statements.LastOrDefault() is { } last
        && block.Statements.Take(block.Statements.Count - 1).All(other => other is ExpressionStatementSyntax)
            ? last
        : null;

    public static bool Exits(StatementSyntax statement) =>
        (statement as BlockSyntax)?.Statements.LastOrDefault() is { } last
            ? Exits(last)
            : statement is ReturnStatementSyntax or ThrowStatementSyntax;

    /// <summary>Whether a branch leaves the member without success.</summary>
    public static bool Refuses(StatementSyntax branch) =>
        (branch as BlockSyntax)?.Statements.LastOrDefault() is { } last
            ? Refuses(last)
            : branch is ThrowStatementSyntax || branch is ReturnStatementSyntax { Expression: { } result } && !IsSuccess(result);

    public static bool IsSuccess(ExpressionSyntax result) =>
        ProofOperands.Bare(result) switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }] } call
                when ProofOperands.NameOf(call) == "FromResult" => IsSuccess(inner),
            InvocationExpressionSyntax call => ProofOperands.NameOf(call) is "Success" or "Succeeded" or "Succeed" or "Valid",
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Success" or "CompletedTask" or "Valid" } => true,
            _ => false,
        };

    static bool IsFailure(ExpressionSyntax result) =>
        ProofOperands.Bare(result) switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.FalseLiteralExpression),
            var other => other.ToString() is var text
                && (
                    text.Contains("Error")
                    || text.Contains("Invalid")
                    || text.Contains("Fail")
                    || text.Contains("BadRequest")
                    || text.Contains("Unauthorized")
                    || text.Contains("false")
                ),
        };

    static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax condition, SyntaxKind join) =>
        condition switch
        {
            ParenthesizedExpressionSyntax inner => Parts(inner.Expression, join),
            BinaryExpressionSyntax binary when binary.IsKind(join) => Parts(binary.Left, join).Concat(Parts(binary.Right, join)),
            _ => [condition],
        };

    /// <summary>The name of a switch that a condition is, and the value that it asks for.</summary>
    static (string? Name, bool Truth) Flag(ExpressionSyntax condition) =>
        ProofOperands.Bare(condition) switch
        {
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand }
                when Flag(operand) is var (name, truth) => (name, !truth),
            IdentifierNameSyntax identifier => (identifier.Identifier.ValueText, true),
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, true),
            // client.Type == ClientTypes.Public, client.RequirePkce == true
            BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression,
                Left: var left,
                Right: var right
            } comparison => right switch
            {
                LiteralExpressionSyntax literal when literal.Token.Value is bool wanted && Flag(left).Name is { } name => (
                    name,
                    wanted == comparison.IsKind(SyntaxKind.EqualsExpression)
                ),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: ("Public" or "Confidential") and var type } => (
                    type,
                    comparison.IsKind(SyntaxKind.EqualsExpression)
                ),
                _ => (null, true),
            },
            InvocationExpressionSyntax call => (ProofOperands.NameOf(call), true),
            _ => (null, true),
        };

    static bool IsNegated(ExpressionSyntax verification, out ExpressionSyntax whole)
    {
        whole = verification;
        var negated = verification.IsKind(SyntaxKind.NotEqualsExpression);
        while (
            whole.Parent
                is ParenthesizedExpressionSyntax
                    or AwaitExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
        )
        {
            negated ^= whole.Parent is PrefixUnaryExpressionSyntax;
            whole = (ExpressionSyntax)whole.Parent;
        }
        if (
            whole.Parent is BinaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.EqualsExpression,
                Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }
            } comparison
        )
        {
            negated ^= true;
            whole = comparison;
        }
        return negated;
    }
}
