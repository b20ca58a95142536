using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Providers;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Whom requests go to, as far as the code writes it out.</summary>
static class RequestProvider
{
    /// <summary>One of whom it is known that a login with a challenge of S256 fails there; null where none of the requests goes to
    /// such.</summary>
    public static Provider? WithoutS256(IReadOnlyList<Request> requests)
    {
        var endpoints = requests
            .SelectMany(request => request.Variants)
            .Select(variant => variant.Endpoint)
            .Where(endpoint => endpoint.Host is not null)
            .ToList();
        // Where the parameters are put into a URL at another place, the type of the request may name it.
        var providers =
            endpoints.Count > 0
                ? endpoints.Select(endpoint => Provider.OfEndpoint(endpoint.Host!, Written(endpoint)))
                : requests.Select(request => Provider.NamedIn(TextsAround(request)));
        return providers.FirstOrDefault(provider => provider is not (null or { Transformation: Transformation.S256 }));
    }

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

    static string TextsAround(Request request) =>
        string.Join(
            " ",
            request
                .Place.FirstAncestorOrSelf<TypeDeclarationSyntax>()
                ?.DescendantTokens()
                .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
                .Select(token => token.ValueText)
                ?? []
        );
}
