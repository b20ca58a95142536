using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Exchanges of which only the authorization request is the program's: an override in a handler that derives from ASP.NET Core's
/// <c>OAuthHandler</c>, which redeems the code itself and sends the verifier that it finds in the authentication properties.</summary>
static class HandlerExchange
{
    /// <summary>What stands between the callback and the token request.</summary>
    static readonly string[] Steps = ["HandleRemoteAuthenticateAsync", HandlerTraps.ExchangeCodeAsync];

    /// <summary>The first ASP.NET Core whose handler knows PKCE.</summary>
    static readonly Version First = new(3, 0);

    public static Exchange? Of(Request request, ProjectFacts project, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            request
                is not {
                    Kind: RequestKind.Authorization,
                    Proof: Presence.Never,
                    Executable: MethodDeclarationSyntax { Identifier.ValueText: HandlerTraps.BuildChallengeUrl } method
                }
            || project.Framework is { } framework && framework < First
        )
            return null;
        if (
            cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { IsOverride: true, ContainingType: var type }
            || !SendsVerifier(type, cancellation)
        )
            return null;
        return ProtectedState.SentWith(request.Site, cache, cancellation) is null
            ? null
            : new Exchange([new ExchangeParticipant(request, [])], [], VerifierCarrier.State);
    }

    /// <summary>Whether it is the framework that redeems the code, with a method that knows what a code verifier is by what it
    /// takes.</summary>
    static bool SendsVerifier(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Call.FullName(current) == HandlerTraps.HandlerType)
                return current.GetMembers(HandlerTraps.ExchangeCodeAsync)
                    is [IMethodSymbol { Parameters: [{ Type.Name: "OAuthCodeExchangeContext" }] }];
            if (
                !Steps
                    .SelectMany(step => current.GetMembers(step))
                    .All(step =>
                        step.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax declaration
                        && HandlerTraps.GoesOn(declaration)
                    )
            )
                return false;
        }
        return false;
    }
}
