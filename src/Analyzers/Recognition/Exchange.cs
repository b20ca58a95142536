using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Recognition;

/// <summary>An authorization request and the token request that redeems its code (RFC 7636 section 1.1).</summary>
/// <param name="Carry">How the verifier gets from the one to the other: <see cref="Repair.CarryLocal"/> or <see cref="Repair.CarryField"/>.</param>
sealed record Exchange(Request Authorization, Request Token, string Carry)
{
    /// <summary>The exchange that a request belongs to, where both its requests lack the proof key and are known for certain; else null.</summary>
    public static Exchange? Of(Request request, UnboundRequests unbound)
    {
        // One and one in the same member, else one and one in the same type: anything else is a guess.
        var counterpart = Only(unbound.InMember(request)) ?? Only(unbound.InType(request));
        if (counterpart is null)
            return null;
        var (authorization, token) = request.Kind == RequestKind.Authorization ? (request, counterpart) : (counterpart, request);
        if (authorization.Executable == token.Executable)
            return new Exchange(authorization, token, Repair.CarryLocal);
        return KeepsInstance(unbound.TypeOf(request)) && IsInstance(authorization) && IsInstance(token) ? new Exchange(authorization, token, Repair.CarryField) : null;

        Request? Only(IEnumerable<Request> near)
        {
            var peers = near.Where(candidate => candidate.Kind is RequestKind.Authorization or RequestKind.Token).Take(3).ToList();
            return peers.Count == 2 && peers.Count(candidate => candidate.Kind == request.Kind) == 1 ? peers.Single(candidate => candidate.Kind != request.Kind) : null;
        }
    }

    /// <summary>A field lasts from one request to the other only in an object that does: not in a struct, and not in what a web
    /// framework makes anew for each HTTP request.</summary>
    static bool KeepsInstance(INamedTypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class })
            return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (MadePerRequest.Any(suffix => current.Name.EndsWith(suffix, StringComparison.Ordinal)))
                return false;
        }
        return !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute");
    }

    static readonly string[] MadePerRequest =
        ["Controller", "ControllerBase", "PageModel", "Endpoint", "AuthenticationHandler", "OAuthHandler", "ViewComponent", "HttpTaskAsyncHandler", "Hub", "WebPage"];

    static bool IsInstance(Request request) => request.Executable is MethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
        && request.Executable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.Modifiers.Any(SyntaxKind.StaticKeyword);
}
