using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Tells the requests of one client to one server from those of others, by the endpoint and the <c>client_id</c> as the code
/// writes them.</summary>
sealed class ClientOfRequest(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Equal only where both are the same; null where that cannot be told.</summary>
    public string? Of(Request request)
    {
        var endpoint = Written(request.Variants[0].Endpoint);
        var client = IdIn(request);
        if (endpoint is { Length: > 0 })
            return $"{endpoint} {client}";
        if (client is not { Length: > 0 })
            return null;
        // The body of a token request names no endpoint, but its member may; one member sends what is of one client to one server.
        var to =
            endpoint is "" && request.Kind == RequestKind.Token
                ? AddressesIn(request.Executable)
                : $"{request.Executable.SyntaxTree.FilePath}:{request.Executable.SpanStart}";
        return $"{to} {client}";
    }

    /// <summary>The <c>client_id</c>; empty where there is none, null where it cannot be told from others.</summary>
    public string? IdIn(Request request) =>
        request.Variants[0].Find(WireNames.ClientId) switch
        {
            { Value: Text text } => Written(text),
            { Entry.Value: { } given } => Written(given),
            _ => "",
        };

    static string AddressesIn(SyntaxNode executable) =>
        string.Join(
            " ",
            executable
                .DescendantTokens()
                .Select(token => token.Text)
                .Where(text => text.Contains("://"))
                .Distinct()
                .OrderBy(text => text, StringComparer.Ordinal)
        );

    /// <summary>Null where a part comes from a parameter or a local, which is another in each member.</summary>
    string? Written(Text text)
    {
        var parts = text
            .Pieces.Select(piece =>
                piece switch
                {
                    LiteralPiece literal => literal.Content,
                    HolePiece { Place: var place } => Written(place),
                    _ => null,
                }
            )
            .ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    string? Written(SyntaxNode value) =>
        value switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => text,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: var inner } => Written(
                inner
            ),
            // configuration["Google:ClientId"], also where the configuration's type does not resolve.
            ElementAccessExpressionSyntax { Expression: var target, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] } =>
                Written(target) is null ? null : $"{{{value}}}",
            _ => cache.SymbolOf(value, cancellation) switch
            {
                IFieldSymbol or IPropertySymbol => $"{{{value}}}",
                ILocalSymbol local => OnlyValueOf(local) is { } given ? Written(given) : null,
                _ => null,
            },
        };

    /// <summary>What a local is declared with, where nothing else is assigned to it.</summary>
    ExpressionSyntax? OnlyValueOf(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer.Value: var value } declarator
        && Declarations.Executable(declarator) is { } executable
        && !executable
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == local.Name)
            ? value
            : null;
}
