using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>One activation of a member, lambda or local function.</summary>
/// <param name="Graph">Its control flow graph.</param>
/// <param name="This">The object it runs on; null in static code.</param>
/// <param name="Outer">The activation that a lambda or local function sees the variables of.</param>
/// <param name="Calls">A number for the chain of calls that led here; tells objects made by one expression apart.</param>
/// <param name="Depth">Length of that chain.</param>
sealed class Frame(ControlFlowGraph graph, Value? @this, Frame? outer, int calls, int depth)
{
    public ControlFlowGraph Graph { get; } = graph;
    public Value? This { get; } = @this;
    public Frame? Outer { get; } = outer;
    public int Calls { get; } = calls;
    public int Depth { get; } = depth;

    /// <summary>The activation that made the call; null of the first.</summary>
    public Frame? Caller { get; set; }

    /// <summary>The call that it was made by; null of the first.</summary>
    public SyntaxNode? CallSite { get; init; }

    /// <summary>The function whose activation it is.</summary>
    public SyntaxNode Unit => Graph.OriginalOperation.Syntax;

    /// <summary>Whether a path through it ended in an exception.</summary>
    public bool Throws { get; set; }

    /// <summary>The type of that exception; null where it is not known.</summary>
    public ITypeSymbol? Thrown { get; set; }

    /// <summary>What the return statements met so far give; null before the first.</summary>
    public Value? Returned { get; set; }

    /// <summary>The specimens with which they were met.</summary>
    public SampleMask ReturnedIn { get; set; }

    /// <summary>The state at the ends of the member; null while none is reached.</summary>
    public State? Exit { get; set; }

    /// <summary>The places that flow captures of assignable expressions stand for.</summary>
    public Dictionary<CaptureId, IOperation> Captured { get; } = [];
}
