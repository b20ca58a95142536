using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>Runs members and gathers the requests that they put together, each once, at its fullest.</summary>
sealed class RequestFinder(CompilationCache cache, CancellationToken cancellation)
{
    readonly List<Sighting> _sightings = [];
    readonly List<Verifier> _verifiers = [];

    /// <summary>A value that left a member and is a request in at least one of its variants.</summary>
    sealed record Sighting(RequestKind Kind, Parameter Core, ImmutableArray<Variant> Variants, EscapeKind Escape, SyntaxNode Executable, SyntaxNode Place)
    {
        public HashSet<(SyntaxNode, string)> Parts { get; } = [.. Variants.SelectMany(variant => variant.Set.Parameters).Select(parameter => (parameter.Place, parameter.Name))];
    }

    public void Run(SyntaxNode executable)
    {
        var interpreter = new Interpreter(cache, cancellation);
        interpreter.Run(executable);
        if (interpreter.Exhausted)
            return;
        _verifiers.AddRange(interpreter.Named.Where(named => Verifier.IsNamed(named.Name)).Select(named =>
            new Verifier(named.Sources, named.Place, named.Place is MemberDeclarationSyntax or LocalFunctionStatementSyntax ? named.Place : Verifier.Replaceable(named.Place))));
        foreach (var escape in interpreter.Escapes)
        {
            var variants = escape.Texts.Select(ReadVariant).ToList();
            See(RequestKind.Authorization, variants, RequestShape.Authorization, escape, executable);
            See(RequestKind.Token, variants, RequestShape.Token, escape, executable);
        }
    }

    static Variant ReadVariant(Text text)
    {
        var (endpoint, set) = QueryReader.Read(text);
        return new Variant(text, endpoint, set);
    }

    void See(RequestKind kind, List<Variant> variants, Func<Variant, Parameter?> core, Escape escape, SyntaxNode executable)
    {
        foreach (var request in variants.Select(variant => (Variant: variant, Core: core(variant))).Where(pair => pair.Core is not null).GroupBy(pair => pair.Core!.Place))
            _sightings.Add(new Sighting(kind, request.First().Core!, [.. request.Select(pair => pair.Variant)], escape.Kind, executable, escape.Place));
    }

    /// <summary>The verifiers of the requests, by what is sent, and those that only a name tells.</summary>
    public ImmutableArray<Verifier> Verifiers()
    {
        var sent = _sightings.SelectMany(sighting => sighting.Variants)
            .SelectMany(variant => new[] { variant.Find(WireNames.CodeVerifier), variant.Find(WireNames.CodeChallenge) }).OfType<Parameter>()
            .Select(parameter => new Verifier(parameter.Value.Sources, parameter.Entry.Value ?? parameter.Place, null));
        return [.. _verifiers.Concat(sent).Where(verifier => !verifier.Sources.Items.IsEmpty).Distinct()];
    }

    /// <summary>The requests whose core lies in a file.</summary>
    public ImmutableArray<Request> Requests(SyntaxTree tree) =>
    [
        .. _sightings.Where(sighting => sighting.Core.Place.SyntaxTree == tree)
            .GroupBy(sighting => (sighting.Kind, sighting.Core.Place))
            .Select(Merge).OrderBy(request => request.Place.SpanStart),
    ];

    static Request Merge(IEnumerable<Sighting> sightings)
    {
        var all = sightings.ToList();
        // On its way a request is seen several times, each time with more parameters: the fullest one is what is sent.
        var fullest = all.Where(sighting => !all.Any(other => sighting.Parts.IsProperSubsetOf(other.Parts))).ToList();
        var sent = fullest.Where(sighting => sighting.Escape != EscapeKind.Left).ToList();
        var judged = sent.Count > 0 ? sent : fullest;
        var first = judged[0];
        return new Request(first.Kind, first.Core, [.. judged.SelectMany(sighting => sighting.Variants).Distinct()], first.Executable);
    }
}
