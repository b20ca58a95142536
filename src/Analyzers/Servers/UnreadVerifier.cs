using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A token endpoint that takes a code verifier and never looks at it, or knows none at all.</summary>
static class UnreadVerifier
{
    /// <summary>Words of a member that may be the token endpoint of a server.</summary>
    static readonly TriggerWords OfTokenEndpoints = new([WireNames.GrantType, "granttype"]);

    /// <summary>How the calls begin by which an endpoint asks another server: then that one verifies.</summary>
    static readonly string[] Forwards = ["Post", "Send", "Request", "Execute", "Exchange", "AcquireToken", "Challenge", "SignIn"];

    /// <summary>The token endpoints of a file whose program knows no verifiers.</summary>
    public static IEnumerable<VerificationGap> InServersWithout(SyntaxTree tree, CompilationCache cache, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        return !OfTokenEndpoints.AreIn(text) || !cache.TreesHolding("verifier", cancellation).IsEmpty
            ? []
            : Declarations
                .Members(tree.GetRoot(cancellation))
                .Where(member => OfTokenEndpoints.AreIn(text, member.Span))
                .SelectMany(member => member.DescendantNodesAndSelf())
                .Select(WithoutVerifier)
                .OfType<VerificationGap>();
    }

    static VerificationGap? WithoutVerifier(SyntaxNode node)
    {
        if (EndpointOf(node) is not { Body: { } body } endpoint || !GivesToken(body) || Forwarded(body))
            return null;
        var grant = body.DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(literal => literal.Token.Value is WireNames.AuthorizationCode);
        var readsCode = endpoint.Parameters.Any(parameter => NameOf(parameter) == WireNames.Code) || Says(body, WireNames.Code);
        return grant is not null && readsCode && IsAsked(grant) ? new VerificationGap(grant.Parent!, GapKind.Unknown) : null;
    }

    /// <summary>Whether a grant type is held against the literal, and not sent as it.</summary>
    static bool IsAsked(LiteralExpressionSyntax grant) =>
        grant.Parent
            is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
                or CaseSwitchLabelSyntax
                or ConstantPatternSyntax;

    static bool Forwarded(SyntaxNode body) =>
        body.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => Array.Exists(Forwards, prefix => call.MethodName().StartsWith(prefix, StringComparison.Ordinal)));

    /// <summary>Where an endpoint is given a verifier, or reads one, and holds it against nothing.</summary>
    public static IEnumerable<VerificationGap> In(SyntaxNode unit, ServerRun run)
    {
        if (
            EndpointOf(unit) is not { Body: { } body } endpoint
            || !GivesToken(body)
            || Forwarded(body)
            || run.In(Attack.Right) is not { } trace
        )
            yield break;
        var names = endpoint.Parameters.Select(NameOf).ToList();
        var verifier = endpoint.Parameters.FirstOrDefault(parameter => NameOf(parameter) == WireNames.CodeVerifier);
        if (
            !names.Contains(WireNames.Code) && !Says(body, WireNames.Code) && !Reads(body, WireNames.Code)
            || trace.Comparisons.Count > 0
            || trace.HandedOn.Count > 0
        )
            yield break;
        var read = trace.Reads.Where(read => read.Unit == unit && read.Role == ProofRole.Verifier).Select(read => read.Place).ToList();
        if (read.Count > 0 || verifier is not null && !MayRead(body))
            yield return new VerificationGap(verifier ?? read[0], GapKind.Unread);
    }

    /// <summary>The parameters and the body of an endpoint; nothing of any other node.</summary>
    static (SeparatedSyntaxList<ParameterSyntax> Parameters, SyntaxNode? Body) EndpointOf(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method when method.AttributeLists.Count > 0 => (
                method.ParameterList.Parameters,
                (SyntaxNode?)method.Body ?? method.ExpressionBody
            ),
            ParenthesizedLambdaExpressionSyntax lambda
                when lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                    && call.MethodName() is "MapPost" or "MapMethods" or "Map" => (lambda.ParameterList.Parameters, lambda.Body),
            _ => default,
        };

    /// <summary>The name on the wire: that of an attribute, else the parameter's own.</summary>
    static string? NameOf(ParameterSyntax parameter) =>
        parameter
            .AttributeLists.SelectMany(list => list.Attributes)
            .SelectMany(attribute => attribute.ArgumentList?.Arguments ?? default)
            .Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")
            .Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string)
            .FirstOrDefault(name => name is not null)
        ?? (
            WireNames.IsName(parameter.Identifier.ValueText)
                ? parameter.Identifier.ValueText
                : WireNames.FromIdentifier(parameter.Identifier.ValueText)
        );

    static bool GivesToken(SyntaxNode body) =>
        body.DescendantTokens().Any(token => token.ValueText is "access_token" or "AccessToken" or "accessToken");

    /// <summary>Whether the body uses the request as a whole.</summary>
    static bool MayRead(SyntaxNode body) =>
        body.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText is "Request" or "HttpContext" or "request" or "context");

    /// <summary>Whether a request's member is read that is called after a parameter: <c>request.Code</c>.</summary>
    static bool Reads(SyntaxNode body, string name) =>
        body.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access => string.Equals(access.Name.Identifier.ValueText, name, StringComparison.OrdinalIgnoreCase));

    static bool Says(SyntaxNode body, string word) =>
        body.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.Value as string == word);
}
