using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>How much was done for one compilation, in steps, which are the same on every machine.</summary>
sealed class AnalysisWork
{
    readonly ConcurrentDictionary<SyntaxNode, long> _steps = new();
    readonly ConcurrentDictionary<SyntaxNode, bool> _unfinished = new();

    public long Steps => _steps.Values.Sum();

    /// <summary>The members that were run, by the steps that they took, callers and callees included.</summary>
    public IEnumerable<KeyValuePair<SyntaxNode, long>> Members => _steps;

    /// <summary>The members that would have been too much work: nothing is known of them.</summary>
    public ICollection<SyntaxNode> Unfinished => _unfinished.Keys;

    public void Add(SyntaxNode member, int steps, bool isFinished)
    {
        _steps.AddOrUpdate(member, steps, (_, before) => before + steps);
        if (!isFinished)
            _unfinished.TryAdd(member, true);
    }
}
