using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

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
}
