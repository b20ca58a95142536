using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Providers;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>Gathers the code verifiers and challenges of the members that are run: by the parameters that they are sent as, and by
/// their names.</summary>
sealed class ProofReader(CompilationCache cache, CancellationToken cancellation)
{
    readonly List<Verifier> _verifiers = [];
    readonly List<Challenge> _challenges = [];
    bool _hexIsAsked;

    public void Read(MemberRun run)
    {
        ReadNamed(run.Interpreter);
        foreach (var variant in run.Sent)
            ReadSent(variant, run.Interpreter);
    }

    /// <summary>The verifiers, by what is sent and by their names.</summary>
    public ImmutableArray<Verifier> Verifiers() =>
        [.. _verifiers.Where(verifier => !verifier.Faults.IsEmpty).Select(Shown).OfType<Verifier>().Distinct()];

    /// <summary>One that the code of another project sends is shown where this one gets it; null where it does not.</summary>
    Verifier? Shown(Verifier verifier) =>
        cache.IsOwn(verifier.Sink.SyntaxTree) ? verifier
        : verifier.Origin is { } origin && cache.IsOwn(origin.SyntaxTree) ? verifier with { Sink = origin }
        : null;

    public ImmutableArray<Challenge> Challenges() =>
        [
            .. _challenges
                .Where(challenge => challenge.Fault is not null && !(_hexIsAsked && challenge is { IsSent: false, IsHex: true }))
                .Distinct(),
        ];

    /// <summary>The verifier and challenge of a set of parameters, whatever kind of request it is.</summary>
    void ReadSent(Variant variant, Interpreter interpreter)
    {
        var isRequest = WireNames.Requested.Any(name => variant.Find(name) is not null);
        if (variant.Find(WireNames.CodeVerifier) is { } sent)
            _verifiers.Add(Verifier.SentAs(sent, interpreter) with { IsInRequest = isRequest });
        if (variant.Find(WireNames.CodeChallenge) is not { } challenge)
            return;
        // What the challenge was made from is the verifier: of a digest that is written out, a constant.
        _verifiers.Add(
            new Verifier(
                challenge.Value.Sources,
                isRequest ? Verifier.DigestIn(challenge.Value) : null,
                challenge.ShownAt,
                null,
                IsSent: true
            )
            {
                IsInRequest = isRequest,
            }
        );
        if (variant.Challenge is not { IsText: true } sample || IsPlain(variant.Find(WireNames.CodeChallengeMethod)))
            return;
        var made = new Challenge(sample, challenge.ShownAt, IsSent: true);
        if (variant.Endpoint.Host is { } host && Provider.OfEndpoint(host, host)?.Transformation == Transformation.HexSha256 && made.IsHex)
            _hexIsAsked = true;
        else
            _challenges.Add(made);
    }

    /// <summary>The verifiers and challenges that a name tells: of a name that is written to several times, the last value
    /// counts.</summary>
    void ReadNamed(Interpreter interpreter)
    {
        HashSet<NamedValue> latest =
        [
            .. interpreter
                .Named.GroupBy(named => named.Symbol, SymbolEqualityComparer.Default)
                .SelectMany(named => named.Key is null ? [.. named] : new[] { named.Last() })
                .Where(named => !IsEditedOn(named)),
        ];
        foreach (var named in interpreter.Named)
        {
            // Before the last step a text need not yet be well-formed.
            if (ProofNames.IsVerifier(named.Name, named.Place.SyntaxTree, cancellation))
                _verifiers.Add(
                    new Verifier(
                        named.Sources,
                        latest.Contains(named) ? Verifier.ConstantIn(named.Value) ?? named.Sample : null,
                        named.Place,
                        named.Place is MemberDeclarationSyntax or LocalFunctionStatementSyntax
                            ? named.Place
                            : Verifier.Replaceable(named.Place),
                        IsSent: false
                    )
                );
        }
        foreach (var last in latest)
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

    static bool IsPlain(Parameter? method) => method?.Value.Alternatives.Any(value => value is Text { Exact: "plain" }) == true;
}
