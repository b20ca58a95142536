using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Where a program makes objects of a type, and what it does with a new one.</summary>
sealed class ObjectCreations(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Methods that frameworks call once for an object, when it begins to be used.</summary>
    static readonly string[] Beginnings = ["Awake", "Start", "OnStartup", "OnFrameworkInitializationCompleted"];

    public IEnumerable<BaseObjectCreationExpressionSyntax> Of(INamedTypeSymbol type)
    {
        var named = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>())
            .OfType<BaseObjectCreationExpressionSyntax>();
        var targeted = cache
            .UsesOf(type.Name, cancellation)
            .Select(name => name.SyntaxTree)
            .Distinct()
            .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>());
        return named
            .Concat(targeted)
            .Distinct()
            .Where(creation => SymbolEqualityComparer.Default.Equals(cache.TypeOf(creation, cancellation), type));
    }

    /// <summary>Whether the program makes an object that redeems a code without having asked for one.</summary>
    public bool IsMadeToRedeem(INamedTypeSymbol type, IReadOnlyList<ExchangeParticipant> ends)
    {
        var tokens = ends.Where(end => end.Request.Kind == RequestKind.Token).ToList();
        if (tokens.SelectMany(end => end.Places).Any(place => Functions.Around(place) is ConstructorDeclarationSyntax))
            return true;
        var redeems = MethodsOf(tokens);
        return Of(type)
            .Where(creation => !creation.Parent.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            .Any(creation => CalledOn(creation).Overlaps(redeems) && !IsMadeToBegin(creation, ends));
    }

    /// <summary>Whether the function that makes an object begins a login by it.</summary>
    public bool IsMadeToBegin(BaseObjectCreationExpressionSyntax creation, IReadOnlyList<ExchangeParticipant> ends) =>
        CalledOn(creation).Overlaps(MethodsOf(ends.Where(end => end.Request.Kind != RequestKind.Token)));

    /// <summary>Whether the object of a member is made where its holder is, or where there is none yet.</summary>
    public static bool IsMadeOnce(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
        || Functions.Around(assignment)
            is ConstructorDeclarationSyntax
                or CompilationUnitSyntax
                or MethodDeclarationSyntax { Identifier.ValueText: WellKnownMemberNames.EntryPointMethodName }
        || Functions.Around(assignment) is MethodDeclarationSyntax method && Beginnings.Contains(method.Identifier.ValueText)
        || assignment.Ancestors().OfType<IfStatementSyntax>().Any(branch => TestsForNull(branch.Condition, assignment.Left));

    static bool TestsForNull(ExpressionSyntax condition, ExpressionSyntax member) =>
        condition switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: var tested, Right: LiteralExpressionSyntax } =>
                SyntaxFactory.AreEquivalent(tested, member),
            IsPatternExpressionSyntax { Expression: var tested, Pattern: ConstantPatternSyntax } => SyntaxFactory.AreEquivalent(
                tested,
                member
            ),
            _ => false,
        };

    /// <summary>The name of the local or field that is declared with a new object.</summary>
    public static string? DeclaredWith(BaseObjectCreationExpressionSyntax creation) =>
        creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    static HashSet<string?> MethodsOf(IEnumerable<ExchangeParticipant> ends) =>
        [.. ends.SelectMany(end => end.Places).Select(Functions.Around).OfType<MethodDeclarationSyntax>().Select(Functions.NameOf)];

    /// <summary>The methods that the function around calls on a new object, or on what it puts it into.</summary>
    static HashSet<string?> CalledOn(BaseObjectCreationExpressionSyntax creation)
    {
        var assignment = creation.Parent as AssignmentExpressionSyntax;
        SyntaxNode value = (SyntaxNode?)assignment ?? creation;
        while (value.Parent is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized;
        HashSet<string?> called = value.Parent is MemberAccessExpressionSyntax access ? [access.Name.Identifier.ValueText] : [];
        if (
            (assignment?.Left.GetLastToken().ValueText ?? DeclaredWith(creation)) is not { } holder
            || creation.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not null
            || Functions.Around(creation) is not { } function
        )
            return called;
        called.UnionWith(
            function
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(member => NameOf(member.Expression) == holder)
                .Select(member => member.Name.Identifier.ValueText)
        );
        return called;
    }

    static string? NameOf(ExpressionSyntax expression) =>
        expression switch
        {
            PostfixUnaryExpressionSyntax { Operand: var inner } => NameOf(inner),
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
            _ => null,
        };
}
