using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>Verifiers in locals of the code that sets a program up, which the program's endpoints and events use for each login.</summary>
sealed class CapturedVerifiers(CompilationCache cache, VerifierOrigins origins, CancellationToken cancellation)
{
    public IEnumerable<SharedVerifier> In(SyntaxTree tree)
    {
        var text = tree.GetText(cancellation);
        return Declarations
            .Members(tree.GetRoot(cancellation))
            .Where(member => TriggerWords.OfVerifiers.AreIn(text, member.Span))
            .SelectMany(member => member.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            .Where(local =>
                local is { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax { IsConst: false } }
                && ProofNames.IsVerifier(local.Identifier.ValueText, tree, cancellation)
                && origins.AreMade(value)
                && ServesMany(local)
            )
            .Select(local => new SharedVerifier(local.Initializer!.Value, local.Initializer.Value, true, Lifetime.Process));
    }

    bool ServesMany(VariableDeclaratorSyntax declaration)
    {
        if (
            declaration.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(RunsForEach)
            || ScopeOf(declaration) is not { } scope
            || cache.ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is not { } local
        )
            return false;
        var users = ObjectUse
            .NamesOf(local, scope, cache, cancellation)
            .SelectMany(use => use.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Where(RunsForEach))
            .Distinct()
            .ToList();
        return users.Exists(function => function.DescendantTokens().Any(SharedVerifiers.MakesChallenge))
            && !users.Exists(function => ObjectUse.NamesOf(local, function, cache, cancellation).Any(IsWritten));
    }

    /// <summary>What the local can be used in: its block, or for top-level statements the file.</summary>
    static SyntaxNode? ScopeOf(VariableDeclaratorSyntax local) =>
        local.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or CompilationUnitSyntax);

    /// <summary>Whether a function runs for each login: an endpoint, or an event that is set where the program is set up.</summary>
    static bool RunsForEach(AnonymousFunctionExpressionSyntax function) =>
        function.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => HostSetup.AddsEndpoint(call),
            AssignmentExpressionSyntax { Left: var handled } assignment => HostSetup.IsLoginEvent(handled.LastName())
                && assignment.Ancestors().OfType<InvocationExpressionSyntax>().Any(HostSetup.IsSetUp),
            _ => false,
        };

    static bool IsWritten(IdentifierNameSyntax use) => use.Parent is AssignmentExpressionSyntax { Left: var written } && written == use;
}
