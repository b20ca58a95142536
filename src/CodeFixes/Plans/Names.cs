using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Names for locals and fields that nothing in reach bears, across all repairs that are made at once.</summary>
sealed class Names
{
    readonly Dictionary<string, HashSet<string>> _given = [];

    /// <summary>A name that no identifier within <paramref name="scopes"/> has: the wanted one, the other one, or one
    /// with a number.</summary>
    public string Unique(string wanted, string? other, params IReadOnlyList<SyntaxNode> scopes) =>
        Unique(wanted, other, scopes.SelectMany(scope => Identifiers(scope.DescendantTokens())), scopes);

    /// <summary>The same for a local or a parameter of the function that <paramref name="place"/> lies in: a function beside that one has
    /// names of its own.</summary>
    public string Local(string wanted, string? other, SyntaxNode place)
    {
        var function = FunctionOf(place);
        var inReach = MemberOf(place).DescendantTokens(node => !IsCodeApart(node) || node.Span.OverlapsWith(function.Span));
        return Unique(wanted, other, Identifiers(inReach), [function]);
    }

    string Unique(string wanted, string? other, IEnumerable<string> identifiers, IReadOnlyList<SyntaxNode> scopes)
    {
        var taken = new HashSet<string>(identifiers);
        foreach (var scope in scopes.SelectMany(scope => scope.AncestorsAndSelf().Concat(scope.DescendantNodes())))
        {
            if (_given.TryGetValue(Key(scope), out var given))
                taken.UnionWith(given);
        }
        var name = other is not null && taken.Contains(wanted) ? other : wanted;
        for (var number = 2; taken.Contains(name); number++)
            name = (other ?? wanted) + number;
        foreach (var scope in scopes)
            Give(Key(scope), name);
        return name;
    }

    /// <summary>The innermost function that <paramref name="place"/> lies in.</summary>
    public static SyntaxNode FunctionOf(SyntaxNode place) =>
        place.AncestorsAndSelf().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        ?? MemberOf(place);

    /// <summary>The member that <paramref name="place"/> lies in, or the file for top-level statements.</summary>
    public static SyntaxNode MemberOf(SyntaxNode place) =>
        (SyntaxNode?)
            place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(member => member is not GlobalStatementSyntax)
        ?? place.SyntaxTree.GetRoot();

    void Give(string key, string name)
    {
        if (!_given.TryGetValue(key, out var names))
            _given[key] = names = [];
        names.Add(name);
    }

    /// <summary>Whether locals that are declared in <paramref name="node"/> are not seen around it.</summary>
    static bool IsCodeApart(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax
        || node is ParameterListSyntax or BlockSyntax or ArrowExpressionClauseSyntax && node.Parent is LocalFunctionStatementSyntax;

    static IEnumerable<string> Identifiers(IEnumerable<SyntaxToken> tokens) =>
        tokens.Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    static string Key(SyntaxNode scope) => $"{scope.SyntaxTree.FilePath}:{scope.RawKind}:{scope.Span}";
}
