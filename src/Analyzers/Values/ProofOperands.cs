using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Tells what the expressions of one member stand for: by the wire name or identifier that they are read from, and through
/// the member's own locals and the methods that it calls.</summary>
/// <param name="given">What the caller gives for the member's parameters; null where the member is looked at by itself.</param>
/// <param name="depth">Through how many calls the member was reached.</param>
sealed class ProofOperands(
    SyntaxNode member,
    CompilationCache cache,
    CancellationToken cancellation,
    ImmutableDictionary<string, ProofRole>? given = null,
    int depth = 0
)
{
    const int MostDepth = 3;

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
    readonly Evaluation _values = new(cache, cancellation);

    public SyntaxNode Member => member;

    /// <summary>What the locals stand for; null as long as it has not been asked for.</summary>
    Dictionary<string, ProofRole>? _locals;

    /// <summary>The expressions that hand on the verifier as it is, among those that an operand may be.</summary>
    public IEnumerable<ExpressionSyntax> Untransformed(ExpressionSyntax expression) => Untransformed(expression, []).Distinct();

    IEnumerable<ExpressionSyntax> Untransformed(ExpressionSyntax expression, HashSet<string> followed)
    {
        switch (Bare(expression))
        {
            case ConditionalExpressionSyntax conditional:
                return Untransformed(conditional.WhenTrue, followed).Concat(Untransformed(conditional.WhenFalse, followed));
            case SwitchExpressionSyntax choice:
                return choice.Arms.SelectMany(arm => Untransformed(arm.Expression, followed));
            case InvocationExpressionSyntax call when Conversions.Contains(NameOf(call)):
                return (call.ArgumentList.Arguments is [{ Expression: var converted }] ? Untransformed(converted, followed) : []).Concat(
                    call.Expression is MemberAccessExpressionSyntax access ? Untransformed(access.Expression, followed) : []
                );
            case InvocationExpressionSyntax call when Called(call) is { } called:
                return called.Returned().SelectMany(result => called.Untransformed(result, []));
            case IdentifierNameSyntax { Identifier.ValueText: var name } when _definitions.Contains(name) && !Identifier.IsVerifier(name):
                return followed.Add(name) ? _definitions[name].SelectMany(definition => Untransformed(definition, followed)) : [];
            case var other:
                return RoleOf(other) == ProofRole.Verifier ? [expression] : [];
        }
    }

    /// <summary>What a local stands for: what the code computes says more than what it is called.</summary>
    ProofRole RoleOf(string name) =>
        _locals?.TryGetValue(name, out var known) == true ? known
        : _locals is null && _definitions.Contains(name) ? Locals()[name]
        : Named(name);

    ProofRole Named(string name) => given?.TryGetValue(name, out var role) == true ? role : ByName(name);

    /// <summary>Locals may be defined by one another, and by themselves: gone through until nothing more is found.</summary>
    Dictionary<string, ProofRole> Locals()
    {
        _locals = _definitions.ToDictionary(local => local.Key, local => Named(local.Key));
        bool more;
        do
        {
            more = false;
            foreach (var local in _definitions)
            {
                var defined = Gravest(local.Select(RoleOf));
                if (defined <= _locals[local.Key] || defined < ProofRole.Verifier && _locals[local.Key] != ProofRole.None)
                    continue;
                _locals[local.Key] = defined;
                more = true;
            }
        } while (more);
        return _locals;
    }

    public ProofRole RoleOf(ExpressionSyntax expression)
    {
        switch (Bare(expression))
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return RoleOf(name);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access:
                return name is "Value" or "Length" or "Count" || ByName(name) == ProofRole.None && name is "Hash"
                    ? RoleOf(access.Expression)
                    : ByName(name);
            case MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name }:
                return ByName(name);
            case ConditionalAccessExpressionSyntax conditional:
                return RoleOf(conditional.WhenNotNull) is not ProofRole.None and var inner ? inner : RoleOf(conditional.Expression);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] }:
                return ByKey(key);
            case ConditionalExpressionSyntax choice:
                return Gravest([RoleOf(choice.WhenTrue), RoleOf(choice.WhenFalse)]);
            case SwitchExpressionSyntax choice:
                return Gravest(choice.Arms.Select(arm => RoleOf(arm.Expression)));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Gravest([RoleOf(coalesce.Left), RoleOf(coalesce.Right)]);
            case InvocationExpressionSyntax invocation:
                return RoleOf(invocation);
            case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }:
                return Gravest(arguments.Select(argument => RoleOf(argument.Expression)));
            default:
                return ProofRole.None;
        }
    }

    ProofRole RoleOf(InvocationExpressionSyntax invocation)
    {
        var receiver = invocation.Receiver();
        var name = NameOf(invocation);
        var arguments = invocation.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        var roles = arguments.Concat(receiver is null ? [] : [receiver]).Select(part => RoleOf(part)).ToList();
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
    public string? TextOf(ExpressionSyntax expression) => _values.ConstantOf(expression);

    /// <summary>The method of the program that a call hands a challenge, a verifier or what was made of it to; null for any
    /// other.</summary>
    public ProofOperands? Called(InvocationExpressionSyntax call)
    {
        if (
            depth >= MostDepth
            || cache.SymbolOf(call, cancellation) is not IMethodSymbol method
            || (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences is not [var reference]
            || !cache.Compilation.ContainsSyntaxTree(reference.SyntaxTree)
            || reference.GetSyntax(cancellation) is var declaration
                && (Declarations.BodyOf(declaration) is null || Declarations.IsTooDeep(declaration))
        )
            return null;
        var roles = ImmutableDictionary<string, ProofRole>.Empty;
        if (method.ReducedFrom is { Parameters: [var extended, ..] } && call.Expression is MemberAccessExpressionSyntax access)
            roles = roles.SetItem(extended.Name, RoleOf(access.Expression));
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.ArgumentList.Arguments[i];
            if ((argument.NameColon?.Name.Identifier.ValueText ?? method.Parameters.ElementAtOrDefault(i)?.Name) is { } name)
                roles = roles.SetItem(name, RoleOf(argument.Expression));
        }
        return roles.Values.Any(role => role is not (ProofRole.None or ProofRole.Method))
            ? new ProofOperands(declaration, cache, cancellation, roles, depth + 1)
            : null;
    }

    /// <summary>What the member returns.</summary>
    IEnumerable<ExpressionSyntax> Returned() =>
        Declarations.BodyOf(member) switch
        {
            ArrowExpressionClauseSyntax arrow => [arrow.Expression],
            { } body => body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>()
                .Select(result => result.Expression)
                .OfType<ExpressionSyntax>(),
            null => [],
        };

    ProofRole ByKey(ExpressionSyntax key) =>
        Bare(key) switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => ByWireName(text),
            AnonymousFunctionExpressionSyntax => ProofRole.None,
            // A constant's value says it, where it is at hand; its name otherwise.
            var named
                when cache.TypeOf(named, cancellation)?.SpecialType is SpecialType.System_String or null
                    && cache.SymbolOf(named, cancellation) is not IParameterSymbol
                    && TextOf(named) is { } text
                    && ByWireName(text) is not ProofRole.None and var role => role,
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

    public static string NameOf(InvocationExpressionSyntax invocation) => invocation.MethodName();

    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression.Bare();

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
