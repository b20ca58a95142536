using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Tells what the expressions of one member stand for: by the wire name or identifier that they are read from, and through
/// the member's own locals.</summary>
sealed class ProofOperands(SyntaxNode member, ConstantText constants)
{
    const int MostSteps = 6;

    /// <summary>Calls that give their operand back in another form.</summary>
    static readonly HashSet<string> Conversions =
    [
        "ToString",
        "Trim",
        "TrimEnd",
        "TrimStart",
        "ToLower",
        "ToLowerInvariant",
        "ToUpper",
        "ToUpperInvariant",
        "GetBytes",
        "ToArray",
        "AsSpan",
        "ToCharArray",
        "First",
        "FirstOrDefault",
        "Single",
        "SingleOrDefault",
        "Normalize",
        "GetValueOrDefault",
    ];

    readonly ILookup<string, ExpressionSyntax> _definitions = DefinitionsIn(member);

    public ProofRole RoleOf(ExpressionSyntax expression) => RoleOf(expression, 0);

    /// <summary>The expressions that hand on the verifier as it is, among those that an operand may be.</summary>
    public IEnumerable<ExpressionSyntax> Untransformed(ExpressionSyntax expression) => Untransformed(expression, 0).Distinct();

    IEnumerable<ExpressionSyntax> Untransformed(ExpressionSyntax expression, int step)
    {
        switch (Bare(expression))
        {
            case ConditionalExpressionSyntax conditional:
                return Untransformed(conditional.WhenTrue, step).Concat(Untransformed(conditional.WhenFalse, step));
            case SwitchExpressionSyntax choice:
                return choice.Arms.SelectMany(arm => Untransformed(arm.Expression, step));
            case InvocationExpressionSyntax call when Conversions.Contains(NameOf(call)):
                return (call.ArgumentList.Arguments is [{ Expression: var converted }] ? Untransformed(converted, step) : []).Concat(
                    call.Expression is MemberAccessExpressionSyntax access ? Untransformed(access.Expression, step) : []
                );
            case IdentifierNameSyntax { Identifier.ValueText: var name }
                when step < MostSteps && _definitions.Contains(name) && !Identifier.IsVerifier(name):
                return _definitions[name].SelectMany(definition => Untransformed(definition, step + 1));
            case var other:
                return RoleOf(other, step) == ProofRole.Verifier ? [expression] : [];
        }
    }

    ProofRole RoleOf(ExpressionSyntax expression, int step)
    {
        if (step > MostSteps)
            return ProofRole.None;
        switch (Bare(expression))
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                var defined = Gravest(_definitions[name].Select(definition => RoleOf(definition, step + 1)));
                // What the code computes says more than what it is called.
                return defined is ProofRole.Transformed or ProofRole.Verifier ? defined
                    : ByName(name) is not ProofRole.None and var named ? named
                    : defined;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access:
                return name is "Value" or "Length" or "Count" || ByName(name) == ProofRole.None && name is "Hash"
                    ? RoleOf(access.Expression, step + 1)
                    : ByName(name);
            case MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name }:
                return ByName(name);
            case ConditionalAccessExpressionSyntax conditional:
                return RoleOf(conditional.WhenNotNull, step + 1) is not ProofRole.None and var inner
                    ? inner
                    : RoleOf(conditional.Expression, step + 1);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] }:
                return ByKey(key);
            case ConditionalExpressionSyntax choice:
                return Gravest([RoleOf(choice.WhenTrue, step + 1), RoleOf(choice.WhenFalse, step + 1)]);
            case SwitchExpressionSyntax choice:
                return Gravest(choice.Arms.Select(arm => RoleOf(arm.Expression, step + 1)));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Gravest([RoleOf(coalesce.Left, step + 1), RoleOf(coalesce.Right, step + 1)]);
            case InvocationExpressionSyntax invocation:
                return RoleOf(invocation, step);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                return Gravest(arguments.Select(argument => RoleOf(argument.Expression, step + 1)));
            default:
                return ProofRole.None;
        }
    }

    ProofRole RoleOf(InvocationExpressionSyntax invocation, int step)
    {
        var receiver = invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => invocation.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        var name = NameOf(invocation);
        var arguments = invocation.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        var roles = arguments.Concat(receiver is null ? [] : [receiver]).Select(part => RoleOf(part, step + 1)).ToList();
        var gravest = Gravest(roles);
        if (Conversions.Contains(name))
            return gravest;
        if (gravest is ProofRole.Verifier or ProofRole.Transformed)
            return ProofRole.Transformed;
        // GetProperty("code_challenge"), request.GetCodeChallenge()
        return arguments.Select(ByKey).FirstOrDefault(role => role != ProofRole.None) is not ProofRole.None and var read ? read
            : name.StartsWith("Get", StringComparison.Ordinal) && arguments.Count == 0 ? ByName(name)
            : ProofRole.None;
    }

    /// <summary>The text that an expression stands for, where it is always the same.</summary>
    public string? TextOf(ExpressionSyntax expression) => constants.Only(expression);

    ProofRole ByKey(ExpressionSyntax key) =>
        Bare(key) switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => ByWireName(text),
            AnonymousFunctionExpressionSyntax => ProofRole.None,
            // A constant's value says it, where it is at hand; its name otherwise.
            var named when TextOf(named) is { } text && ByWireName(text) is not ProofRole.None and var role => role,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => ByName(name),
            _ => ProofRole.None,
        };

    static ProofRole ByWireName(string name) =>
        WireNames.Unprefixed(name) switch
        {
            WireNames.CodeChallenge => ProofRole.Challenge,
            WireNames.CodeVerifier => ProofRole.Verifier,
            WireNames.CodeChallengeMethod => ProofRole.Method,
            _ => ProofRole.None,
        };

    static ProofRole ByName(string name) =>
        Identifier.IsVerifier(name) ? ProofRole.Verifier
        : Identifier.IsChallenge(name) ? ProofRole.Challenge
        : Identifier.IsChallengeMethod(name) ? ProofRole.Method
        : ProofRole.None;

    static ProofRole Gravest(IEnumerable<ProofRole> roles) => roles.DefaultIfEmpty(ProofRole.None).Max();

    public static string NameOf(InvocationExpressionSyntax invocation) =>
        invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

    /// <summary>An expression without what does not change its value.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Bare(
                suppressed.Operand
            ),
            CastExpressionSyntax cast => Bare(cast.Expression),
            AwaitExpressionSyntax awaited => Bare(awaited.Expression),
            _ => expression,
        };

    /// <summary>What a member assigns to its locals, by their names.</summary>
    public static ILookup<string, ExpressionSyntax> DefinitionsIn(SyntaxNode member) =>
        member
            .DescendantNodes()
            .Select<SyntaxNode, (string Name, ExpressionSyntax? Value)>(node =>
                node switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: var value } variable => (variable.Identifier.ValueText, value),
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } => (name.Identifier.ValueText, value),
                    // Form.TryGetValue("code_verifier", out var presented)
                    ArgumentSyntax
                    {
                        RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword,
                        Parent.Parent: InvocationExpressionSyntax call
                    } argument when Assigned(argument) is { } target => (target, call),
                    _ => ("", null),
                }
            )
            .Where(pair => pair.Value is not null)
            .ToLookup(pair => pair.Name, pair => pair.Value!);

    static string? Assigned(ArgumentSyntax argument) =>
        argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };
}
