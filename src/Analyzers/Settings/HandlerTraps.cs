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

    static readonly Setting Challenge = new(BuildChallengeUrl, SettingEffect.Ineffective, ValueCondition.Written)
    {
        Message = "an override of BuildChallengeUrl that adds no code_challenge",
        Advice = "begin with the URL of base.BuildChallengeUrl, which adds code_challenge",
    };

    static readonly Setting Verifier = new(ExchangeCodeAsync, SettingEffect.Ineffective, ValueCondition.Written)
    {
        Message = "an override of ExchangeCodeAsync that sends no code_verifier",
        Advice =
            "call base.ExchangeCodeAsync, or send the code_verifier that context.Properties holds under OAuthConstants.CodeVerifierKey",
    };

    static readonly Setting Event = new("ResponseType", SettingEffect.Ineffective, ValueCondition.Written)
    {
        Message = "a response type that is set in an event, after PKCE was decided on",
        Advice = "write ResponseType = \"code\" in the options",
    };

    static readonly Setting Removal = new("Parameters", SettingEffect.Ineffective, ValueCondition.Written)
    {
        Message = "an event that takes code_challenge out of the request",
        Advice = "leave code_challenge in",
    };

    static readonly Setting WrongMessage = new("TokenEndpointRequest", SettingEffect.Ineffective, ValueCondition.Written)
    {
        Message = "a code_verifier that is put into ProtocolMessage, the response that brought the code",
        Advice = "put it into context.TokenEndpointRequest, or have the handler do PKCE (UsePkce = true)",
    };

    static readonly string[] CodeEvents = ["OnAuthorizationCodeReceived", "AuthorizationCodeReceived"];

    static readonly TriggerWords Proof = new(["code_challenge", "codechallenge", "code_verifier", "codeverifier"]);

    readonly ConstantText _constants = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree)
    {
        var names = matcher.Cache.NamesIn(tree, cancellation);
        return names["OAuthHandler"]
            .SelectMany(Overrides)
            .Concat(names["ProtocolMessage"].Select(name => Raised(name) ?? Removed(name) ?? Misplaced(name)).OfType<SettingFinding>());
    }

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
            if (row is not null && !GoesOn(method) && !CodeWords.AreIn(Proof, derived, matcher.Cache, cancellation))
                yield return SettingFinding.At(method, new TypeMatch(Handler, symbol is IErrorTypeSymbol ? null : symbol), row);
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
    SettingFinding? Raised(SimpleNameSyntax name)
    {
        if (
            name.Parent
                is not MemberAccessExpressionSyntax
                {
                    Parent: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "ResponseType",
                        Parent: AssignmentExpressionSyntax assignment
                    } target
                } access
            || assignment.Left != target
            || access.Name != name
            || _constants.Only(assignment.Right) is not { } value
            || (ResponseTypeGrants.Of(value) & (Grants.Code | Grants.Hybrid)) == 0
        )
        {
            return null;
        }
        // What puts the challenge in by hand may say what it likes.
        if (!IsMessage(access, out var type) || CodeWords.AreIn(Proof, name.SyntaxTree.GetRoot(cancellation), matcher.Cache, cancellation))
            return null;
        var options = finder
            .In(name.SyntaxTree)
            .LastOrDefault(registration =>
                registration.InsertionPlace?.Span.Contains(assignment.Span) == true && registration.Type.Grant?.Name == Event.Member
            );
        // With the response type code the challenge is there already; an event in a class of its own does not tell.
        return options?.LastWrites(Event.Member).Any(write => write.Values.All(declared => declared == WireNames.Code)) == true
            ? null
            : SettingFinding.At(assignment, new TypeMatch(Message, type), Event, isAdvice: options is null);
    }

    /// <summary>context.ProtocolMessage.Parameters.Remove("code_challenge").</summary>
    SettingFinding? Removed(SimpleNameSyntax name)
    {
        if (
            name.Parent
                is not MemberAccessExpressionSyntax
                {
                    Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parameters" } parameters
                } access
            || access.Name != name
            || parameters.Parent
                is not MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Remove",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] } removal
                }
            || _constants.Only(key) != WireNames.CodeChallenge
        )
        {
            return null;
        }
        return IsMessage(access, out var type) ? SettingFinding.At(removal, new TypeMatch(Message, type), Removal) : null;
    }

    /// <summary>Once the code is there, ProtocolMessage is the response: context.ProtocolMessage.SetParameter("code_verifier",
    /// verifier).</summary>
    SettingFinding? Misplaced(SimpleNameSyntax name)
    {
        if (
            name.Parent is not MemberAccessExpressionSyntax message
            || message.Name != name
            || !IsInCodeEvent(name)
            || WriteOf(message) is not var (write, key)
            || _constants.Only(key) != WireNames.CodeVerifier
        )
            return null;
        return IsMessage(message, out var type) ? SettingFinding.At(write, new TypeMatch(Message, type), WrongMessage) : null;
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
    static (ExpressionSyntax Write, ExpressionSyntax Key)? WriteOf(MemberAccessExpressionSyntax message) =>
        message.Parent switch
        {
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "SetParameter",
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, _] } call
            } => (call, key),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Parameters",
                Parent: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Add" or "TryAdd",
                    Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, _] } call
                }
            } => (call, key),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Parameters",
                Parent: ElementAccessExpressionSyntax
                {
                    ArgumentList.Arguments: [{ Expression: var key }],
                    Parent: AssignmentExpressionSyntax assignment
                } element
            } when assignment.Left == element => (assignment, key),
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
}
