using Microsoft.CodeAnalysis;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>Tells the requests of one client to one server from those of others, by the endpoint and the <c>client_id</c> as the code writes
/// them.</summary>
sealed class ClientOfRequest(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Equal only where both are the same, whatever member makes the request; null where the endpoint cannot be told.</summary>
    public string? Of(Request request)
    {
        var endpoint = Written(request.Variants[0].Endpoint);
        var client = request.Variants[0].Find(WireNames.ClientId) is { Value: Text id } ? Written(id) : "";
        if (endpoint is { Length: > 0 })
            return $"{endpoint} {client}";
        // The body of a token request names no endpoint, but its member may.
        return endpoint is "" && request.Kind == RequestKind.Token && client is { Length: > 0 } ? $"{AddressesIn(request.Executable)} {client}" : null;
    }

    static string AddressesIn(SyntaxNode executable) => string.Join(" ", executable.DescendantTokens().Select(token => token.Text)
        .Where(text => text.Contains("://")).Distinct().OrderBy(text => text, StringComparer.Ordinal));

    /// <summary>Null where a part comes from a parameter or a local, which is another in each member.</summary>
    string? Written(Text text)
    {
        var parts = text.Pieces.Select(piece => piece switch
        {
            LiteralPiece literal => literal.Content,
            HolePiece { Place: var place } when cache.ModelOf(place.SyntaxTree).GetSymbolInfo(place, cancellation).Symbol is IFieldSymbol or IPropertySymbol => $"{{{place}}}",
            _ => null,
        }).ToList();
        return parts.Contains(null) ? null : string.Concat(parts);
    }
}
