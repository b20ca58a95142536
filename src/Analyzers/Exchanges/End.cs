using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>One of the requests of an exchange, and the calls through which its member gets the proof key's parameter.</summary>
/// <param name="Lifts">Innermost first; none where the request's own member knows the proof key.</param>
sealed record End(Request Request, ImmutableArray<Lift> Lifts)
{
    /// <summary>How many callers of callers are asked.</summary>
    const int MostLifts = 3;

    /// <summary>Where the proof key has to be at hand: the request, or the outermost calls that lead to it.</summary>
    public IEnumerable<SyntaxNode> Places => Lifts.IsEmpty ? Request.Sites : Lifts[Lifts.Length - 1].Calls;

    /// <summary>The request as it is, then with the proof key coming from its member's callers, from theirs, and so on.</summary>
    public static IEnumerable<End> Of(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        var end = new End(request, []);
        while (true)
        {
            yield return end;
            var executables = end.Places.Select(Declarations.Executable).Distinct().Take(2).ToList();
            if (
                !request.IsSetByMaker
                || end.Lifts.Length == MostLifts
                || executables is not [MethodDeclarationSyntax method]
                || Lift.Of(method, cache, cancellation) is not { } lift
            )
                yield break;
            end = end with { Lifts = end.Lifts.Add(lift) };
        }
    }
}
