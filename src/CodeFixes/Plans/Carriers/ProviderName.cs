using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Names the authorization server and the client of requests.</summary>
sealed class ProviderName(CompilationCache cache, CancellationToken cancellation)
{
    readonly ParameterValue _values = new(cache, cancellation);

    /// <summary>Null where one piece of code serves several, chosen when it runs.</summary>
    public string? Of(ImmutableArray<ExchangeParticipant> authorizations, ImmutableArray<ExchangeParticipant> tokens)
    {
        if (
            tokens.SelectMany(TargetsOf).Any(DependsOnRequest)
            || authorizations.Concat(tokens).Any(end => _values.At(end, WireNames.ClientId).Any(DependsOnRequest))
        )
            return null;
        var client = authorizations.Select(end => _values.TextAt(end, WireNames.ClientId)).Distinct().ToList() is [{ } only] ? only : null;
        // A query by itself says nothing of where it goes.
        var hosts = authorizations
            .SelectMany(end => end.Request.Variants)
            .Select(variant => variant.Endpoint)
            .Where(endpoint => !endpoint.Pieces.IsEmpty)
            .Select(HostOf)
            .Distinct()
            .ToList();
        if (hosts is [{ } host])
            return client is not null ? $"{host} {client}" : Joined(ClientIdsOf(authorizations).Prepend(host));
        return hosts.TrueForAll(one => one is null) && authorizations.All(IsOfOneProvider) ? ByCode(authorizations, client) : null;
    }

    /// <summary>What is configured is named by the code that reads it: a type may have several providers, each read from a place of its
    /// own.</summary>
    string? ByCode(ImmutableArray<ExchangeParticipant> authorizations, string? client)
    {
        var types = authorizations
            .Select(end => cache.TypeAt(end.Request.Site, cancellation))
            .Distinct(SymbolEqualityComparer.Default)
            .ToList();
        if (types is not [var type] || type is INamedTypeSymbol named && IsBase(named))
            return null;
        var read = authorizations
            .SelectMany(end => KnownEndpointsOf(end).Concat(client is null ? _values.At(end, WireNames.ClientId) : []))
            .Select(expression => expression.ToString());
        return Joined(new[] { type?.ToDisplayString() ?? cache.Compilation.AssemblyName, client }.Concat(read));
    }

    IEnumerable<string> ClientIdsOf(ImmutableArray<ExchangeParticipant> authorizations) =>
        authorizations.SelectMany(end => _values.At(end, WireNames.ClientId)).Select(id => id.ToString());

    static string Joined(IEnumerable<string?> parts) => string.Join(" ", parts.Where(part => part is not null).Distinct());

    bool DependsOnRequest(ExpressionSyntax expression) => DependsOnText(expression, []);

    /// <summary>Whether it is known to be the same whenever the code runs; a library's object has its server, which no request may
    /// choose.</summary>
    bool IsOfOneProvider(ExchangeParticipant end)
    {
        if (ReceiversOf(end).Any(DependsOnRequest))
            return false;
        if (end.Request.IsOfLibrary)
            return !DependsOnRequest(ApiRequests.WholeOf(end.Request) as ExpressionSyntax ?? (ExpressionSyntax)end.Request.Place);
        return KnownEndpointsOf(end) is { Count: > 0 } endpoints
            && endpoints.TrueForAll(new FixedValue(ofOneObject: false, cache, cancellation).Is);
    }

    /// <summary>Whether the object that makes the requests has one provider: then a field of it serves no other.</summary>
    public bool IsOne(IEnumerable<ExchangeParticipant> authorizations) =>
        authorizations.All(end =>
            end.Request.IsOfLibrary || EndpointsOf(end).All(new FixedValue(ofOneObject: true, cache, cancellation).Is)
        );

    /// <summary>Where nothing is known of the URL, the addresses that the code around gives to clients of HTTP.</summary>
    List<ExpressionSyntax> KnownEndpointsOf(ExchangeParticipant end) =>
        EndpointsOf(end).ToList() is { Count: > 0 } endpoints ? endpoints : [.. AddressesOf(end)];

    /// <summary>What says where a token request goes. One that is a URL says it by itself: the address that is sent holds its parameters,
    /// too.</summary>
    IEnumerable<ExpressionSyntax> TargetsOf(ExchangeParticipant token) =>
        token.Request.Variants.All(variant => !variant.Endpoint.Pieces.IsEmpty)
            ? EndpointsOf(token)
            : EndpointsOf(token).Concat(AddressesOf(token));

    IEnumerable<ExpressionSyntax> EndpointsOf(ExchangeParticipant end) =>
        _values.Lifted(
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
    IEnumerable<ExpressionSyntax> AddressesOf(ExchangeParticipant end)
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
        return _values.Lifted([.. posted.Concat(made).OfType<ArgumentSyntax>().Select(argument => argument.Expression)], end);
    }

    static IEnumerable<ExpressionSyntax> ReceiversOf(ExchangeParticipant end) =>
        end.Propagations.IsEmpty
            ? []
            : end.Places.OfType<InvocationExpressionSyntax>().Select(call => call.Receiver()).OfType<ExpressionSyntax>();

    /// <summary>Whether the program derives from a type: each of those may have a provider of its own.</summary>
    bool IsBase(INamedTypeSymbol type) =>
        type.IsAbstract && !type.IsStatic
        || cache.UsesOf(type.Name, cancellation).Any(use => use.FirstAncestorOrSelf<BaseTypeSyntax>() is not null);

    /// <summary>Whether an expression depends on a parameter that is no service.</summary>
    bool DependsOnText(ExpressionSyntax expression, HashSet<ISymbol> seen) =>
        BeforeQuery(expression)
            .SelectMany(part => part.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            .Any(name =>
                cache.SymbolOf(name, cancellation) switch
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
                        || DependsOnText(value, seen),
                    _ => false,
                }
            );

    /// <summary>The parts of a URL that say where it leads: those before its query.</summary>
    static IEnumerable<SyntaxNode> BeforeQuery(SyntaxNode url)
    {
        foreach (var part in PartsOf(url))
        {
            if (part is LiteralExpressionSyntax or InterpolatedStringTextSyntax && part.ToString().Contains('?'))
                yield break;
            yield return part;
        }
    }

    static IEnumerable<SyntaxNode> PartsOf(SyntaxNode url) =>
        url switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => PartsOf(inner),
            ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [var only] }
                when type.GetLastToken().ValueText == nameof(Uri) => PartsOf(only.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: var left, Right: var right } => PartsOf(left)
                .Concat(PartsOf(right)),
            InterpolatedStringExpressionSyntax { Contents: var contents } => contents,
            _ => [url],
        };

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
