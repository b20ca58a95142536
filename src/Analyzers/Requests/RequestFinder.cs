using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Providers;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Requests;

/// <summary>Runs members and gathers the requests that they put together, each once, at its fullest.</summary>
sealed class RequestFinder(CompilationCache cache, PkceOptions options, CancellationToken cancellation)
{
    /// <summary>How many callers of callers are looked at.</summary>
    const int MostCallers = 2;

    readonly List<Sighting> _sightings = [];
    readonly List<Verifier> _verifiers = [];
    readonly List<Challenge> _challenges = [];
    readonly List<LostVerifier> _lost = [];
    bool _hexIsAsked;
    readonly HashSet<SyntaxNode> _run = [];
    readonly HashSet<SyntaxNode> _unfinished = [];
    readonly HashSet<SyntaxNode> _known = [];

    /// <summary>A value that left a member and is a request in at least one of its variants.</summary>
    sealed record Sighting(RequestKind Kind, Parameter Core, ImmutableArray<Variant> Variants, EscapeKind Escape, SyntaxNode Executable)
    {
        public HashSet<(SyntaxNode, string)> Parts { get; } =
        [.. Variants.SelectMany(variant => variant.Set.Parameters).Select(parameter => (parameter.Place, parameter.Name))];

        /// <summary>Whether the member that was run holds the core itself; otherwise it calls or reads the one that does.</summary>
        public bool IsHome => Declarations.Executable(Core.Place) == Executable;
    }

    /// <summary>Runs the members, and the callers of those that leave a request unfinished.</summary>
    public void Run(IEnumerable<SyntaxNode> executables, SyntaxTree tree)
    {
        foreach (var executable in executables)
            Run(executable);
        for (var i = 0; i < MostCallers; i++)
        {
            var unfinished = _sightings
                .Where(sighting =>
                    sighting.Core.Place.SyntaxTree == tree
                    && sighting.Escape != EscapeKind.Passed
                    && RequestOf(sighting).Proof is Presence.Never or Presence.Unknown
                )
                .Select(sighting => sighting.Executable)
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
    }

    void Run(SyntaxNode executable)
    {
        if (!_run.Add(executable))
            return;
        var interpreter = new Interpreter(cache, options, cancellation);
        interpreter.Run(executable);
        if (interpreter.Exhausted)
            return;
        if (WritesItselfOut(executable))
            _unfinished.Add(executable);
        ReadNamed(interpreter);
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
            foreach (var variant in variants)
                ReadSent(variant, interpreter);
            sent.AddRange(variants);
            See(RequestKind.Authorization, variants, RequestShape.Authorization, escape, executable);
            See(RequestKind.Token, variants, RequestShape.Token, escape, executable);
            See(RequestKind.FrontChannel, variants, RequestShape.FrontChannel, escape, executable);
            if (variants.Any(RequestShape.IsLeftToCaller))
                _unfinished.Add(executable);
        }
        ReadRedeemed(sent, interpreter);
    }

    /// <summary>The verifiers that a member draws and redeems, without a challenge of theirs.</summary>
    void ReadRedeemed(List<Variant> sent, Interpreter interpreter)
    {
        var challenges = sent.Select(variant => variant.Find(WireNames.CodeChallenge))
            .OfType<Parameter>()
            .SelectMany(challenge => challenge.Value.Sources.Items)
            .Select(source => source.Place)
            .ToList();
        foreach (var variant in sent.Where(variant => RequestShape.Token(variant) is not null))
        {
            // One verifier, one report: what is wrong with it anyway has to be made anew.
            if (
                variant.Find(WireNames.CodeVerifier) is { } redeemed
                && SentAs(redeemed, interpreter).Faults.IsEmpty
                && interpreter.IsDrawnForNobody(redeemed.Value)
                && !redeemed.Value.Sources.Items.Any(source => challenges.Contains(source.Place))
            )
            {
                _lost.Add(new LostVerifier(ShownAt(redeemed), LossKind.DrawnAnew, null));
            }
        }
    }

    static Verifier SentAs(Parameter verifier, Interpreter interpreter) =>
        new(verifier.Value.Sources, interpreter.SampleOf(verifier.Value), ShownAt(verifier), null, IsSent: true);

    /// <summary>The verifiers and challenges that a name tells: of a name that is written to several times, the last value
    /// counts.</summary>
    void ReadNamed(Interpreter interpreter)
    {
        var latest = interpreter
            .Named.GroupBy(named => named.Symbol, SymbolEqualityComparer.Default)
            .Select(named => named.Last())
            .Where(named => !IsEditedOn(named))
            .ToDictionary(named => named.Symbol, SymbolEqualityComparer.Default);
        foreach (var named in interpreter.Named)
        {
            // Before the last step a text need not yet be well-formed.
            if (ProofNames.IsVerifier(named.Name, named.Place.SyntaxTree, cancellation))
                _verifiers.Add(
                    new Verifier(
                        named.Sources,
                        latest.TryGetValue(named.Symbol, out var last) && last == named ? named.Sample : null,
                        named.Place,
                        named.Place is MemberDeclarationSyntax or LocalFunctionStatementSyntax
                            ? named.Place
                            : Verifier.Replaceable(named.Place),
                        IsSent: false
                    )
                );
        }
        foreach (var last in latest.Values)
        {
            if (Identifier.IsCodeChallenge(last.Name) && last is { Sample: { IsText: true } sample, Value.Alternatives.Length: 1 })
                _challenges.Add(new Challenge(sample, last.Place, IsSent: false));
        }
    }

    /// <summary>Whether what a local holds is but a step on the way: <c>return challenge.TrimEnd('=')</c>.</summary>
    static bool IsEditedOn(NamedValue named) =>
        named.Place is ExpressionSyntax
        && named.Place.FirstAncestorOrSelf<BlockSyntax>() is { } block
        && block
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(access =>
                access.SpanStart > named.Place.Span.End
                && access.Name.Identifier.ValueText is "Replace" or "TrimEnd" or "Trim" or "Split" or "Substring" or "Remove"
                && access.Expression is IdentifierNameSyntax { Identifier.ValueText: var edited }
                && edited == named.Name
                && access.Parent is InvocationExpressionSyntax
            );

    /// <summary>The verifier and challenge of a set of parameters, whatever kind of request it is.</summary>
    void ReadSent(Variant variant, Interpreter interpreter)
    {
        if (variant.Find(WireNames.CodeVerifier) is { } sent)
            _verifiers.Add(SentAs(sent, interpreter));
        if (variant.Find(WireNames.CodeChallenge) is not { } challenge)
            return;
        // What the challenge was made from is the verifier.
        _verifiers.Add(new Verifier(challenge.Value.Sources, null, ShownAt(challenge), null, IsSent: true));
        if (variant.Challenge is not { IsText: true } sample || IsPlain(variant.Find(WireNames.CodeChallengeMethod)))
            return;
        var made = new Challenge(sample, ShownAt(challenge), IsSent: true);
        if (HostOf(variant.Endpoint) is { } host && Provider.OfHost(host)?.Transformation == Transformation.HexSha256 && made.IsHex)
            _hexIsAsked = true;
        else
            _challenges.Add(made);
    }

    /// <summary>Whether it sets up a new object whose members are written out as parameters: whoever makes one goes on with it.</summary>
    bool WritesItselfOut(SyntaxNode executable) =>
        executable is ConstructorDeclarationSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        && executable.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && cache.ModelOf(type.SyntaxTree).GetDeclaredSymbol(type, cancellation) is { } symbol
        && symbol.GetMembers().Any(member => member is IPropertySymbol && MemberNames.WireNameOf(member) is not null);

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

    void See(RequestKind kind, List<Variant> variants, Func<Variant, Parameter?> core, Escape escape, SyntaxNode executable)
    {
        foreach (
            var request in variants
                .Select(variant => (Variant: variant, Core: core(variant)))
                .Where(pair => pair.Core is not null)
                .GroupBy(pair => pair.Core!.Place)
        )
            _sightings.Add(new Sighting(kind, request.First().Core!, [.. request.Select(pair => pair.Variant)], escape.Kind, executable));
    }

    /// <summary>The expression of a parameter's value, where it can be told from the text around it.</summary>
    public static SyntaxNode ShownAt(Parameter parameter) =>
        parameter.Entry.Value ?? (parameter.Value as Text)?.Pieces.OfType<HolePiece>().FirstOrDefault()?.Place ?? parameter.Place;

    static bool IsPlain(Parameter? method) => method?.Value.Alternatives.Any(value => value is Text { Exact: "plain" }) == true;

    /// <summary>The verifiers, by what is sent and by their names.</summary>
    public ImmutableArray<Verifier> Verifiers() => [.. _verifiers.Where(verifier => !verifier.Faults.IsEmpty).Distinct()];

    /// <summary>The verifiers that are drawn where the code is redeemed.</summary>
    public ImmutableArray<LostVerifier> DrawnAnew() => [.. _lost.Distinct()];

    public ImmutableArray<Challenge> Challenges() =>
        [
            .. _challenges
                .Where(challenge => challenge.Fault is not null && !(_hexIsAsked && challenge is { IsSent: false, IsHex: true }))
                .Distinct(),
        ];

    public ImmutableArray<Request> Requests() =>
        [
            .. _sightings
                .Where(sighting => !IsPartial(sighting))
                .GroupBy(sighting => (sighting.Kind, sighting.Core.Place))
                .Select(Merge)
                .Where(request => !request.Variants.Any(variant => IsExcluded(variant.Endpoint)))
                .OrderBy(request => request.Place.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(request => request.Place.SpanStart),
        ];

    /// <summary>Whether another sighting knows more of the same request: what it asks for, or that it is one by a parameter that
    /// was added later.</summary>
    bool IsPartial(Sighting sighting) =>
        RequestShape.IsPresumed(sighting.Core) && _known.Contains(sighting.Core.Place)
        || sighting.Core.Name != WireNames.ResponseType
            && _sightings.Any(other =>
                other.Kind == sighting.Kind && other.Core.Place != sighting.Core.Place && sighting.Parts.IsProperSubsetOf(other.Parts)
            );

    bool IsExcluded(Text endpoint) =>
        !options.ExcludedHosts.IsEmpty && HostOf(endpoint) is { } host && options.ExcludedHosts.Contains(host);

    /// <summary>The host that an endpoint is written with; null where it is not known.</summary>
    static string? HostOf(Text endpoint) =>
        endpoint.Pieces is not [var start, ..]
            ? null
            : start switch
            {
                LiteralPiece literal => Uri.TryCreate(literal.Content, UriKind.Absolute, out var uri) ? uri.Host : null,
                HolePiece hole => hole.Content.Alternatives.OfType<Text>().Select(HostOf).FirstOrDefault(host => host is not null),
                _ => null,
            };

    static Request Merge(IEnumerable<Sighting> sightings)
    {
        var byMember = sightings.GroupBy(sighting => sighting.Executable).Select(Fullest).ToList();
        // Where a member hands a request on, the members that take it up finish it.
        var continued = byMember.Where(member => !member[0].IsHome).ToList();
        var home = byMember.FirstOrDefault(member => member[0].IsHome);
        var judged =
            continued.Count == 0 ? home!
            : home is null || home.All(sighting => sighting.Escape != EscapeKind.Passed) ? [.. continued.SelectMany(member => member)]
            : [.. byMember.SelectMany(member => member)];
        // Whoever hands it on without the proof key makes a request of its own, whatever others add to it.
        var bare = judged.GroupBy(sighting => sighting.Executable).FirstOrDefault(member => Combine(member).Proof == Presence.Never);
        var told = bare ?? judged.AsEnumerable();
        return Combine(told) with
        {
            Executable = (home ?? told).First().Executable,
            Users = [.. byMember.Select(member => member[0].Executable)],
        };

        static Request Combine(IEnumerable<Sighting> sightings) =>
            RequestOf(sightings.First()) with
            {
                Variants = [.. sightings.SelectMany(sighting => sighting.Variants).Distinct()],
            };
    }

    /// <summary>On its way through a member a request is seen several times, each time with more parameters: the fullest is what
    /// is sent. What is left behind at the end does not count where something was sent.</summary>
    static List<Sighting> Fullest(IEnumerable<Sighting> sightings)
    {
        var all = sightings.ToList();
        var fullest = all.Where(sighting => !all.Any(other => sighting.Parts.IsProperSubsetOf(other.Parts))).ToList();
        var sent = fullest.Where(sighting => sighting.Escape != EscapeKind.Left).ToList();
        return sent.Count > 0 ? sent : fullest;
    }

    static Request RequestOf(Sighting sighting) => new(sighting.Kind, sighting.Core, sighting.Variants, sighting.Executable);
}
