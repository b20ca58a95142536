using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Whether the program makes PKCE by hand for an object by which a library is configured: in its own events, or in what they
/// name.</summary>
sealed class HandMadeProof(CompilationCache cache, CancellationToken cancellation)
{
    static readonly TriggerWords Challenge = new(["code_challenge", "codechallenge"]);
    static readonly TriggerWords Verifier = new(["code_verifier", "codeverifier"]);
    static readonly TriggerWords TokenRequest = new(["tokenendpointrequest"]);

    /// <summary>Whether it sends both the challenge and the verifier.</summary>
    public bool IsWhole(Registration registration) =>
        Scope(registration).ToList() is var scope && Says(scope, Challenge) && Says(scope, Verifier);

    /// <summary>Whether, moreover, the verifier goes into the token request of an OpenID Connect handler.</summary>
    public bool IsSent(Registration registration) => IsWhole(registration) && Says([.. Scope(registration)], TokenRequest);

    bool Says(List<SyntaxNode> scope, TriggerWords words) => scope.Exists(node => CodeWords.AreIn(words, node, cache, cancellation));

    /// <summary>The code that sets the object up, and the methods and types of the program that it names.</summary>
    IEnumerable<SyntaxNode> Scope(Registration registration)
    {
        var own = Own(registration);
        if (own is not { Count: > 0 })
            return [registration.Place.SyntaxTree.GetRoot(cancellation)];
        var names = own.SelectMany(node => node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            .Select(name => name.Identifier.ValueText)
            .ToImmutableHashSet();
        var trees = cache
            .TreesHolding("code_verifier", cancellation)
            .Concat(cache.TreesHolding("code_challenge", cancellation))
            .Concat(cache.TreesHolding("codeverifier", cancellation))
            .Concat(cache.TreesHolding("codechallenge", cancellation))
            .Distinct();
        return own.Concat(
            trees.SelectMany(tree =>
                tree.GetRoot(cancellation)
                    .DescendantNodes()
                    .Where(node =>
                        (Functions.NameOf(node) ?? (node as TypeDeclarationSyntax)?.Identifier.ValueText) is { } name
                        && names.Contains(name)
                    )
            )
        );
    }

    static List<SyntaxNode>? Own(Registration registration)
    {
        if (registration.Kind == RegistrationKind.Derived)
            return [registration.Place];
        if (
            registration.Place is SimpleNameSyntax name
            && name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && registration.Kind is RegistrationKind.Registered or RegistrationKind.Shared
        )
            return [call.ArgumentList, name];
        return null;
    }
}
