using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>A method that can get an overload which takes the proof key's parameter from its caller, or that takes it already and does not
/// hand it on.</summary>
/// <param name="Ends">The requests that it leads to, each with the private methods on the way.</param>
sealed record Overloading(ImmutableArray<ExchangeParticipant> Ends, MethodDeclarationSyntax Method)
{
    /// <summary>What its caller hands in: <c>code_challenge</c> or <c>code_verifier</c>.</summary>
    public string Parameter => Ends[0].Request.ProofParameter;

    /// <summary>The name of the parameter by which the method takes it already, where it does.</summary>
    public string? Given { get; private init; }

    const int MostPropagations = 3;

    static readonly SyntaxKind[] Bound =
    [
        SyntaxKind.OverrideKeyword,
        SyntaxKind.AbstractKeyword,
        SyntaxKind.PartialKeyword,
        SyntaxKind.ExternKeyword,
        SyntaxKind.NewKeyword,
    ];

    /// <summary>Null where no code calls such a method by itself (what answers HTTP requests or events, tests, the entry point), or where
    /// several methods lead to the request.</summary>
    public static Overloading? Of(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        if (!request.IsSetByMaker || request.Sites.Any(RunsApart))
            return null;
        var propagations = ImmutableArray<ParameterPropagation>.Empty;
        for (var executable = request.Maker; propagations.Length <= MostPropagations; )
        {
            if (
                executable is not MethodDeclarationSyntax method
                || cache.ModelOf(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is not { } symbol
            )
                return null;
            if (GivenTo(symbol, request.Kind) is { } given)
                return new Overloading([new ExchangeParticipant(request, propagations)], method) { Given = given };
            if (
                method.ExplicitInterfaceSpecifier is not null
                || method.Modifiers.Any(modifier => Bound.Contains(modifier.Kind()))
                || HoldsDirectives(method)
            )
                return null;
            if (symbol.Name == WellKnownMemberNames.EntryPointMethodName || IsEventHandler(symbol) || FrameworkCall.IsExpectedOf(symbol))
                return null;
            // What derives from it would go on overriding the former one.
            if (cache.IsOverridden(symbol))
                return null;
            if (symbol.DeclaredAccessibility != Accessibility.Private)
                return new WebStores(cache, cancellation).IsMadePerRequest(symbol.ContainingType)
                    ? null
                    : new Overloading([new ExchangeParticipant(request, propagations)], method);
            if (
                Callers.CallsOf([method], cache, cancellation) is not { IsEmpty: false } calls
                || calls.Select(Declarations.Executable).Distinct().Take(2).ToList() is not [{ } caller]
                || calls.Any(RunsApart)
            )
                return null;
            propagations = propagations.Add(new ParameterPropagation([method], calls, IsPublicApi: false));
            executable = caller;
        }
        return null;
    }

    /// <summary>Whether a place lies in a function that its method only hands on, to be run for each login: what the method is called with
    /// would serve them all.</summary>
    static bool RunsApart(SyntaxNode place) =>
        place
            .Ancestors()
            .TakeWhile(node => node is not MemberDeclarationSyntax)
            .Any(node =>
                node switch
                {
                    ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } => !IsArgument(node),
                    AnonymousFunctionExpressionSyntax => true,
                    LocalFunctionStatementSyntax local => IsHandedOn(local),
                    _ => false,
                }
            );

    static bool IsArgument(SyntaxNode function) => function.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax };

    static bool IsHandedOn(LocalFunctionStatementSyntax function) =>
        function
            .Parent!.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == function.Identifier.ValueText && name.Parent is not InvocationExpressionSyntax);

    /// <summary>The parameter that is called what the request lacks; null where it may be made in another way than by S256.</summary>
    static string? GivenTo(IMethodSymbol method, RequestKind kind) =>
        method.Parameters.Any(parameter => Identifier.IsChallengeMethod(parameter.Name))
            ? null
            : method
                .Parameters.FirstOrDefault(parameter =>
                    parameter is { Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }
                    && (kind == RequestKind.Token ? Identifier.IsCodeVerifier(parameter.Name) : Identifier.IsCodeChallenge(parameter.Name))
                )
                ?.Name;

    // What is copied must mean the same at another place, and no branch may be left out.
    static bool HoldsDirectives(MethodDeclarationSyntax method) =>
        method.ContainsDirectives
        && method
            .DescendantTrivia()
            .Any(trivia =>
                trivia.IsDirective
                && method.Span.Contains(trivia.Span)
                && trivia.Kind() is not (SyntaxKind.PragmaWarningDirectiveTrivia or SyntaxKind.NullableDirectiveTrivia)
            );

    static bool IsEventHandler(IMethodSymbol method) =>
        method.Parameters is [{ Type.SpecialType: SpecialType.System_Object }, { Type.Name: var second }]
        && second.EndsWith("EventArgs", StringComparison.Ordinal);
}
