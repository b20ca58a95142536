using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Code that takes PKCE out of ASP.NET Core's and Katana's handlers: overrides that do not go on to the handler's own method,
/// and events that raise the response type after PKCE was decided on, or take the challenge out again.</summary>
sealed class HandlerTraps(TypeMatcher matcher, RegistrationFinder finder, CancellationToken cancellation)
{
    /// <summary>ASP.NET Core's handler, and its methods that make the two requests.</summary>
    public const string HandlerType = Space + ".OAuthHandler",
        BuildChallengeUrl = "BuildChallengeUrl",
        ExchangeCodeAsync = "ExchangeCodeAsync";

    const string Space = "Microsoft.AspNetCore.Authentication.OAuth";
    static readonly ConfiguredType Handler = new("ASP.NET Core OAuth handler", [HandlerType], []);
    static readonly ConfiguredType Message = new(
        "OpenID Connect handler",
        ["Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectMessage"],
        []
    );

    static readonly Setting Challenge = new(BuildChallengeUrl, SettingEffect.Ineffective, ValueCondition.Written);
    static readonly Setting Verifier = new(ExchangeCodeAsync, SettingEffect.Ineffective, ValueCondition.Written);
    static readonly Setting Event = new("ResponseType", SettingEffect.Ineffective, ValueCondition.Written);
    static readonly Setting Removal = new("Parameters", SettingEffect.Ineffective, ValueCondition.Written);
    static readonly Setting WrongMessage = new("TokenEndpointRequest", SettingEffect.Ineffective, ValueCondition.Written);

    static readonly string[] CodeEvents = ["OnAuthorizationCodeReceived", "AuthorizationCodeReceived"];

    static readonly TriggerWords Proof = new(["code_challenge", "codechallenge", "code_verifier", "codeverifier"]);

    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree)
    {
        var names = matcher.Cache.NamesIn(tree, cancellation);
        return names["OAuthHandler"]
            .SelectMany(Overrides)
            .Concat(
                names["ProtocolMessage"]
                    .SelectMany(MessageUses)
                    .Select(use => Raised(use) ?? Removed(use) ?? Misplaced(use))
                    .OfType<SettingFinding>()
            );
    }

    /// <summary>What is done with the message that <c>context.ProtocolMessage</c> is.</summary>
    IEnumerable<MessageUse> MessageUses(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax message && message.Name == name
            ? ObjectUse.AllFrom(message, matcher.Cache, cancellation).Select(use => new MessageUse(message, use.Expression, use.Path))
            : [];

    IEnumerable<SettingFinding> Overrides(SimpleNameSyntax name)
    {
        if (
            name.FirstAncestorOrSelf<BaseTypeSyntax>() is not { Parent.Parent: ClassDeclarationSyntax derived } listed
            || listed.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last(part => part.Parent is not TypeArgumentListSyntax)
                != name
        )
            yield break;
        var symbol = matcher.Cache.ModelOf(name.SyntaxTree).GetSymbolInfo(listed.Type, cancellation).Symbol as INamedTypeSymbol;
        if (
            symbol is null or IErrorTypeSymbol
                ? !matcher.Project.MatchesUnresolved || !matcher.IsInScope(Space, name)
                : Call.FullName(symbol) != HandlerType
        )
            yield break;
        foreach (
            var method in derived
                .Members.OfType<MethodDeclarationSyntax>()
                .Where(method => method.Modifiers.Any(SyntaxKind.OverrideKeyword))
        )
        {
            var row =
                method.Identifier.ValueText == Challenge.Member ? Challenge
                : method.Identifier.ValueText == Verifier.Member ? Verifier
                : null;
            var trap = row == Challenge ? SettingTrap.OverrideWithoutChallenge : SettingTrap.OverrideWithoutVerifier;
            if (row is not null && !GoesOn(method) && !CodeWords.AreIn(Proof, derived, matcher.Cache, cancellation))
                yield return SettingFinding.At(method, new TypeMatch(Handler, symbol is IErrorTypeSymbol ? null : symbol), row, trap);
        }
    }

    /// <summary>Whether an override calls the method that it overrides.</summary>
    public static bool GoesOn(MethodDeclarationSyntax method) =>
        method.Body is null && method.ExpressionBody is null
        || method
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access => access.Expression is BaseExpressionSyntax && access.Name.Identifier.ValueText == method.Identifier.ValueText);

    /// <summary>context.ProtocolMessage.ResponseType = "code".</summary>
    SettingFinding? Raised(MessageUse use)
    {
        if (
            use is not { Path: "ResponseType", Expression: { Parent: AssignmentExpressionSyntax assignment } target }
            || assignment.Left != target
            || _values.ConstantOf(assignment.Right) is not { } value
            || (ResponseTypeGrants.Of(value) & (Grants.Code | Grants.Hybrid)) == 0
        )
        {
            return null;
        }
        // What puts the challenge in by hand may say what it likes.
        var tree = assignment.SyntaxTree;
        if (!IsMessage(use.Message, out var type) || CodeWords.AreIn(Proof, tree.GetRoot(cancellation), matcher.Cache, cancellation))
            return null;
        var options = finder
            .In(tree)
            .LastOrDefault(registration =>
                registration.InsertionPlace?.Span.Contains(assignment.Span) == true && registration.Type.Grant?.Name == Event.Member
            );
        // With the response type code the challenge is there already; an event in a class of its own does not tell.
        return options?.LastWrites(Event.Member).Any(write => write.Values.All(declared => declared == WireNames.Code)) == true
            ? null
            : SettingFinding.At(assignment, new TypeMatch(Message, type), Event, SettingTrap.LateResponseType, isAdvice: options is null);
    }

    /// <summary>context.ProtocolMessage.Parameters.Remove("code_challenge"), SetParameter("code_challenge", null).</summary>
    SettingFinding? Removed(MessageUse use)
    {
        var removal = use switch
        {
            { Path: "Parameters.Remove", Call: { ArgumentList.Arguments: [{ Expression: var key }, ..] } call } when IsChallenge(key) =>
                call,
            _ when WriteOf(use) is var (write, key, value) && value.IsKind(SyntaxKind.NullLiteralExpression) && IsChallenge(key) => write,
            _ => null,
        };
        return removal is not null && IsMessage(use.Message, out var type)
            ? SettingFinding.At(removal, new TypeMatch(Message, type), Removal, SettingTrap.ChallengeRemoved)
            : null;
    }

    bool IsChallenge(ExpressionSyntax key) => _values.ConstantOf(key) == WireNames.CodeChallenge;

    /// <summary>Once the code is there, ProtocolMessage is the response: context.ProtocolMessage.SetParameter("code_verifier",
    /// verifier).</summary>
    SettingFinding? Misplaced(MessageUse use)
    {
        if (!IsInCodeEvent(use.Message) || WriteOf(use) is not var (write, key, _) || _values.ConstantOf(key) != WireNames.CodeVerifier)
            return null;
        return IsMessage(use.Message, out var type)
            ? SettingFinding.At(write, new TypeMatch(Message, type), WrongMessage, SettingTrap.VerifierInResponse)
            : null;
    }

    static bool IsInCodeEvent(SyntaxNode node) =>
        node.Ancestors()
            .Any(outer =>
                outer switch
                {
                    AssignmentExpressionSyntax { Left: var target } => CodeEvents.Contains(
                        (target as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? target.ToString()
                    ),
                    MethodDeclarationSyntax method => CodeEvents.Contains(method.Identifier.ValueText),
                    _ => false,
                }
            );

    /// <summary>SetParameter(key, …), Parameters.Add(key, …), Parameters[key] = …</summary>
    static (ExpressionSyntax Write, ExpressionSyntax Key, ExpressionSyntax Value)? WriteOf(MessageUse use) =>
        use switch
        {
            {
                Path: "SetParameter" or "Parameters.Add" or "Parameters.TryAdd",
                Call: { ArgumentList.Arguments: [{ Expression: var key }, { Expression: var value }] } call
            } => (call, key, value),
            {
                Path: "Parameters",
                Expression.Parent: ElementAccessExpressionSyntax
                {
                    ArgumentList.Arguments: [{ Expression: var key }],
                    Parent: AssignmentExpressionSyntax assignment
                } element
            } when assignment.Left == element => (assignment, key, assignment.Right),
            _ => null,
        };

    /// <summary>Whether an expression is a message of the handler, as far as its type is known.</summary>
    bool IsMessage(ExpressionSyntax expression, out INamedTypeSymbol? type)
    {
        type = matcher.Cache.TypeOf(expression, cancellation) as INamedTypeSymbol;
        if (type is not null and not IErrorTypeSymbol)
            return Message.Names.Contains(Call.FullName(type));
        type = null;
        return matcher.Project.MatchesUnresolved;
    }

    /// <summary>A use of a message, maybe by the name of a local.</summary>
    /// <param name="Message">Where the message comes from.</param>
    /// <param name="Path">What is used of it.</param>
    sealed record MessageUse(ExpressionSyntax Message, ExpressionSyntax Expression, string Path)
    {
        public InvocationExpressionSyntax? Call =>
            Expression.Parent is InvocationExpressionSyntax call && call.Expression == Expression ? call : null;
    }
}
