using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Verifiers;

/// <summary>Verifiers in locals of the code that sets a program up, which the program's endpoints and events use for each login.</summary>
static class CapturedVerifiers
{
    /// <summary>How the calls begin by which a program is set up.</summary>
    static readonly string[] SetUps = ["Add", "Use", "Configure", "PostConfigure"];

    public static IEnumerable<SharedVerifier> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        return Declarations
            .Members(tree.GetRoot(cancellation))
            .Where(member => TriggerWords.OfVerifiers.AreIn(text, member.Span))
            .SelectMany(member => member.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            .Where(local =>
                local is { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax { IsConst: false } }
                && ProofNames.IsVerifier(local.Identifier.ValueText, tree, cancellation)
                && SharedVerifier.Makes(value)
                && ServesMany(local)
            )
            .Select(local => new SharedVerifier(local.Initializer!.Value, local.Initializer.Value, true, Lifetime.Process));
    }

    static bool ServesMany(VariableDeclaratorSyntax local)
    {
        if (local.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(RunsForEach) || ScopeOf(local) is not { } scope)
            return false;
        var name = local.Identifier.ValueText;
        var users = scope
            .DescendantNodes()
            .OfType<AnonymousFunctionExpressionSyntax>()
            .Where(function => RunsForEach(function) && Uses(function, name))
            .ToList();
        return users.Exists(function => function.DescendantTokens().Any(SharedVerifier.MakesChallenge))
            && !users.Exists(function => Writes(function, name));
    }

    /// <summary>What the local can be used in: its block, or for top-level statements the file.</summary>
    static SyntaxNode? ScopeOf(VariableDeclaratorSyntax local) =>
        local.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax);

    /// <summary>Whether a function runs for each login: an endpoint, or an event that is set where the program is set up.</summary>
    static bool RunsForEach(AnonymousFunctionExpressionSyntax function) =>
        function.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.MethodName()
                .StartsWith("Map", StringComparison.Ordinal),
            AssignmentExpressionSyntax { Left: var handled } assignment => IsEvent(handled) && IsSetUp(assignment),
            _ => false,
        };

    static bool IsEvent(ExpressionSyntax handled)
    {
        var name = handled.LastName();
        return name?.StartsWith("On", StringComparison.Ordinal) == true
            || name is "RedirectToIdentityProvider" or "AuthorizationCodeReceived";
    }

    static bool IsSetUp(SyntaxNode place) =>
        place
            .Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => Array.Exists(SetUps, prefix => call.MethodName().StartsWith(prefix, StringComparison.Ordinal)));

    static bool Uses(SyntaxNode function, string name) =>
        function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name);

    static bool Writes(SyntaxNode function, string name) =>
        function
            .DescendantNodes()
            .Any(node =>
                node switch
                {
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax written } => written.Identifier.ValueText == name,
                    VariableDeclaratorSyntax own => own.Identifier.ValueText == name,
                    ParameterSyntax own => own.Identifier.ValueText == name,
                    _ => false,
                }
            );
}
