using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Requests;

/// <summary>Runs members and gathers the requests that they put together, each once, at its fullest.</summary>
/// <param name="seen">Is told of each member that was run.</param>
sealed class RequestFinder(CompilationCache cache, PkceOptions options, Action<MemberRun> seen, CancellationToken cancellation)
{
    /// <summary>How many callers of callers are looked at.</summary>
    const int MostCallers = 2;

    readonly List<RequestCandidate> _candidates = [];
    readonly HashSet<SyntaxNode> _run = [];
    readonly HashSet<SyntaxNode> _unfinished = [];
    readonly HashSet<SyntaxNode> _known = [];

    /// <summary>Members that send a verifier or a challenge which their caller gives.</summary>
    readonly List<SyntaxNode> _asking = [];

    /// <summary>A value that left a member and is a request in at least one of its variants.</summary>
    sealed record RequestCandidate(
        RequestKind Kind,
        Parameter Anchor,
        ImmutableArray<Variant> Variants,
        EscapeKind Escape,
        SyntaxNode Executable
    )
    {
        public HashSet<(SyntaxNode, string)> Parts { get; } =
        [.. Variants.SelectMany(variant => variant.Set.Parameters).Select(parameter => (parameter.Place, parameter.Name))];

        /// <summary>Whether the member that was run holds the anchor itself; otherwise it calls or reads the one that does.</summary>
        public bool IsHome => Declarations.Executable(Anchor.Place) == Executable;
    }

    /// <summary>Runs the members, and the callers of those that leave a request unfinished.</summary>
    public void Run(IEnumerable<SyntaxNode> executables, SyntaxTree tree)
    {
        foreach (var executable in executables)
            Run(executable);
        for (var i = 0; i < MostCallers; i++)
        {
            var unfinished = _candidates
                .Where(candidate =>
                    candidate.Anchor.Place.SyntaxTree == tree
                    && candidate.Escape != EscapeKind.Passed
                    && RequestOf(candidate).Proof is Presence.Never or Presence.Unknown
                )
                .Select(candidate => candidate.Executable)
                .Concat(_unfinished)
                .Distinct()
                .ToList();
            var callers = unfinished
                .SelectMany(executable => Callers.Of(executable, cache, cancellation))
                .Where(caller => !_run.Contains(caller))
                .Distinct()
                .ToList();
            if (callers.Count == 0)
                break;
            callers.ForEach(Run);
        }
        foreach (var caller in _asking.ToList().SelectMany(asking => Callers.Of(asking, cache, cancellation)).Distinct())
            RunForProof(caller);
    }

    /// <summary>Runs the caller of a member that sends what it is given: whose request that is has been told already.</summary>
    void RunForProof(SyntaxNode executable)
    {
        if (!_run.Add(executable))
            return;
        if (cache.RunOf(executable, options, cancellation) is not { } interpreter)
            return;
        var sent = interpreter.Escapes.SelectMany(escape => escape.Texts).Select(text => ReadVariant(text, interpreter));
        seen(new MemberRun(interpreter, [.. sent]));
    }

    void Run(SyntaxNode executable)
    {
        if (!_run.Add(executable))
            return;
        if (cache.RunOf(executable, options, cancellation) is not { } interpreter)
            return;
        if (WritesItselfOut(executable))
            _unfinished.Add(executable);
        var sent = new List<Variant>();
        foreach (var escape in interpreter.Escapes)
        {
            var variants = escape.Texts.Select(text => ReadVariant(text, interpreter)).ToList();
            _known.UnionWith(
                variants
                    .Select(variant => variant.Find(WireNames.ResponseType))
                    .OfType<Parameter>()
                    .Where(type => !RequestShape.IsPresumed(type))
                    .Select(type => type.Place)
            );
            sent.AddRange(variants);
            See(RequestKind.Authorization, variants, RequestShape.Authorization, escape, executable);
            See(RequestKind.Token, variants, RequestShape.Token, escape, executable);
            See(RequestKind.FrontChannel, variants, RequestShape.FrontChannel, escape, executable);
            if (variants.Any(RequestShape.IsLeftToCaller))
                _unfinished.Add(executable);
        }
        if (sent.Exists(IsAsking))
            _asking.Add(executable);
        seen(new MemberRun(interpreter, sent));
    }

    /// <summary>Whether it sets up a new object whose members are written out as parameters: the code that makes one goes on with
    /// it.</summary>
    bool WritesItselfOut(SyntaxNode executable) =>
        executable is ConstructorDeclarationSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        && executable.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && cache.ModelOf(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) is { } symbol
        && symbol.GetMembers().Any(member => member is IPropertySymbol && MemberNames.WireNameOf(member) is not null);

    static bool IsAsking(Variant sent) =>
        sent.Find(WireNames.CodeVerifier)?.Value.Sources.Has(SourceKind.Caller) == true
        || sent.Find(WireNames.CodeChallenge)?.Value.Sources.Has(SourceKind.Caller) == true;

    static Variant ReadVariant(Text text, Interpreter interpreter)
    {
        var (endpoint, set) = QueryReader.Read(text);
        var variant = new Variant(text, endpoint, set);
        return variant.Find(WireNames.CodeChallenge) is { } challenge
            ? variant with
            {
                Challenge = interpreter.SampleOf(challenge.Value),
            }
            : variant;
    }

    void See(RequestKind kind, List<Variant> variants, Func<Variant, Parameter?> anchor, Escape escape, SyntaxNode executable)
    {
        foreach (
            var request in variants
                .Select(variant => (Variant: variant, Anchor: anchor(variant)))
                .Where(pair => pair.Anchor is not null)
                .GroupBy(pair => pair.Anchor!.Place)
        )
            _candidates.Add(
                new RequestCandidate(kind, request.First().Anchor!, [.. request.Select(pair => pair.Variant)], escape.Kind, executable)
            );
    }

    public ImmutableArray<Request> Requests() =>
        [
            .. _candidates
                .Where(candidate => !IsPartial(candidate))
                .GroupBy(candidate => (candidate.Kind, candidate.Anchor.Place))
                .Select(Merge)
                .Where(request => !request.Variants.Any(variant => IsExcluded(variant.Endpoint)))
                .OrderBy(request => request.Place.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(request => request.Place.SpanStart),
        ];

    /// <summary>Whether another candidate knows more of the same request: what it asks for, or that it is one by a parameter that
    /// was added later.</summary>
    bool IsPartial(RequestCandidate candidate) =>
        RequestShape.IsPresumed(candidate.Anchor) && _known.Contains(candidate.Anchor.Place)
        || candidate.Anchor.Name != WireNames.ResponseType
            && _candidates.Any(other =>
                other.Kind == candidate.Kind
                && other.Anchor.Place != candidate.Anchor.Place
                && candidate.Parts.IsProperSubsetOf(other.Parts)
            );

    bool IsExcluded(Text endpoint) => !options.ExcludedHosts.IsEmpty && endpoint.Host is { } host && options.ExcludedHosts.Contains(host);

    static Request Merge(IEnumerable<RequestCandidate> candidates)
    {
        var byMember = candidates.GroupBy(candidate => candidate.Executable).Select(Fullest).ToList();
        // Where a member hands a request on, the members that take it up finish it.
        var continued = byMember.Where(member => !member[0].IsHome).ToList();
        var home = byMember.FirstOrDefault(member => member[0].IsHome);
        var judged =
            continued.Count == 0 ? home!
            : home is null || home.All(candidate => candidate.Escape != EscapeKind.Passed) ? [.. continued.SelectMany(member => member)]
            : [.. byMember.SelectMany(member => member)];
        // A member that hands it on unchanged sends it without the proof key, even if other members add one.
        var bare = judged.GroupBy(candidate => candidate.Executable).FirstOrDefault(member => Combine(member).Proof == Presence.Never);
        var told = bare ?? judged.AsEnumerable();
        return Combine(told) with
        {
            Executable = (home ?? told).First().Executable,
            Users = [.. byMember.Select(member => member[0].Executable)],
        };

        static Request Combine(IEnumerable<RequestCandidate> candidates) =>
            RequestOf(candidates.First()) with
            {
                Variants = [.. candidates.SelectMany(candidate => candidate.Variants).Distinct()],
            };
    }

    /// <summary>On its way through a member a request is seen several times, each time with more parameters: the fullest is what
    /// is sent. What is left behind at the end does not count where something was sent.</summary>
    static List<RequestCandidate> Fullest(IEnumerable<RequestCandidate> candidates)
    {
        var all = candidates.ToList();
        var fullest = all.Where(candidate => !all.Any(other => candidate.Parts.IsProperSubsetOf(other.Parts))).ToList();
        var sent = fullest.Where(candidate => candidate.Escape != EscapeKind.Left).ToList();
        return sent.Count > 0 ? sent : fullest;
    }

    static Request RequestOf(RequestCandidate candidate) => new(candidate.Kind, candidate.Anchor, candidate.Variants, candidate.Executable);
}
