using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Chooses how the code verifier gets from where an authorization request is made to where its code is redeemed. A way is taken
/// only where its conditions are known to hold: <c>docs/carriers.md</c>.</summary>
sealed class CarrierSelector(CompilationCache cache, CancellationToken cancellation)
{
    readonly WebStores _stores = new(cache, cancellation);
    readonly RunOrder _order = new(cache, cancellation);
    readonly CodeOrigin _codes = new(cache, cancellation);
    readonly ObjectLifetime _lifetime = new(cache, cancellation);

    /// <summary>The first sound one, or null.</summary>
    public VerifierCarrier? Between(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens)
    {
        List<SyntaxNode> first = [.. authorizations.SelectMany(end => end.Places)],
            last = [.. tokens.SelectMany(end => end.Places)];
        // A call that leads to both steps does not say which of them it makes.
        if (first.Exists(last.Contains))
            return null;
        if (
            first is [var authorization]
            && last is [var token]
            && ProtectedState.Between(authorization, token, cache, cancellation) is not null
        )
            return VerifierCarrier.State;
        if (_stores.Of(authorizations, tokens) is { } store)
            return EachRunMakesOne(first) && EachRunMakesOne(last) && CarrierKey.Of(authorizations, tokens, cache, cancellation) is not null
                ? store
                : (VerifierCarrier?)null;
        if (IsOneRun(first, last, tokens))
            return VerifierCarrier.Local;
        return IsSoundInField(authorizations, tokens) ? VerifierCarrier.Field : null;
    }

    /// <summary>Whether each run that redeems a code has asked for it before. A code that the run was called with is one that another run
    /// asked for.</summary>
    bool IsOneRun(List<SyntaxNode> first, List<SyntaxNode> last, ImmutableArray<ExchangeParticipant> tokens) =>
        first.Concat(last).Select(Functions.Around).Distinct().Take(2).Count() == 1
        && last.TrueForAll(token => first.Exists(authorization => _order.Leads(authorization, token)))
        && first.TrueForAll(authorization => last.Exists(token => _order.Leads(authorization, token)))
        && first.TrueForAll(authorization => !RunOrder.IsRepeated(authorization, last))
        && tokens.All(token => _codes.IsGotAfter(token, first));

    bool IsSoundInField(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens)
    {
        var ends = authorizations.Concat(tokens).ToList();
        var places = ends.SelectMany(end => end.Places).ToList();
        if (
            places.Select(place => cache.TypeAt(place, cancellation)).Distinct(SymbolEqualityComparer.Default).ToList()
            is not [INamedTypeSymbol type]
        )
            return false;
        return places.TrueForAll(Functions.IsInstance)
            && EachRunMakesOne([.. authorizations.SelectMany(end => end.Places)])
            && !authorizations.SelectMany(end => end.Places).Any(IsReadAtWill)
            && !AreReplaced(places)
            && _lifetime.KeepsLogin(type, ends);
    }

    /// <summary>Whether a property makes a request: each reading would take the place of the login that is under way, and a window that
    /// shows a property reads it again.</summary>
    bool IsReadAtWill(SyntaxNode place) =>
        Declarations.Executable(place)?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is PropertyDeclarationSyntax property
        && (
            !property.Modifiers.Any(SyntaxKind.PrivateKeyword)
            || cache.UsesOf(property.Identifier.ValueText, cancellation).Take(2).Count() > 1
        );

    /// <summary>Whether no run of a function comes to two of the places, or twice to one: what is kept of the first would be
    /// lost.</summary>
    static bool EachRunMakesOne(IEnumerable<SyntaxNode> places) =>
        places
            .GroupBy(Functions.Around)
            .All(function =>
                function.All(place => !IsRepeated(place, function.Key!))
                && function.All(place => function.All(other => other == place || AreAlternatives(place, other)))
            );

    static bool AreAlternatives(SyntaxNode place, SyntaxNode other)
    {
        if (IsReturned(place) && IsReturned(other))
            return true;
        // What decides is the innermost code around both: apart from its condition, they lie in two of its branches.
        ExpressionSyntax? condition = place.Ancestors().First(node => node.Span.Contains(other.Span)) switch
        {
            IfStatementSyntax branches => branches.Condition,
            ConditionalExpressionSyntax branches => branches.Condition,
            SwitchStatementSyntax branches => branches.Expression,
            SwitchExpressionSyntax branches => branches.GoverningExpression,
            _ => null,
        };
        return condition is not null && !condition.Span.Contains(place.Span) && !condition.Span.Contains(other.Span);
    }

    static bool IsReturned(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node => node is StatementSyntax or ArrowExpressionClauseSyntax) is ReturnStatementSyntax;

    static bool IsRepeated(SyntaxNode place, SyntaxNode function) =>
        place
            .Ancestors()
            .TakeWhile(node => node != function)
            .Any(node =>
                node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
                || node is CommonForEachStatementSyntax loop && !loop.Expression.Span.Contains(place.Span)
            );

    /// <summary>Whether a derived type makes some of the requests in another way, without the proof key, or adds to them.</summary>
    bool AreReplaced(IEnumerable<SyntaxNode> places)
    {
        var executables = places.Select(Declarations.Executable).Distinct().ToList();
        var overrides = executables
            .OfType<MethodDeclarationSyntax>()
            .Select(method => cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation))
            .OfType<IMethodSymbol>()
            .SelectMany(method => cache.OverridesOf(method));
        return overrides
            .GroupBy(method => method.ContainingType, SymbolEqualityComparer.Default)
            .Any(type => type.Count() < executables.Count || type.Any(GoesOn));

        bool GoesOn(IMethodSymbol method) =>
            method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration
            || HandlerTraps.GoesOn(declaration);
    }
}
