using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Finds the expression that makes a code verifier, also where the verifier is told by where it is sent.</summary>
sealed class VerifierMaker(CompilationCache cache, CancellationToken cancellation)
{
    const int MostSteps = 4;

    readonly ValueMaker _makers = new(cache, cancellation);

    /// <summary>Null where it is not known, where no name holds the verifier, so that the challenge is made of another value, or where the
    /// verifier is not drawn there: what is read out of a store is made elsewhere.</summary>
    public ExpressionSyntax? Of(Verifier verifier)
    {
        if (verifier.Sink is not ExpressionSyntax sent || _makers.Of(sent) is not { } maker)
            return null;
        // A constant's name is used by others.
        if (maker == ValueMaker.Bare(sent) || maker is IdentifierNameSyntax or MemberAccessExpressionSyntax || !IsHeld(maker))
            return null;
        var makesIt = verifier.Constant is { } constant ? Is(maker, constant) : verifier.Origin is { } origin && Draws(maker, origin, 0);
        return makesIt ? maker : null;
    }

    /// <summary>Whether a variable or member gets the value, by which the challenge can be made of the same.</summary>
    bool IsHeld(SyntaxNode maker) =>
        maker.Parent switch
        {
            // Of a local that only the request reads no challenge is made.
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local } => cache
                .ModelOf(local.SyntaxTree)
                .GetDeclaredSymbol(local, cancellation)
                is { } symbol
                && _makers.UsesOf(symbol).Skip(1).Any(),
            EqualsValueClauseSyntax or ArrowExpressionClauseSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == maker && assignment.Left is not ImplicitElementAccessSyntax,
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax => IsHeld(maker.Parent),
            _ => false,
        };

    bool Is(ExpressionSyntax maker, string constant) =>
        cache.ModelOf(maker.SyntaxTree).GetConstantValue(maker, cancellation) is { HasValue: true, Value: string text } && text == constant;

    /// <summary>Whether the code at <paramref name="origin"/> runs for an expression: within it, within a method of the program that it
    /// calls, or to set or fill a local that it reads.</summary>
    bool Draws(SyntaxNode expression, SyntaxNode origin, int step)
    {
        if (expression.SyntaxTree == origin.SyntaxTree && expression.Span.Contains(origin.Span))
            return true;
        if (step == MostSteps)
            return false;
        return expression
            .DescendantNodesAndSelf()
            .OfType<ExpressionSyntax>()
            .Any(part =>
                part switch
                {
                    InvocationExpressionSyntax call => BodyOf(call) is { } body && Draws(body, origin, step + 1),
                    IdentifierNameSyntax name => _makers.SymbolOf(name) is ILocalSymbol local && IsFilled(local, name, origin, step),
                    _ => false,
                }
            );
    }

    SyntaxNode? BodyOf(InvocationExpressionSyntax call) =>
        _makers.Implementation(_makers.SymbolOf(call) as IMethodSymbol) is { DeclaringSyntaxReferences: [var reference] }
        && cache.IsOwn(reference.SyntaxTree)
            ? Declarations.BodyOf(reference.GetSyntax(cancellation))
            : null;

    bool IsFilled(ILocalSymbol local, IdentifierNameSyntax use, SyntaxNode origin, int step) =>
        _makers.SoleDefinition(use) is { } definition && definition != use && Draws(definition, origin, step + 1)
        || origin.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && statement.SyntaxTree == use.SyntaxTree
            && statement.Span.End <= use.SpanStart
            && statement
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => SymbolEqualityComparer.Default.Equals(_makers.SymbolOf(name), local));
}
