using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A function of a server that tells the right code verifier from a wrong one.</summary>
/// <param name="Through">The answers that the right verifier alone gets.</param>
/// <param name="Right">What is let through.</param>
sealed record VerifyingUnit(SyntaxNode Unit, ServerRun Run, Scenario Right, IReadOnlyCollection<object> Through)
{
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
        object[] through = [.. passed.ExitsOf(unit).Except(refused.ExitsOf(unit))];
        // Where all end alike, what was done tells.
        if (through.Length == 0)
            through = [.. passed.EffectsOf(unit).Except(refused.EffectsOf(unit)).OrderBy(effect => effect.SpanStart).Reverse().Take(1)];
        return through.Length == 0 ? null : new(unit, run, right, through);
    }

    /// <summary>The attacks that get through, each at the condition that lets it.</summary>
    public IEnumerable<VerificationGap> Gaps(ServerRuns runs)
    {
        var callers = new Lazy<List<VerifyingUnit>>(() => [.. runs.CallersOf(Unit)]);
        var places = new HashSet<SyntaxNode>();
        foreach (var attack in Attack.On(Right))
        {
            if (
                Passes(attack.Scenario, attack.Altered)
                && PlaceOf(attack.Scenario) is { } place
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
        && (trace.ExitsOf(Unit).Any(Through.Contains) || trace.EffectsOf(Unit).Any(Through.Contains));

    /// <summary>The condition that decides otherwise than for a wrong verifier, which is refused.</summary>
    SyntaxNode? PlaceOf(Scenario scenario)
    {
        var refused = Run.In(Attack.WrongOf(Right))!;
        var passed = Run.In(Right)!.Conditions.ToLookup(condition => condition.Place, condition => condition.Truth);
        var taken = Run.In(scenario)!.Conditions.ToLookup(condition => condition.Place, condition => condition.Truth);
        foreach (var (frame, place, truth) in refused.Conditions.Reverse())
        {
            if (passed[place].Contains(truth) && taken[place].Any() && !taken[place].Contains(truth))
                return ServerRun.Seen(Unit, frame, place) == place ? Whole(place) : null;
        }
        return refused.Comparisons.Select(comparison => ServerRun.Seen(Unit, comparison.Frame, comparison.Place)).FirstOrDefault();
    }

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
