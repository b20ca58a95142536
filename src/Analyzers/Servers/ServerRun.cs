using Microsoft.CodeAnalysis;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A piece of a program that is run on scenarios: each once, when it is asked for.</summary>
sealed class ServerRun(SyntaxNode executable, CompilationCache cache, CancellationToken cancellation)
{
    readonly Dictionary<Scenario, ScenarioTrace?> _traces = [];

    readonly Dictionary<SyntaxNode, VerifyingUnit?> _verifying = [];

    /// <summary>What it does in a scenario; null where that is too much work.</summary>
    public ScenarioTrace? In(Scenario scenario)
    {
        if (!_traces.TryGetValue(scenario, out var trace))
            _traces.Add(scenario, trace = Interpreter.TraceOf(executable, scenario, cache, cancellation));
        return trace;
    }

    /// <summary>The functions of the piece itself, from the outermost on: the piece, its lambdas and local functions.</summary>
    public IEnumerable<SyntaxNode> Units =>
        In(Attack.Right) is not { } trace
            ? []
            : trace
                .Units.Where(unit => unit.SyntaxTree == executable.SyntaxTree && executable.Span.Contains(unit.Span))
                .OrderBy(unit => unit.SpanStart)
                .ThenByDescending(unit => unit.Span.Length);

    /// <summary>Whether it asks for an input at all.</summary>
    public bool Reads(ProofRole role) =>
        Reads(role, Attack.Right) || Reads(ProofRole.Method, Attack.Right) && Reads(role, Attack.RightPlain);

    bool Reads(ProofRole role, Scenario scenario) => In(scenario)?.Reads.Any(read => read.Role == role) == true;

    /// <summary>What one of the functions lets through; null where it verifies nothing.</summary>
    public VerifyingUnit? Verifying(SyntaxNode unit)
    {
        if (!_verifying.TryGetValue(unit, out var verifying))
            _verifying.Add(unit, verifying = VerifyingUnit.Of(unit, this));
        return verifying;
    }

    /// <summary>The same place as a function's code sees it: there, or the call in it that leads there; null where none does.</summary>
    public static SyntaxNode? Seen(SyntaxNode unit, Frame? frame, SyntaxNode place)
    {
        for (; frame is not null; frame = frame.Caller)
        {
            if (frame.Unit == unit)
                return place;
            if (frame.CallSite is null || frame.CallSite == frame.Unit)
                return null;
            place = frame.CallSite;
        }
        return null;
    }
}
