using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Exchanges;

/// <summary>A code verifier that is sent with the token request and cannot be the one that the code challenge was made from (RFC 7636
/// section 4.6).</summary>
/// <param name="Place">The expression that is sent.</param>
/// <param name="Type">The type whose object does not last; null where it is drawn anew.</param>
sealed record LostVerifier(SyntaxNode Place, LossKind Kind, string? Type)
{
    /// <summary>The verifiers that a member draws and redeems, without a challenge of theirs.</summary>
    public static IEnumerable<LostVerifier> DrawnAnewIn(MemberRun run)
    {
        var challenges = run
            .Sent.Select(variant => variant.Find(WireNames.CodeChallenge))
            .OfType<Parameter>()
            .SelectMany(challenge => challenge.Value.Sources.Items)
            .Select(source => source.Place)
            .ToList();
        return run
            .Sent.Where(variant => RequestShape.Token(variant) is not null)
            .Select(variant => variant.Find(WireNames.CodeVerifier))
            .OfType<Parameter>()
            // One verifier, one report: what is wrong with it anyway has to be made anew.
            .Where(redeemed => Verifier.SentAs(redeemed, run.Interpreter).Faults.IsEmpty)
            .Where(redeemed => run.Interpreter.IsDrawnForNobody(redeemed.Value))
            .Where(redeemed => !redeemed.Value.Sources.Items.Any(source => challenges.Contains(source.Place)))
            .Select(redeemed => new LostVerifier(redeemed.ShownAt, LossKind.DrawnAnew, null));
    }

    /// <summary>The verifiers that a token request takes from a member which another HTTP request wrote.</summary>
    public static IEnumerable<LostVerifier> InFields(IEnumerable<Request> requests, CompilationCache cache, CancellationToken cancellation)
    {
        var lifetime = new RequestLifetime(cache, cancellation);
        foreach (var request in requests.Where(request => request.Kind == RequestKind.Token))
        {
            foreach (var verifier in request.All(WireNames.CodeVerifier).GroupBy(sent => sent.ShownAt).Select(same => same.First()))
            {
                var place = verifier.ShownAt;
                if (
                    KeptIn(verifier.Origin ?? place, cache, cancellation) is { } member
                    && !IsWritten(member, request, cache, cancellation)
                    && lifetime.IsOneRequest(member.ContainingType)
                )
                    yield return new LostVerifier(place, LossKind.LostWithObject, member.ContainingType.Name);
            }
        }
    }

    /// <summary>The member of the object itself that an expression reads, where nothing but the type's own code writes it.</summary>
    static ISymbol? KeptIn(SyntaxNode given, CompilationCache cache, CancellationToken cancellation)
    {
        var bare = (given as ExpressionSyntax)?.Bare();
        if (bare is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }))
            return null;
        var member = cache.SymbolOf(bare, cancellation);
        return
            member is { IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false, ContainingType.TypeKind: TypeKind.Class }
            && member.GetAttributes().IsEmpty
            && member switch
            {
                IFieldSymbol field => field.DeclaredAccessibility == Accessibility.Private,
                IPropertySymbol { GetMethod: { } getter } property => (
                    property.DeclaredAccessibility == Accessibility.Private
                    || property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private }
                ) && IsAutomatic(getter, cancellation),
                _ => false,
            }
            ? member
            : null;
    }

    static bool IsAutomatic(IMethodSymbol getter, CancellationToken cancellation) =>
        getter
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .All(accessor => accessor is AccessorDeclarationSyntax { Body: null, ExpressionBody: null });

    /// <summary>Whether code that leads to the token request writes the member, so that the same run may have brought it; or nothing of the
    /// type does.</summary>
    static bool IsWritten(ISymbol member, Request request, CompilationCache cache, CancellationToken cancellation)
    {
        var writers = Writers(member, cache, cancellation).ToList();
        if (writers.Count == 0 || writers.Exists(request.Users.Contains))
            return true;
        var names = writers.Select(NameOf).OfType<string>().ToImmutableHashSet();
        // Code that calls both steps in one go has one object.
        return request
            .Users.Concat(request.Users.SelectMany(user => Callers.Of(user, cache, cancellation)))
            .Any(user =>
                user.DescendantNodes()
                    .OfType<SimpleNameSyntax>()
                    .Any(name => names.Contains(name.Identifier.ValueText) && !IsDeclaration(user, name))
            );
    }

    static bool IsDeclaration(SyntaxNode user, SimpleNameSyntax name) =>
        user is CompilationUnitSyntax
        && name.Ancestors()
            .Any(outer => outer is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);

    static string? NameOf(SyntaxNode writer) =>
        writer switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            AccessorDeclarationSyntax accessor => accessor.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText,
            _ => null,
        };

    static IEnumerable<SyntaxNode> Writers(ISymbol member, CompilationCache cache, CancellationToken cancellation) =>
        member
            .ContainingType.DeclaringSyntaxReferences.Where(part => cache.IsOwn(part.SyntaxTree))
            .SelectMany(part => cache.WritersIn(part.GetSyntax(cancellation))[member.Name])
            .Concat(member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).SelectMany(Initializer))
            .Distinct();

    static IEnumerable<SyntaxNode> Initializer(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer: { Value: not LiteralExpressionSyntax } written } => [written],
            PropertyDeclarationSyntax { Initializer: { Value: not LiteralExpressionSyntax } written } => [written],
            _ => [],
        };
}
