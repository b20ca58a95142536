using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>The authentication properties that a handler of Katana or ASP.NET Core sends, protected, as <c>state</c> and gets back beside
/// the authorization code.</summary>
/// <param name="Protect">The call that protects them.</param>
/// <param name="Kept">The expression that gives their dictionary before that.</param>
/// <param name="Returned">The expression that gives it at the callback; null where that is the handler's own.</param>
sealed record ProtectedState(InvocationExpressionSyntax Protect, string Kept, string? Returned)
{
    const string Format = "StateDataFormat";

    /// <summary>Null where the members that make the two requests do not each handle the one state.</summary>
    public static ProtectedState? Between(
        SyntaxNode authorization,
        SyntaxNode token,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        if (
            Only(token, "Unprotect", cache, cancellation) is not { } unprotect
            || unprotect.SpanStart > token.SpanStart
            || TargetOf(unprotect) is not { } returned
        )
            return null;
        // Without it, code and verifier come in one URL: whoever has it can replay both.
        if (!IsBoundToBrowser(authorization, token))
            return null;
        return Of(authorization, returned, cache, cancellation);
    }

    /// <summary>Null where the member that makes the authorization request does not protect the state.</summary>
    public static ProtectedState? SentWith(SyntaxNode authorization, CompilationCache cache, CancellationToken cancellation) =>
        Of(authorization, returned: null, cache, cancellation);

    static ProtectedState? Of(SyntaxNode authorization, string? returned, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            Only(authorization, "Protect", cache, cancellation)
                is not { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax kept }] } protect
            || !IsDeclaredBefore(kept, authorization, protect, cache, cancellation)
        )
            return null;
        return Member(kept, cache, cancellation) is { } member
            ? new ProtectedState(protect, $"{kept}.{member}", returned is null ? null : $"{returned}.{member}")
            : null;
    }

    static InvocationExpressionSyntax? Only(SyntaxNode site, string method, CompilationCache cache, CancellationToken cancellation) =>
        Functions
            .Around(site)!
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var format }
                && name == method
                && IsFormat(format, cache, cancellation)
            )
            .Take(2)
            .ToList()
            is [var call]
            ? call
            : null;

    /// <summary>Whether an expression is what protects authentication properties: by its type or, where that does not resolve, by its
    /// name.</summary>
    static bool IsFormat(ExpressionSyntax expression, CompilationCache cache, CancellationToken cancellation) =>
        cache.TypeOf(expression, cancellation) is { TypeKind: not TypeKind.Error } type
            ? type
                .AllInterfaces.Append(type)
                .Any(face => face is INamedTypeSymbol { Name: "ISecureDataFormat", TypeArguments: [{ Name: "AuthenticationProperties" }] })
            : expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Format };

    /// <summary>Whether the callback goes on only in the browser that the login was begun in: by the handler's correlation
    /// cookie.</summary>
    static bool IsBoundToBrowser(SyntaxNode authorization, SyntaxNode token) =>
        CallsOf(authorization, "GenerateCorrelationId").Any()
        && CallsOf(token, "ValidateCorrelationId").Any(call => call.SpanStart < token.SpanStart && Refuses(call, token));

    static IEnumerable<InvocationExpressionSyntax> CallsOf(SyntaxNode site, string method) =>
        Functions
            .Around(site)!
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == method
                || call.Expression
                    is MemberAccessExpressionSyntax
                    {
                        Expression: ThisExpressionSyntax or BaseExpressionSyntax,
                        Name.Identifier.ValueText: var member
                    }
                    && member == method
            );

    /// <summary>Whether a check that fails keeps the run from the place.</summary>
    static bool Refuses(InvocationExpressionSyntax check, SyntaxNode place)
    {
        if (check.FirstAncestorOrSelf<IfStatementSyntax>(branch => branch.Condition.Span.Contains(check.Span)) is not { } branch)
            return false;
        return check.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
            ? LastOf(branch.Statement) is ReturnStatementSyntax or ThrowStatementSyntax
                && !IsWithin(check, SyntaxKind.LogicalAndExpression, branch)
            : branch.Statement.Span.Contains(place.Span) && !IsWithin(check, SyntaxKind.LogicalOrExpression, branch);
    }

    static StatementSyntax? LastOf(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.Statements.LastOrDefault() : statement;

    static bool IsWithin(SyntaxNode node, SyntaxKind kind, IfStatementSyntax branch) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != branch).Any(ancestor => ancestor.IsKind(kind));

    static bool IsDeclaredBefore(
        IdentifierNameSyntax name,
        SyntaxNode authorization,
        SyntaxNode protect,
        CompilationCache cache,
        CancellationToken cancellation
    ) =>
        cache.SymbolOf(name, cancellation)?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && declaration.SyntaxTree == name.SyntaxTree
        && declaration.Span.End < Math.Min(authorization.SpanStart, protect.SpanStart);

    static string? TargetOf(InvocationExpressionSyntax call) =>
        call.Parent switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            _ => null,
        };

    /// <summary>What the dictionary is called: by the type or, where that does not resolve, by the framework whose namespaces the file
    /// uses.</summary>
    static string? Member(IdentifierNameSyntax properties, CompilationCache cache, CancellationToken cancellation)
    {
        if (cache.TypeOf(properties, cancellation) is { TypeKind: not TypeKind.Error } type)
            return type.Name != "AuthenticationProperties" ? null
                : !type.GetMembers("Items").IsEmpty ? "Items"
                : !type.GetMembers("Dictionary").IsEmpty ? "Dictionary"
                : null;
        var usings = properties
            .SyntaxTree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Select(directive => directive.Name?.ToString() ?? "")
            .ToList();
        return usings.Any(name => name.StartsWith("Microsoft.Owin", StringComparison.Ordinal)) ? "Dictionary"
            : usings.Any(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)) ? "Items"
            : null;
    }
}
