using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What names say in a file that is about PKCE: there a mere <c>verifier</c> is a code verifier.</summary>
static class ProofNames
{
    static readonly ConditionalWeakTable<SyntaxTree, object> Known = new();

    /// <summary>Whether the file is about PKCE.</summary>
    public static bool AreIn(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Known.TryGetValue(tree, out var known))
            return (bool)known;
        var holds =
            CodeWords.AreIn(TriggerWords.OfProofKeys, tree.GetRoot(cancellation), cache: null, cancellation)
            || NamesBoth(tree, cancellation);
        return (bool)Known.GetValue(tree, _ => holds);
    }

    /// <summary>Whether something is called after both (<c>VerifierAndChallenge</c>), or a verifier and a challenge stand beside a
    /// digest.</summary>
    static bool NamesBoth(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!TriggerWords.OfChallenge.AreIn(tree.GetText(cancellation)))
            return false;
        HashSet<string> names =
        [
            .. tree.GetRoot(cancellation)
                .DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText),
        ];
        return names.Any(name =>
                name.Contains("hallenge")
                && Identifier.Words(name).ToList() is var words
                && words.Contains("verifier")
                && words.Contains("challenge")
            )
            || names.Any(name => name.StartsWith("SHA256", StringComparison.OrdinalIgnoreCase))
                && names.Any(Identifier.IsBareVerifier)
                && names.Any(Identifier.IsBareChallenge);
    }

    /// <summary>Whether a name of the file says that its value is a code verifier.</summary>
    public static bool IsVerifier(string name, SyntaxTree tree, CancellationToken cancellation) =>
        Identifier.IsCodeVerifier(name) || Identifier.IsBareVerifier(name) && AreIn(tree, cancellation);

    /// <summary>Whether an expression says by its name, or by what it looks up, that it gives a verifier.</summary>
    public static bool GivesVerifier(SyntaxNode expression, CompilationCache cache, CancellationToken cancellation) =>
        expression switch
        {
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => GivesVerifier(
                binding,
                cache,
                cancellation
            ),
            SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => IsNamed(
                (ExpressionSyntax)expression,
                cache,
                cancellation
            ),
            ElementAccessExpressionSyntax element => IsKey(element.ArgumentList.Arguments, cache, cancellation),
            InvocationExpressionSyntax call => IsKey(call.ArgumentList.Arguments, cache, cancellation),
            _ => false,
        };

    static bool IsKey(SeparatedSyntaxList<ArgumentSyntax> arguments, CompilationCache cache, CancellationToken cancellation) =>
        arguments is [{ Expression: var key }]
        && cache.ModelOf(key.SyntaxTree).GetConstantValue(key, cancellation).Value is WireNames.CodeVerifier;

    /// <summary>Whether it is a verifier's text, and not its name, a flag or a number.</summary>
    static bool IsNamed(ExpressionSyntax expression, CompilationCache cache, CancellationToken cancellation)
    {
        if (
            !IsVerifier(expression.LastName()!, expression.SyntaxTree, cancellation)
            || cache.ModelOf(expression.SyntaxTree).GetConstantValue(expression, cancellation).HasValue
        )
            return false;
        var type = cache.TypeOf(expression, cancellation);
        // A constant of a library that is not at hand: OidcConstants.TokenRequest.CodeVerifier.
        if (
            type is null or IErrorTypeSymbol
            && expression is MemberAccessExpressionSyntax { Expression: var owner }
            && owner.Bare().LastName() is { Length: > 0 } holder
            && char.IsUpper(holder[0])
            && cache.SymbolOf(owner, cancellation) is null or INamespaceOrTypeSymbol
        )
            return false;
        return MayBeText(type);
    }

    /// <summary>Whether a value of a type can be the text of a verifier.</summary>
    public static bool MayBeText(ITypeSymbol? type) =>
        type
            is null
                or IErrorTypeSymbol
                or IArrayTypeSymbol
                or { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                or { Name: "StringValues" };
}
