using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What a server did in one scenario.</summary>
sealed class ScenarioTrace
{
    readonly Dictionary<SyntaxNode, HashSet<string>> _exits = [];
    readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>> _effects = [];
    readonly List<(Frame Frame, SyntaxNode Place, bool Truth)> _conditions = [];
    readonly List<Comparison> _comparisons = [];
    readonly HashSet<SyntaxNode> _words = [];
    readonly HashSet<SyntaxNode> _methods = [];

    /// <summary>What conditions depended on whose outcome is not known.</summary>
    public HashSet<SourceKind> Undecided { get; } = [];

    /// <summary>The inputs that were read, and the functions that did.</summary>
    public HashSet<(SyntaxNode Unit, ProofRole Role, SyntaxNode Place)> Reads { get; } = [];

    /// <summary>The functions that handed the verifier on to code that is not looked into, or kept it.</summary>
    public HashSet<SyntaxNode> HandedOn { get; } = [];

    /// <summary>The functions that ran: methods, lambdas, local functions.</summary>
    public IEnumerable<SyntaxNode> Units => _exits.Keys;

    /// <summary>The conditions whose outcome is known, in the order in which they were met.</summary>
    public IReadOnlyList<(Frame Frame, SyntaxNode Place, bool Truth)> Conditions => _conditions;

    /// <summary>Where what was stored was held against what was presented.</summary>
    public IReadOnlyList<Comparison> Comparisons => _comparisons;

    /// <summary>Where the word <c>plain</c> was taken that the program itself holds.</summary>
    public IReadOnlyCollection<SyntaxNode> Words => _words;

    /// <summary>The names of methods in the program that the stored method was found to be.</summary>
    public IReadOnlyCollection<SyntaxNode> Methods => _methods;

    /// <summary>A comparison of the stored challenge with what was made of the verifier.</summary>
    /// <param name="Raw">Where the verifier was read, where it is compared as it is.</param>
    public sealed record Comparison(Frame Frame, SyntaxNode Place, bool IsConstantTime, bool IsEqual, SyntaxNode? Raw)
    {
        public IOperationPair? Operands { get; init; }
    }

    /// <summary>The expressions that are compared.</summary>
    public sealed record IOperationPair(SyntaxNode One, SyntaxNode Other);

    public IReadOnlyCollection<string> ExitsOf(SyntaxNode unit) => _exits.TryGetValue(unit, out var exits) ? exits : [];

    public IReadOnlyCollection<SyntaxNode> EffectsOf(SyntaxNode unit) => _effects.TryGetValue(unit, out var effects) ? effects : [];

    public void Leave(Frame frame, string how) => SetOf(_exits, frame).Add(how);

    public void Act(Frame frame, SyntaxNode place) => SetOf(_effects, frame).Add(place);

    public void Decide(Frame frame, SyntaxNode place, bool truth) => _conditions.Add((frame, place, truth));

    public void Compare(Comparison comparison) => _comparisons.Add(comparison);

    public void Say(SyntaxNode word) => _words.Add(word);

    public void Name(SyntaxNode method) => _methods.Add(method);

    static HashSet<T> SetOf<T>(Dictionary<SyntaxNode, HashSet<T>> sets, Frame frame)
    {
        if (!sets.TryGetValue(frame.Unit, out var set))
            sets.Add(frame.Unit, set = []);
        return set;
    }
}
