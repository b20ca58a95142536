using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>Where a server takes the plain transformation: where it lets a request through, and where it says that it does.</summary>
static class PlainAcceptances
{
    /// <summary>More names are no list of transformations.</summary>
    const int MostListed = 4;

    public static IEnumerable<PlainAcceptance> In(SyntaxNode unit, ServerRun run, ServerRuns runs) =>
        [.. Compared(run, run.Verifying(unit), runs), .. run.Reads(ProofRole.Method) ? Assumed(unit, run).Concat(Listed(unit, run)) : []];

    /// <summary>A verifier that is its own challenge gets through.</summary>
    static IEnumerable<PlainAcceptance> Compared(ServerRun run, VerifyingUnit? verifying, ServerRuns runs)
    {
        if (verifying is null)
            yield break;
        foreach (var scenario in new[] { Attack.RightPlain, Attack.RightPlain with { Method = null } })
        {
            if (!verifying.Passes(scenario))
                continue;
            foreach (var comparison in run.In(scenario)!.Comparisons.Where(one => runs.BelongsTo(verifying.Unit, one, run)))
            {
                if (
                    comparison is { IsEqual: true, Raw: { } raw }
                    && ServerRun.Seen(verifying.Unit, comparison.Frame, comparison.Place) is { } place
                )
                    yield return new(
                        comparison.Place.Contains(raw) || raw.SyntaxTree != place.SyntaxTree ? place : raw,
                        PlainForm.Compared
                    );
            }
        }
    }

    /// <summary>The word <c>plain</c> is taken where the method is missing, and nobody refuses it.</summary>
    static IEnumerable<PlainAcceptance> Assumed(SyntaxNode unit, ServerRun run)
    {
        if (run.In(Attack.Right) is not { } named || run.In(Attack.Right with { Method = null }) is not { } missing)
            yield break;
        foreach (var word in missing.Words.Except(named.Words))
        {
            if (
                run.Units.LastOrDefault(inner => inner.Contains(word)) == unit
                && !IsCompared(word)
                && !missing.Hashes.Any(hash => IsChosenBeside(hash, word))
                && EndsAlike(unit, named, missing)
            )
                yield return new(Taken(word), PlainForm.Assumed);
        }
    }

    /// <summary>Whether something else than the missing method decides between the two.</summary>
    static bool IsChosenBeside(SyntaxNode hash, SyntaxNode word) =>
        !IsCompared(hash)
        && word.Ancestors().FirstOrDefault(outer => outer.Contains(hash))
            is SwitchExpressionSyntax
                or ConditionalExpressionSyntax
                or IfStatementSyntax;

    static bool EndsAlike(SyntaxNode unit, ScenarioTrace named, ScenarioTrace other) =>
        named.ExitsOf(unit).All(other.ExitsOf(unit).Contains)
        && named.EffectsOf(unit).All(done => other.EffectsOf(unit).Any(effect => effect.Place == done.Place));

    static bool IsCompared(SyntaxNode word) =>
        word.Parent
            is ConstantPatternSyntax
                or SwitchLabelSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
                or ArgumentSyntax;

    /// <summary>The choice or assignment that takes the word.</summary>
    static SyntaxNode Taken(SyntaxNode word) =>
        word.Ancestors()
            .TakeWhile(outer => outer is ExpressionSyntax)
            .FirstOrDefault(outer =>
                outer is ConditionalExpressionSyntax or AssignmentExpressionSyntax || outer.IsKind(SyntaxKind.CoalesceExpression)
            )
        ?? word;

    /// <summary>A check of the method alone lets <c>plain</c> through like S256, and refuses what it does not know.</summary>
    static IEnumerable<PlainAcceptance> Listed(SyntaxNode unit, ServerRun run)
    {
        if (
            run.In(Attack.Right) is not { } named
            || run.In(Attack.Right with { Method = Scenario.Plain }) is not { } plain
            || run.In(Attack.Right with { Method = "unknown" }) is not { } unknown
            || named.ExitsOf(unit).Except(unknown.ExitsOf(unit)).ToList() is not { Count: > 0 } through
            || !through.Exists(plain.ExitsOf(unit).Contains)
        )
            yield break;
        // A list that stands elsewhere in the file is where plain is taken; of another file's, where it is asked.
        var others = named.Methods.Select(method => method.Word).ToList();
        foreach (var (word, place) in plain.Methods)
        {
            if (unit.Contains(word) || unit.Contains(place) && word.SyntaxTree == unit.SyntaxTree)
                yield return new(ListOf(word, others), PlainForm.Listed);
            else if (unit.Contains(place))
                yield return new(place, PlainForm.Listed);
        }
    }

    /// <summary>The condition, pattern or list that names both.</summary>
    static SyntaxNode ListOf(SyntaxNode word, IReadOnlyCollection<SyntaxNode> others)
    {
        var both = word.Ancestors().FirstOrDefault(outer => others.Any(outer.Contains));
        return both switch
        {
            SwitchSectionSyntax section => section.Labels.First(label => label.Contains(word)),
            ExpressionSyntax or PatternSyntax => both,
            _ => word.Parent is ExpressionSyntax comparison ? comparison : word,
        };
    }

    /// <summary>Lists of transformations that hold <c>plain</c>, by the name that they are given.</summary>
    public static IEnumerable<PlainAcceptance> Advertised(SyntaxNode member, CompilationCache cache, CancellationToken cancellation)
    {
        var values = new Evaluation(cache, cancellation);
        foreach (var list in member.DescendantNodes())
        {
            var items = list switch
            {
                InitializerExpressionSyntax initializer => [.. initializer.Expressions],
                CollectionExpressionSyntax collection => collection
                    .Elements.OfType<ExpressionElementSyntax>()
                    .Select(element => element.Expression)
                    .ToList(),
                _ => [],
            };
            if (
                items.Count is > 1 and <= MostListed
                && NameOf(list) is { } name
                && Identifier.IsChallengeMethods(name)
                && Holds(items, values)
            )
                yield return new(list, Identifier.Words(name).Contains("supported") ? PlainForm.Advertised : PlainForm.Listed);
        }
    }

    static bool Holds(List<ExpressionSyntax> items, Evaluation values)
    {
        var texts = items.ConvertAll(values.ConstantOf);
        return Has(Scenario.Plain) && Has(WireNames.S256);

        bool Has(string method) => texts.Exists(text => string.Equals(text, method, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The name of what a list is kept in.</summary>
    static string? NameOf(SyntaxNode list) =>
        list.Ancestors()
            .TakeWhile(outer => outer is not (AnonymousFunctionExpressionSyntax or BlockSyntax))
            .Select(outer =>
                outer switch
                {
                    VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText,
                    AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var named } => named,
                    AssignmentExpressionSyntax { Left: var target } => NameOf(target),
                    _ => null,
                }
            )
            .FirstOrDefault(name => name is not null);

    static string? NameOf(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.ValueText,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => key.Token.ValueText,
            _ => null,
        };
}
