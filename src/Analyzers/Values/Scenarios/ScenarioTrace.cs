using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What a server did in one scenario.</summary>
sealed class ScenarioTrace
{
    readonly Dictionary<SyntaxNode, HashSet<string>> _exits = [];
    readonly Dictionary<SyntaxNode, List<Effect>> _effects = [];
    readonly List<(Frame Frame, SyntaxNode Place, bool Truth)> _conditions = [];
    readonly List<Comparison> _comparisons = [];
    readonly HashSet<SyntaxNode> _words = [];
    readonly HashSet<SyntaxNode> _hashes = [];
    readonly HashSet<(SyntaxNode Word, SyntaxNode Place)> _methods = [];

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

    /// <summary>Likewise <c>S256</c>.</summary>
    public IReadOnlyCollection<SyntaxNode> Hashes => _hashes;

    /// <summary>The names of methods in the program that the stored method was found to be, and where it was held against them.</summary>
    public IReadOnlyCollection<(SyntaxNode Word, SyntaxNode Place)> Methods => _methods;

    /// <summary>A comparison of the stored challenge with what was made of the verifier.</summary>
    /// <param name="Raw">Where the verifier was read, where it is compared as it is.</param>
    public sealed record Comparison(Frame Frame, SyntaxNode Place, bool IsConstantTime, bool IsEqual, SyntaxNode? Raw)
    {
        public IOperationPair? Operands { get; init; }
    }

    /// <summary>What a statement did.</summary>
    /// <param name="What">What was called or assigned, and what it was given.</param>
    public sealed record Effect(string What, SyntaxNode Place);

    /// <summary>The expressions that are compared.</summary>
    public sealed record IOperationPair(SyntaxNode One, SyntaxNode Other);

    public IReadOnlyCollection<string> ExitsOf(SyntaxNode unit) => _exits.TryGetValue(unit, out var exits) ? exits : [];

    /// <summary>What a function did by its statements, in their order.</summary>
    public IReadOnlyList<Effect> EffectsOf(SyntaxNode unit) => _effects.TryGetValue(unit, out var effects) ? effects : [];

    public void Leave(Frame frame, string how)
    {
        if (!_exits.TryGetValue(frame.Unit, out var exits))
            _exits.Add(frame.Unit, exits = []);
        exits.Add(how);
    }

    public void Act(Frame frame, string what, SyntaxNode place)
    {
        if (!_effects.TryGetValue(frame.Unit, out var effects))
            _effects.Add(frame.Unit, effects = []);
        var effect = new Effect(what, place);
        if (!effects.Contains(effect))
            effects.Add(effect);
    }

    public void Decide(Frame frame, SyntaxNode place, bool truth) => _conditions.Add((frame, place, truth));

    public void Compare(Comparison comparison) => _comparisons.Add(comparison);

    public void Say(SyntaxNode word) => _words.Add(word);

    public void SayHash(SyntaxNode word) => _hashes.Add(word);

    public void Name(SyntaxNode method, SyntaxNode place) => _methods.Add((method, place));
}
