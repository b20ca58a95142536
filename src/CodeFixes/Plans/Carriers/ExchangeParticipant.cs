using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>One of the requests of an exchange, and the calls through which its member gets the proof key's parameter.</summary>
/// <param name="Propagations">Innermost first; none where the request's own member knows the proof key.</param>
sealed record ExchangeParticipant(Request Request, ImmutableArray<ParameterPropagation> Propagations)
{
    /// <summary>How many callers of callers are asked.</summary>
    const int MostPropagations = 3;

    /// <summary>Where its parameters can be added.</summary>
    public ImmutableArray<InsertionPoint> Points { get; init; } = [];

    /// <summary>Where the proof key has to be at hand: the request, or the outermost calls that lead to it.</summary>
    public IEnumerable<SyntaxNode> Places => Propagations.IsEmpty ? Request.Sites : Propagations[Propagations.Length - 1].Calls;

    /// <summary>The request as it is, then with the proof key coming from its member's callers, from theirs, and so on.</summary>
    public static IEnumerable<ExchangeParticipant> Of(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        var end = new ExchangeParticipant(request, []);
        while (true)
        {
            yield return end;
            var executables = end.Places.Select(Declarations.Executable).Distinct().Take(2).ToList();
            if (
                !request.IsSetByMaker
                || end.Propagations.Length == MostPropagations
                || executables is not [MethodDeclarationSyntax method]
                || ParameterPropagation.Of(method, cache, cancellation) is not { } propagation
            )
                yield break;
            end = end with { Propagations = end.Propagations.Add(propagation) };
        }
    }
}
