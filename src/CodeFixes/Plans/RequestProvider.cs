using PkceAnalyzers.Providers;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Whom requests go to, as far as their endpoints are written out.</summary>
static class RequestProvider
{
    /// <summary>One of whom it is known that a login with a challenge of S256 fails there; null where none of the requests goes to
    /// such.</summary>
    public static Provider? WithoutS256(IEnumerable<Request> requests) =>
        requests
            .SelectMany(request => request.Variants)
            .Select(variant => variant.Endpoint.Host is { } host ? Provider.OfEndpoint(host, Written(variant.Endpoint)) : null)
            .FirstOrDefault(provider => provider is not (null or { Transformation: Transformation.S256 }));

    static string Written(Text url) =>
        string.Concat(
            url.Pieces.Select(piece =>
                piece switch
                {
                    LiteralPiece literal => literal.Content,
                    HolePiece { Content: Text known } => Written(known),
                    _ => "",
                }
            )
        );
}
