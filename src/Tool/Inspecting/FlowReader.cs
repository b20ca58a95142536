using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Scanning;
using PkceAnalyzers.Verifiers;
using Place = PkceAnalyzers.Tool.Scanning.Place;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>Reads off the analyzers' models what way a finding takes through the code.</summary>
sealed class FlowReader(CompiledGroup group, CancellationToken cancel)
{
    readonly ProjectAnalysis _analysis = ProjectAnalysis.Of(group.Compilation, group.Options);

    /// <summary>The steps of a finding, in their order; empty where it has one place only.</summary>
    public IReadOnlyList<FlowStep> StepsOf(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree || !group.Compilation.ContainsSyntaxTree(tree))
            return [];
        var file = _analysis.FileOf(tree, cancel);
        var judgement = file.Judgements.FirstOrDefault(one =>
            one.Id == diagnostic.Id && one.Place.SourceSpan == diagnostic.Location.SourceSpan
        );
        var steps = judgement?.Subject switch
        {
            VerifierFinding found => Verifier(found),
            Challenge { Verifier: { } verifier } challenge =>
            [
                (verifier, "The code verifier"),
                (challenge.Place, "The code challenge that is made of it"),
            ],
            SharedVerifier shared => [(shared.Made, "The code verifier is made here"), (shared.Place, "It serves every request from here")],
            Request request => Exchange(request, file.Model.Requests),
            _ => Enumerable.Empty<(SyntaxNode, string)>(),
        };
        var placed = steps.Select(step => new FlowStep(Place.Of(step.Item1.GetLocation())!, step.Item2)).DistinctBy(step => step.Place);
        return placed.ToList() is { Count: > 1 } flow ? flow : [];
    }

    static IEnumerable<(SyntaxNode, string)> Verifier(VerifierFinding found)
    {
        if (found.Verifier.Origin is { } origin)
            yield return (origin, "The code verifier is drawn here");
        if (found.Verifier.Maker is { } maker)
            yield return (maker, "It is made into text here");
        yield return (found.Verifier.Sink, found.Verifier.IsSent ? "It is sent here" : "It is named a code verifier here");
    }

    /// <summary>The authorization request and the token request of one type, of which one lacks what the other needs.</summary>
    static IEnumerable<(SyntaxNode, string)> Exchange(Request request, IEnumerable<Request> all)
    {
        var home = TypeOf(request.Place);
        var other = all.FirstOrDefault(one => one.Kind != request.Kind && IsOfCode(one) && TypeOf(one.Place) == home);
        if (!IsOfCode(request) || other is null)
            yield break;
        var (first, last) = request.Kind == RequestKind.Authorization ? (request, other) : (other, request);
        yield return (first.Place, $"The authorization request, {With(first, WireNames.CodeChallenge)}");
        yield return (last.Place, $"The token request, {With(last, WireNames.CodeVerifier)}");
    }

    static string With(Request request, string name) =>
        request.Proof switch
        {
            Presence.Never => $"without {name}",
            Presence.Always => $"with {name}",
            Presence.Sometimes => $"with {name} on some paths",
            _ => $"which may have {name}",
        };

    static bool IsOfCode(Request request) => request.Kind is RequestKind.Authorization or RequestKind.Token;

    static SyntaxNode? TypeOf(SyntaxNode place) => place.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>();
}
