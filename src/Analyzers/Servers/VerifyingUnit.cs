using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A function of a server that tells the right code verifier from a wrong one.</summary>
/// <param name="Right">What is let through.</param>
/// <param name="Through">The answers that the right verifier alone gets.</param>
sealed record VerifyingUnit(SyntaxNode Unit, ServerRun Run, Scenario Right, IReadOnlyCollection<string> Through)
{
    /// <summary>What is done for the right verifier alone where all get the same answer; null where nothing is but to refuse.</summary>
    ScenarioTrace.Effect? Done { get; init; }

    public static VerifyingUnit? Of(SyntaxNode unit, ServerRun run) =>
        new[] { Attack.Right, Attack.RightPlain }.Select(right => TryCreate(unit, run, right)).FirstOrDefault(found => found is not null);

    static VerifyingUnit? TryCreate(SyntaxNode unit, ServerRun run, Scenario right)
    {
        if (
            !run.Reads(ProofRole.Verifier)
            || !run.Reads(ProofRole.Challenge)
            || run.In(right) is not { } passed
            || run.In(Attack.WrongOf(right)) is not { } refused
        )
            return null;
        string[] through = [.. passed.ExitsOf(unit).Except(refused.ExitsOf(unit))];
        var done = through.Length > 0 ? null : passed.EffectsOf(unit).Except(refused.EffectsOf(unit)).LastOrDefault();
        return through.Length > 0 || done is not null || !EndsAlike(unit, passed, refused)
            ? new(unit, run, right, through) { Done = done }
            : null;
    }

    static bool EndsAlike(SyntaxNode unit, ScenarioTrace one, ScenarioTrace other) =>
        new HashSet<string>(one.ExitsOf(unit)).SetEquals(other.ExitsOf(unit))
        && new HashSet<string>(one.EffectsOf(unit).Select(effect => effect.What)).SetEquals(
            other.EffectsOf(unit).Select(effect => effect.What)
        );

    /// <summary>The attacks that get through, each at the condition that lets it.</summary>
    public IEnumerable<VerificationGap> Gaps(ServerRuns runs)
    {
        var callers = new Lazy<List<VerifyingUnit>>(() => [.. runs.CallersOf(Unit)]);
        var places = new HashSet<SyntaxNode>();
        foreach (var attack in Attack.On(Right))
        {
            if (
                Passes(attack.Scenario, attack.Altered)
                && PlaceOf(attack, runs) is { } place
                && places.Add(place)
                && !IsRefusedBy(callers.Value, attack)
            )
                yield return new VerificationGap(place, attack.Kind);
        }
    }

    /// <summary>Whether the caller of the function turns the request away.</summary>
    static bool IsRefusedBy(List<VerifyingUnit> callers, Attack attack) =>
        callers.Count > 0 && callers.TrueForAll(caller => !caller.Passes(attack.Scenario, attack.Altered));

    /// <summary>Whether a request gets through; what is not known does not.</summary>
    public bool Passes(Scenario scenario, params SourceKind[] altered) =>
        Run.In(scenario) is { } trace
        && !altered.Any(trace.Undecided.Contains)
        && (
            Through.Count > 0 ? trace.ExitsOf(Unit).Any(Through.Contains)
            : Done is null ? EndsAlike(Unit, trace, Run.In(Right)!)
            : Does(trace, Done)
        );

    /// <summary>Whether the same is done that is done for the right verifier, there or at another place.</summary>
    bool Does(ScenarioTrace trace, ScenarioTrace.Effect done)
    {
        var refused = Run.In(Attack.WrongOf(Right))!.EffectsOf(Unit);
        var isThereAlone = refused.All(effect => effect.Place != done.Place);
        return trace.EffectsOf(Unit).Except(refused).Any(effect => effect.What == done.What || isThereAlone && effect.Place == done.Place);
    }

    /// <summary>The condition that decides otherwise than for a wrong verifier, which is refused.</summary>
    SyntaxNode? PlaceOf(Attack attack, ServerRuns runs)
    {
        var scenario = attack.Scenario;
        var refused = Run.In(Attack.WrongOf(Right))!;
        var passed = Run.In(Right)!.Conditions.ToLookup(condition => condition.Place, condition => condition.Truth);
        var taken = Run.In(scenario)!.Conditions.ToLookup(condition => condition.Place, condition => condition.Truth);
        foreach (var (frame, place, truth) in refused.Conditions.Reverse())
        {
            if (passed[place].Contains(truth) && taken[place].Any() && !taken[place].Contains(truth))
                return PlaceOf(attack, frame, place, runs);
        }
        return refused.Comparisons.Select(comparison => ServerRun.Seen(Unit, comparison.Frame, comparison.Place)).FirstOrDefault();
    }

    /// <summary>A condition of the function itself, or of one that it calls and that has no gap when it is looked at by itself: of another
    /// file's the call.</summary>
    SyntaxNode? PlaceOf(Attack attack, Frame frame, SyntaxNode place, ServerRuns runs) =>
        ServerRun.Seen(Unit, frame, place) is not { } seen ? null
        : seen == place || frame.Unit.SyntaxTree == Unit.SyntaxTree && !IsFoundIn(frame.Unit, attack, runs) ? Whole(place)
        : IsFoundIn(frame.Unit, attack, runs) ? null
        : seen;

    static bool IsFoundIn(SyntaxNode unit, Attack attack, ServerRuns runs) =>
        runs.Holding(unit)?.Verifying(unit)?.Passes(attack.Scenario, attack.Altered) == true;

    /// <summary>A condition as it is written: with what negates it; of a switch the case that is taken.</summary>
    static SyntaxNode Whole(SyntaxNode condition)
    {
        while (
            condition.Parent
                is ParenthesizedExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
        )
            condition = condition.Parent;
        if (condition.FirstAncestorOrSelf<SwitchLabelSyntax>() is { Parent.Parent: SwitchStatementSyntax choice })
            return choice.Sections.SelectMany(section => section.Labels).OfType<DefaultSwitchLabelSyntax>().FirstOrDefault()
                ?? (SyntaxNode)choice.Expression;
        if (
            condition.FirstAncestorOrSelf<SwitchExpressionArmSyntax>() is { Parent: SwitchExpressionSyntax arms } arm
            && (condition == arm || arm.Pattern.Span.Contains(condition.Span))
        )
            return arms.Arms.FirstOrDefault(other => other.Pattern is DiscardPatternSyntax) ?? (SyntaxNode)arms.GoverningExpression;
        return condition;
    }
}
