using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What this run itself draws at random, and what becomes of it.</summary>
sealed partial class Interpreter
{
    readonly HashSet<SyntaxNode> _drawnHere = [];
    readonly HashSet<SyntaxNode> _goneOn = [];

    /// <summary>Whether a value is drawn by this run whichever way it takes, and is neither hashed, nor kept, nor handed to code that is
    /// not looked into: nobody else knows it.</summary>
    public bool IsDrawnForNobody(Value value) =>
        value.Alternatives.All(alternative =>
            SourcesOf(alternative).Items is { IsEmpty: false } sources
            && sources.All(source =>
                source.Kind != SourceKind.Caller && _drawnHere.Contains(source.Place) && !_goneOn.Contains(source.Place)
            )
        );

    /// <summary>Notes that something else than the request that is being put together gets the value.</summary>
    internal void GoesOn(Value value)
    {
        if (Carries(value))
            return;
        foreach (var source in SourcesOf(value).Items)
            _goneOn.Add(source.Place);
    }
}
