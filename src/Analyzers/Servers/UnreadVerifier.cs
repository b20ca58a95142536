using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A token endpoint that takes a code verifier and never looks at it.</summary>
static class UnreadVerifier
{
    /// <summary>The parameters of endpoints below a member that nobody reads.</summary>
    public static IEnumerable<VerificationGap> In(MemberDeclarationSyntax member) =>
        member.DescendantNodesAndSelf().Select(Of).OfType<VerificationGap>();

    static VerificationGap? Of(SyntaxNode node)
    {
        var (parameters, body) = node switch
        {
            MethodDeclarationSyntax method when method.AttributeLists.Count > 0 => (
                method.ParameterList.Parameters,
                (SyntaxNode?)method.Body ?? method.ExpressionBody
            ),
            ParenthesizedLambdaExpressionSyntax lambda
                when lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                    && ProofOperands.NameOf(call) is "MapPost" or "MapMethods" or "Map" => (lambda.ParameterList.Parameters, lambda.Body),
            _ => default,
        };
        if (body is null || parameters.FirstOrDefault(parameter => NameOf(parameter) == WireNames.CodeVerifier) is not { } verifier)
            return null;
        var names = parameters.Select(NameOf).ToList();
        return
            names.Contains(WireNames.Code)
            && (names.Contains(WireNames.GrantType) || names.Contains(WireNames.RedirectUri))
            && GivesToken(body)
            && !Reads(body, verifier.Identifier.ValueText)
            ? new VerificationGap(verifier, GapKind.Unread)
            : null;
    }

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

    /// <summary>Whether the body uses the parameter, or the request as a whole.</summary>
    static bool Reads(SyntaxNode body, string parameter) =>
        body.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                name.Identifier.ValueText == parameter || name.Identifier.ValueText is "Request" or "HttpContext" or "request" or "context"
            );
}
