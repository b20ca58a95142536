using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>What tells the verifier of one login from those of others in one store.</summary>
/// <param name="Provider">Names the authorization server and the client: never one name for all, or a verifier could reach another server's
/// token endpoint (RFC 9700 section 4.4).</param>
/// <param name="State">As C#: the <c>state</c> that the authorization request sends, which differs for each login; null where it sends none
/// or a constant, or where it cannot be named.</param>
/// <param name="RedirectUri">The expression of the redirect URI, as C#; null where it cannot be named.</param>
/// <param name="IsPosted">Whether the response comes by a POST.</param>
sealed record CarrierKey(string Provider, string? State, string? RedirectUri, bool IsPosted)
{
    /// <summary>Null where one piece of code serves several providers, chosen when it runs.</summary>
    public static CarrierKey? Of(
        ImmutableArray<ExchangeParticipant> authorizations,
        ImmutableArray<ExchangeParticipant> tokens,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var values = new ParameterValue(cache, cancellation);
        if (new ProviderName(cache, cancellation).Of(authorizations, tokens) is not { } provider)
            return null;
        var isPosted = new WebStores(cache, cancellation).IsPosted(authorizations, tokens);
        // One expression for each request: several requests send several.
        if (authorizations is not [var authorization] || authorization.Places.Take(2).ToList() is not [var place])
            return new CarrierKey(provider, null, null, isPosted);
        var state = values.TextAt(authorization, WireNames.StateParameter) is null
            ? NamedAt(WireNames.StateParameter, mayBeNull: true)
            : null;
        var redirect = values.TextAt(authorization, WireNames.RedirectUri) is { } text
            ? IsOfWeb(text)
                ? SymbolDisplay.FormatLiteral(text, quote: true)
                : null
            : NamedAt(WireNames.RedirectUri, mayBeNull: false);
        return new CarrierKey(provider, state, redirect, isPosted);

        string? NamedAt(string parameter, bool mayBeNull) =>
            ParameterValue.IsPlain(authorization.Request, parameter)
            && values.At(authorization, parameter) is [var only]
            && (mayBeNull || !MayBeNull(only, cache, cancellation))
            && CanRepeat(only, place, cache, cancellation)
                ? AsText(only, cache, cancellation)
                : null;
    }

    static bool MayBeNull(ExpressionSyntax expression, CompilationCache cache, CancellationToken cancellation) =>
        cache.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull;

    static bool IsOfWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http");

    /// <summary>What an expression is written out as, as C#; null where that is not known.</summary>
    static string? AsText(ExpressionSyntax expression, CompilationCache cache, CancellationToken cancellation)
    {
        var type = cache.TypeOf(expression, cancellation);
        if (type?.SpecialType == SpecialType.System_String)
            return expression.ToString();
        var isFormatted =
            expression.Parent is InterpolationSyntax { FormatClause: not null } or InterpolationSyntax { AlignmentClause: not null }
            || expression.FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "AppendFormat" } };
        return type is { IsValueType: true, Name: "Guid" } && !isFormatted ? $"{expression}.ToString()" : null;
    }

    /// <summary>Whether an expression can be written again before a place and gives the same there.</summary>
    static bool CanRepeat(ExpressionSyntax expression, SyntaxNode place, CompilationCache cache, CancellationToken cancellation)
    {
        if (Functions.Around(expression) != Functions.Around(place))
            return false;
        var names = expression.DescendantNodesAndSelf().ToList();
        return names.TrueForAll(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax)
            && names
                .OfType<IdentifierNameSyntax>()
                .All(name =>
                    cache.SymbolOf(name, cancellation) switch
                    {
                        ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                            is VariableDeclaratorSyntax declared
                            && declared.FirstAncestorOrSelf<StatementSyntax>() is { } statement
                            && statement.Span.End <= place.FirstAncestorOrSelf<StatementSyntax>()?.SpanStart,
                        IPropertySymbol property => GivesTheSame(property, cancellation),
                        IParameterSymbol or IFieldSymbol or INamespaceOrTypeSymbol => true,
                        _ => false,
                    }
                );
    }

    /// <summary>Whether a property holds what it gives: one that computes it may give another each time.</summary>
    static bool GivesTheSame(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax declared
        || declared.AccessorList is { } list && list.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);

    public string ProviderLiteral => SymbolDisplay.FormatLiteral(Provider, quote: true);

    /// <summary>The name of an entry in a store of names, as C#.</summary>
    public string EntryFor(string? state)
    {
        var name = $"{ProofKeyParameters.CodeVerifier}:{Provider}";
        return state is null
            ? SymbolDisplay.FormatLiteral(name, quote: true)
            : $"{SymbolDisplay.FormatLiteral(name + ":", quote: true)} + {state}";
    }

    /// <summary>As C#: the <c>state</c> that came back with the response, where logins differ in it.</summary>
    /// <param name="query">The expression of the response's parameters.</param>
    public string? ReturnedAt(InsertionTarget callback, string query)
    {
        if (State is null)
            return null;
        return IsParameter(callback) ? WireNames.StateParameter : $"{query}[\"{WireNames.StateParameter}\"]";
    }

    /// <summary>Whether a parameter of the handler itself holds it, as it came: bound by its name alone, and never written to.</summary>
    static bool IsParameter(InsertionTarget callback)
    {
        var found = callback.File.Model.LookupSymbols(callback.Span.Start, name: WireNames.StateParameter);
        if (
            found is not [IParameterSymbol { Type.SpecialType: SpecialType.System_String } parameter]
            || Functions.Around(callback.Place) is not { } function
        )
            return false;
        if (
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not ParameterSyntax { AttributeLists.Count: 0 } declared
            || Functions.Around(declared) != function
        )
            return false;
        return !function
            .DescendantNodes()
            .Any(node =>
                node
                    is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: WireNames.StateParameter } }
                        or ArgumentSyntax
                        {
                            RefOrOutKeyword.RawKind: not 0,
                            Expression: IdentifierNameSyntax { Identifier.ValueText: WireNames.StateParameter }
                        }
            );
    }
}
