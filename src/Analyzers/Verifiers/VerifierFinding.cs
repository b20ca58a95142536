using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>All that is wrong with the verifiers of one origin, and where it is shown.</summary>
/// <param name="Verifier">The one that is judged: what is sent, where that is seen, says more than a name.</param>
/// <param name="Faults">Gravest first.</param>
/// <param name="Place">In the file that is analysed.</param>
sealed record VerifierFinding(Verifier Verifier, ImmutableArray<VerifierFault> Faults, SyntaxNode Place)
{
    public static IEnumerable<VerifierFinding> In(
        ImmutableArray<Verifier> all,
        SyntaxTree tree,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        // A constant is shown where it is written, not where its name is used.
        HashSet<string?> written =
        [
            .. all.Where(verifier => verifier.Constant is not null && verifier.Sink.SyntaxTree == tree && !IsName(verifier.Sink))
                .Select(verifier => verifier.Constant),
        ];
        var verifiers = all.Where(verifier => !IsName(verifier.Sink) || verifier.Constant is not { } text || !written.Contains(text));
        // What is constant in one piece of code is the same constant, whatever it is handed on by.
        foreach (
            var origin in verifiers.GroupBy(verifier =>
                (
                    verifier.Origin
                        ?? (verifier.Constant is null ? verifier.Sink : Declarations.Executable(verifier.Sink) ?? verifier.Sink),
                    verifier.Constant
                )
            )
        )
        {
            var same = origin.OrderBy(verifier => verifier.Maker is null).ToList();
            var judged =
                same.FirstOrDefault(verifier => verifier is { IsSent: true, Sample: not null })
                ?? same.FirstOrDefault(verifier => verifier.Sample is not null)
                ?? same[0];
            if (
                judged.Faults.IsEmpty
                || (origin.Key.Constant is null ? PlaceOf(origin.Key.Item1, same, tree, cache, cancellation) : Shown(same, tree))
                    is not { } place
            )
                continue;
            // The code that draws it, where that is one of several: what only calls it would leave it behind.
            var maker = same.Select(verifier => verifier.Maker)
                .OfType<SyntaxNode>()
                .OrderBy(maker => origin.Key.Item1.FirstAncestorOrSelf<SyntaxNode>(part => part == maker) is null)
                .FirstOrDefault();
            var isSent = origin.Key.Constant is { } constant
                ? all.Any(verifier => verifier.IsSent && verifier.Constant == constant)
                : same.Exists(verifier => verifier.IsSent);
            yield return new VerifierFinding(judged with { Maker = maker, IsSent = isSent }, judged.Faults, place);
        }
    }

    /// <summary>Where it is drawn, if that code is there for verifiers alone; a helper that serves others too is shown where a
    /// verifier is got from it.</summary>
    static SyntaxNode? PlaceOf(
        SyntaxNode origin,
        List<Verifier> verifiers,
        SyntaxTree tree,
        CompilationCache cache,
        CancellationToken cancellation
    )
    {
        var home = Declarations.Executable(origin);
        if (origin.SyntaxTree == tree && home is MethodDeclarationSyntax method && IsUsedOnce(method, cache, cancellation))
            return origin;
        if (IsForProof(home) || verifiers.Exists(verifier => Declarations.Executable(verifier.Sink) == home))
            return origin.SyntaxTree == tree ? origin : null;
        // Where another file makes it, out of nothing that a caller gives, that file tells.
        if (verifiers.Exists(verifier => verifier.Sink.SyntaxTree != tree && IsSelfContained(verifier.Sink)))
            return null;
        return Shown(verifiers, tree);
    }

    /// <summary>Whether a helper is there for one caller alone, and stands for no other.</summary>
    static bool IsUsedOnce(MethodDeclarationSyntax method, CompilationCache cache, CancellationToken cancellation) =>
        (method.Parent is not TypeDeclarationSyntax { BaseList: not null } || method.Modifiers.Any(SyntaxKind.StaticKeyword))
        && cache.UsesOf(method.Identifier.ValueText, cancellation).Take(2).Count() == 1;

    static bool IsName(SyntaxNode sink) => sink is IdentifierNameSyntax or MemberAccessExpressionSyntax;

    static SyntaxNode? Shown(List<Verifier> verifiers, SyntaxTree tree) =>
        verifiers
            .Where(verifier => verifier.Sink.SyntaxTree == tree)
            .Select(verifier => verifier.Sink)
            .OrderBy(sink => sink is MemberDeclarationSyntax or LocalFunctionStatementSyntax)
            .ThenBy(IsName)
            .ThenBy(sink => sink.SpanStart)
            .FirstOrDefault();

    static bool IsSelfContained(SyntaxNode sink) =>
        sink is InvocationExpressionSyntax
        && sink.Parent is not ArgumentSyntax
        && sink.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()
            ?.ParameterList.Parameters.Any(parameter =>
                sink.DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Any(name => name.Identifier.ValueText == parameter.Identifier.ValueText)
            ) != true
        && sink.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .All(name => name.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax);

    static bool IsForProof(SyntaxNode? executable) =>
        executable?.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => IsForProof(method.Identifier.ValueText),
            PropertyDeclarationSyntax property => IsForProof(property.Identifier.ValueText),
            _ => false,
        };

    static bool IsForProof(string name) => Identifier.IsCodeVerifier(name) || Identifier.IsCodeChallenge(name);
}
