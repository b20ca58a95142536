using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The code verifier that an authentication handler has made, where an event or override of the program redeems the code in its
/// place.</summary>
static class HandlerVerifier
{
    /// <summary>The events of the OpenID Connect handlers of ASP.NET Core and of Katana: the message that they would send holds
    /// it.</summary>
    static readonly string[] Events =
    [
        "Microsoft.AspNetCore.Authentication.OpenIdConnect.AuthorizationCodeReceivedContext",
        "Microsoft.Owin.Security.Notifications.AuthorizationCodeReceivedNotification",
    ];

    const string Exchange = "Microsoft.AspNetCore.Authentication.OAuth.OAuthCodeExchangeContext";

    /// <summary>Null where no handler made one that is known to be there.</summary>
    public static KeptVerifier? Of(Request token, FileModel file, CancellationToken cancellation)
    {
        if (Functions.Around(token.Site) is not { } function)
            return null;
        foreach (var parameter in ParametersOf(function))
        {
            var name = parameter.Identifier.ValueText;
            var type = TypeOf(parameter, file.Cache, cancellation);
            var end = new ExchangeParticipant(token, []);
            // The library sends it where there is one: without PKCE the handler has made none.
            if (token.ProofCall is not null && IsEvent(type, function))
                return new KeptVerifier(end, $"{name}.TokenEndpointRequest?.GetParameter(\"code_verifier\")", MayBeNull: false);
            if (Is(type, Exchange) && IsPkceOn(function, file))
                return new KeptVerifier(end, $"{name}.Properties.Items[\"code_verifier\"]", MayBeNull: true);
        }
        return null;
    }

    static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode function) =>
        function is SimpleLambdaExpressionSyntax { Parameter: var only } ? [only] : Functions.ParametersOf(function)?.Parameters ?? [];

    static ITypeSymbol? TypeOf(ParameterSyntax parameter, CompilationCache cache, CancellationToken cancellation) =>
        (cache.ModelOf(parameter.SyntaxTree).GetDeclaredSymbol(parameter, cancellation) as IParameterSymbol)?.Type;

    static bool IsEvent(ITypeSymbol? type, SyntaxNode function) =>
        type is null or IErrorTypeSymbol { Name: "" or "?" }
            ? EventOf(function) is "OnAuthorizationCodeReceived" or "AuthorizationCodeReceived"
            : Array.Exists(Events, full => Is(type, full)) && (type is IErrorTypeSymbol || HasMessage(type));

    /// <summary>The event that a lambda is assigned to, as it is written.</summary>
    static string? EventOf(SyntaxNode function) =>
        (function.Parent as AssignmentExpressionSyntax)?.Left switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };

    /// <summary>Old versions keep the message for themselves.</summary>
    static bool HasMessage(ITypeSymbol type) =>
        type.GetMembers("TokenEndpointRequest").Any() || type.BaseType is { } above && HasMessage(above);

    /// <summary>By full name, or by simple name where the type does not resolve.</summary>
    static bool Is(ITypeSymbol? type, string full) =>
        type is IErrorTypeSymbol
            ? full.EndsWith("." + type.Name, StringComparison.Ordinal)
            : type is not null && Call.FullName(type) == full;

    /// <summary>Whether the override is found to leave out the proof key that the handler's options ask for.</summary>
    static bool IsPkceOn(SyntaxNode function, FileModel file) =>
        file.Settings.Any(finding =>
            finding is { Setting.Effect: SettingEffect.Ineffective, Place: var place }
            && place.SyntaxTree == function.SyntaxTree
            && function.Span.Contains(place.Span)
        );
}
