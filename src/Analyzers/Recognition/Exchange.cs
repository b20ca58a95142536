using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Recognition;

/// <summary>An authorization request and the token request that redeems its code (RFC 7636 section 1.1).</summary>
/// <param name="Carry">How the verifier gets from the one to the other: <see cref="Repair.CarryLocal"/> or <see cref="Repair.CarryField"/>.</param>
sealed record Exchange(Request Authorization, Request Token, string Carry)
{
    /// <summary>The exchange that a request belongs to, where both its requests lack the proof key and are known for certain; else null.</summary>
    public static Exchange? Of(Request request, ImmutableArray<Request> requests)
    {
        var kind = request.Kind == RequestKind.Authorization ? RequestKind.Token : RequestKind.Authorization;
        var others = requests.Where(other => other.Kind == kind && other.Proof == Presence.Never).ToList();
        var peers = requests.Where(other => other.Kind == request.Kind && other.Proof == Presence.Never).ToList();
        // One and one in the same member, else one and one in the same type: anything else is a guess.
        var counterpart = Only(others.Where(other => other.Executable == request.Executable), peers.Where(peer => peer.Executable == request.Executable))
            ?? Only(others.Where(other => SameType(other, request)), peers.Where(peer => SameType(peer, request)));
        if (counterpart is null)
            return null;
        var (authorization, token) = kind == RequestKind.Token ? (request, counterpart) : (counterpart, request);
        if (authorization.Executable == token.Executable)
            return new Exchange(authorization, token, Repair.CarryLocal);
        return KeepsInstance(request) && IsInstance(authorization) && IsInstance(token) ? new Exchange(authorization, token, Repair.CarryField) : null;
    }

    static Request? Only(IEnumerable<Request> counterparts, IEnumerable<Request> peers) =>
        peers.Take(2).Count() == 1 && counterparts.Take(2).ToList() is [var only] ? only : null;

    static TypeDeclarationSyntax? TypeOf(Request request) => request.Place.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    static bool SameType(Request one, Request other) => TypeOf(one) is { } type && TypeOf(other) is { } twin
        && (type == twin || type.Identifier.ValueText == twin.Identifier.ValueText && type.Modifiers.Any(modifier => modifier.ValueText == "partial") && type.Parent?.ToString() == twin.Parent?.ToString());

    /// <summary>A field lasts from one request to the other only in an object that does: not in a struct, and not in what a
    /// web framework makes anew for each HTTP request.</summary>
    static bool KeepsInstance(Request request) => TypeOf(request) is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.StructKeyword }
        && TypeOf(request) is { } type
        && type.BaseList?.Types.Any(based => based.Type.ToString() is var name && (name.EndsWith("Controller", StringComparison.Ordinal) || name.EndsWith("ControllerBase", StringComparison.Ordinal)
            || name.EndsWith("PageModel", StringComparison.Ordinal) || name.EndsWith("Endpoint", StringComparison.Ordinal) || name.Contains("AuthenticationHandler") || name.Contains("OAuthHandler"))) != true
        && !type.Identifier.ValueText.EndsWith("Controller", StringComparison.Ordinal)
        && !type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "ApiController" or "Route" or "Controller");

    static bool IsInstance(Request request) => request.Executable is MethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
        && request.Executable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && !member.Modifiers.Any(modifier => modifier.ValueText == "static");
}
