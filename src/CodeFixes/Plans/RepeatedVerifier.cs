using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A verifier that comes out the same each time that it is made: both requests may make it for themselves, and a random one in
/// its place would break the login.</summary>
sealed class RepeatedVerifier(FileModel file, CancellationToken cancellation)
{
    readonly ValueMaker _makers = new(file.Cache, cancellation);

    /// <summary>Whether what <paramref name="maker"/> makes may be made somewhere else, too.</summary>
    public bool MayBeMadeTwice(Verifier verifier, SyntaxNode maker) =>
        verifier.Constant is { } constant
            ? IsNameOrHelper(maker) || IsWrittenTwice(constant) || IsOfTokenRequest(maker)
            : SeedsOf(maker).Any(seed => !IsFromClock(seed));

    /// <summary>What runs for whoever names it.</summary>
    static bool IsNameOrHelper(SyntaxNode maker) =>
        maker
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or MethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or PropertyDeclarationSyntax { Initializer: null };

    bool IsWrittenTwice(string constant) =>
        file.Cache.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(cancellation).DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText == constant)
            .Take(2)
            .Count() > 1;

    /// <summary>Whether the function only redeems the code: the challenge has been made of the same constant before.</summary>
    bool IsOfTokenRequest(SyntaxNode maker)
    {
        var function = Functions.Around(maker);
        var kinds = file
            .AllRequests.Where(request => function is not null && Functions.Around(request.Site) == function)
            .Select(request => request.Kind)
            .ToList();
        return kinds.Contains(RequestKind.Token) && !kinds.Contains(RequestKind.Authorization);
    }

    /// <summary>The seeds of generators that are made for the value alone: in its expression, in what that calls, or for its
    /// locals.</summary>
    IEnumerable<ExpressionSyntax> SeedsOf(SyntaxNode maker)
    {
        var reached = new List<SyntaxNode> { maker };
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var node in reached[i].DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            {
                if (
                    node is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var seed }, ..] }
                    && _makers.TypeOf(node)?.ToDisplayString() == "System.Random"
                )
                    yield return seed;
                var more = node is SimpleNameSyntax name ? MakersOf(name) : [];
                reached.AddRange(more.Where(other => !reached.Exists(known => known.Contains(other))));
            }
        }
    }

    /// <summary>The declaration of a local or method that is named, and the calls that fill the local.</summary>
    IEnumerable<SyntaxNode> MakersOf(SimpleNameSyntax name)
    {
        if (_makers.SymbolOf(name) is not { } symbol || DeclarationOf(symbol) is not { } declaration)
            return [];
        if (symbol is not ILocalSymbol || Functions.Around(name) is not { } function)
            return [declaration];
        var fillers =
            from use in function.DescendantNodes().OfType<IdentifierNameSyntax>()
            where use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } }
            where SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(use), symbol)
            select (SyntaxNode)use.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        return fillers.Prepend(declaration);
    }

    SyntaxNode? DeclarationOf(ISymbol symbol) =>
        symbol is ILocalSymbol or IMethodSymbol
        && symbol.OriginalDefinition.DeclaringSyntaxReferences is [var reference]
        && file.Cache.IsOwn(reference.SyntaxTree)
            ? reference.GetSyntax(cancellation)
            : null;

    static readonly HashSet<string> Clocks = ["TickCount", "TickCount64", "Ticks", "Millisecond"];

    /// <summary>Whether a seed is another one each time.</summary>
    static bool IsFromClock(ExpressionSyntax seed) =>
        seed.DescendantNodesAndSelf()
            .Any(node =>
                node is InvocationExpressionSyntax
                || node is MemberAccessExpressionSyntax access && Clocks.Contains(access.Name.Identifier.ValueText)
            );
}
