using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

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
        ImmutableArray<End> authorizations,
        ImmutableArray<End> tokens,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var values = new ParameterValue(cache, cancellation);
        if (ProviderOf(authorizations, tokens, values, cache, cancellation) is not { } provider)
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
        var type = cache.ModelOf(expression.SyntaxTree).GetTypeInfo(expression, cancellation).Type;
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
                    cache.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol switch
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

    static string? ProviderOf(
        ImmutableArray<End> authorizations,
        ImmutableArray<End> tokens,
        ParameterValue values,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        if (
            tokens.SelectMany(end => EndpointsOf(end, values).Concat(AddressesOf(end, values))).Any(DependsOnRequest)
            || authorizations.Concat(tokens).Any(end => values.At(end, WireNames.ClientId).Any(DependsOnRequest))
        )
            return null;
        var client = authorizations.Select(end => values.TextAt(end, WireNames.ClientId)).Distinct().ToList() is [{ } only] ? only : null;
        // A query by itself says nothing of where it goes.
        var hosts = authorizations
            .SelectMany(end => end.Request.Variants)
            .Select(variant => variant.Endpoint)
            .Where(endpoint => !endpoint.Pieces.IsEmpty)
            .Select(HostOf)
            .Distinct()
            .ToList();
        if (hosts is [{ } host])
            return client is not null
                ? $"{host} {client}"
                : string.Join(
                    " ",
                    authorizations
                        .SelectMany(end => values.At(end, WireNames.ClientId))
                        .Select(id => id.ToString())
                        .Prepend(host)
                        .Distinct()
                );
        if (hosts.Exists(one => one is not null) || !authorizations.All(IsOfOneProvider))
            return null;
        var types = authorizations
            .Select(end => cache.TypeAt(end.Request.Site, cancellation))
            .Distinct(SymbolEqualityComparer.Default)
            .ToList();
        if (types is not [var type] || type is INamedTypeSymbol named && IsBase(named, cache))
            return null;
        // What is configured is named by the code that reads it: a type may have several providers, each read from a place of its own.
        var read = authorizations
            .SelectMany(end => EndpointsOf(end, values).Concat(client is null ? values.At(end, WireNames.ClientId) : []))
            .Select(expression => expression.ToString());
        return string.Join(
            " ",
            new[] { type?.Name ?? cache.Compilation.AssemblyName, client }.Concat(read).Where(part => part is not null).Distinct()
        );

        bool DependsOnRequest(ExpressionSyntax expression) => DependsOnText(expression, [], cache, cancellation);

        // Known to be the same whenever the code runs; a library's object has its server, which no request may choose.
        bool IsOfOneProvider(End end) =>
            ReceiversOf(end).All(receiver => !DependsOnRequest(receiver))
            && (
                end.Request.IsOfLibrary
                    ? !DependsOnRequest(ApiRequests.WholeOf(end.Request) as ExpressionSyntax ?? (ExpressionSyntax)end.Request.Place)
                    : EndpointsOf(end, values).ToList() is { Count: > 0 } endpoints
                        && endpoints.TrueForAll(new FixedValue(ofOneObject: false, cache, cancellation).Is)
            );
    }

    /// <summary>Whether the object that makes the requests has one provider: then a field of it serves no other.</summary>
    public static bool IsOfOneProvider(IEnumerable<End> authorizations, CompilationCache cache, CancellationToken cancellation)
    {
        var values = new ParameterValue(cache, cancellation);
        return authorizations.All(end =>
            end.Request.IsOfLibrary || EndpointsOf(end, values).All(new FixedValue(ofOneObject: true, cache, cancellation).Is)
        );
    }

    static IEnumerable<ExpressionSyntax> EndpointsOf(End end, ParameterValue values) =>
        values.Lifted(
            [
                .. end
                    .Request.Variants.SelectMany(variant => variant.Endpoint.Pieces)
                    .OfType<HolePiece>()
                    .Where(hole => hole.Content is not Text { Exact: not null })
                    .Select(hole => hole.Place)
                    .OfType<ExpressionSyntax>(),
            ],
            end
        );

    /// <summary>Where the code that makes a token request sends it, as far as calls of clients of HTTP show it.</summary>
    static IEnumerable<ExpressionSyntax> AddressesOf(End end, ParameterValue values)
    {
        var nodes = Functions.Around(end.Request.Site)?.DescendantNodes().ToList() ?? [];
        var posted = nodes
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
                && (name.StartsWith("Post", StringComparison.Ordinal) || name.StartsWith("Upload", StringComparison.Ordinal))
            )
            .Select(call => call.ArgumentList.Arguments.FirstOrDefault());
        var made = nodes
            .OfType<ObjectCreationExpressionSyntax>()
            .Select(creation => (Type: creation.Type.GetLastToken().ValueText, creation.ArgumentList?.Arguments))
            .Select(made =>
                made.Type switch
                {
                    "HttpRequestMessage" => made.Arguments?.ElementAtOrDefault(1),
                    "RestRequest" or "RestClient" => made.Arguments?.FirstOrDefault(),
                    _ => null,
                }
            );
        return values.Lifted([.. posted.Concat(made).OfType<ArgumentSyntax>().Select(argument => argument.Expression)], end);
    }

    static IEnumerable<ExpressionSyntax> ReceiversOf(End end) =>
        end.Lifts.IsEmpty
            ? []
            : end
                .Places.OfType<InvocationExpressionSyntax>()
                .Select(call => (call.Expression as MemberAccessExpressionSyntax)?.Expression)
                .OfType<ExpressionSyntax>();

    /// <summary>Whether the program derives from a type: each of those may have a provider of its own.</summary>
    static bool IsBase(INamedTypeSymbol type, CompilationCache cache) =>
        type.IsAbstract && !type.IsStatic
        || cache.UsesOf(type.Name, CancellationToken.None).Any(use => use.FirstAncestorOrSelf<BaseTypeSyntax>() is not null);

    /// <summary>Whether an expression depends on a parameter that is no service.</summary>
    static bool DependsOnText(ExpressionSyntax expression, HashSet<ISymbol> seen, CompilationCache cache, CancellationToken cancellation) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            .Any(name =>
                cache.ModelOf(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol switch
                {
                    IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => false,
                    IParameterSymbol { Type: { IsValueType: true } or { SpecialType: SpecialType.System_String } } => true,
                    // Request, HttpContext and their kin of a controller or page.
                    IPropertySymbol { ContainingType.Name: "ControllerBase" or "PageModel" or "Controller" or "Page" } property =>
                        property.Name is "Request" or "HttpContext" or "RouteData" or "User" or "Context",
                    IParameterSymbol { Type.Name: "HttpContext" or "HttpRequest" } => true,
                    IParameterSymbol
                    {
                        ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary },
                        Type: { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0 } type
                    } => IsModel(type),
                    ILocalSymbol local when seen.Add(local) => (
                        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax
                    )
                        ?.Initializer
                        ?.Value
                        is not { } value
                        || DependsOnText(value, seen, cache, cancellation),
                    _ => false,
                }
            );

    /// <summary>Whether objects of a type only hold what a request brought: it has settable properties and no methods of its own.</summary>
    static bool IsModel(ITypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Any(property => property.SetMethod is not null)
        && !type.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(method => method.MethodKind == MethodKind.Ordinary && !method.IsImplicitlyDeclared);

    /// <summary>The host, and the port where it is not the scheme's, of an endpoint that begins with them; null where it does
    /// not.</summary>
    static string? HostOf(Text endpoint)
    {
        if (endpoint.Pieces is not [LiteralPiece { Content: var content }, ..])
            return endpoint.Pieces is [HolePiece { Content: Text known }, ..] ? HostOf(known) : null;
        var isWhole =
            endpoint.Pieces.Length == 1
            || content.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && content.IndexOf('/', scheme + 3) > 0;
        return isWhole && Uri.TryCreate(content, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Authority : null;
    }
}
