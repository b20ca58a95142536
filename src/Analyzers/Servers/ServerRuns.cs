using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>The pieces of a program that are run on scenarios.</summary>
sealed class ServerRuns(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>More callers are not asked.</summary>
    const int MostCallers = 8;

    readonly Dictionary<SyntaxNode, ServerRun> _runs = [];

    public ServerRun Of(SyntaxNode executable)
    {
        if (!_runs.TryGetValue(executable, out var run))
            _runs.Add(executable, run = new ServerRun(executable, cache, cancellation));
        return run;
    }

    /// <summary>The piece that a function is run with where it is looked at by itself.</summary>
    public ServerRun? Holding(SyntaxNode unit) => Declarations.Executable(unit) is { } executable ? Of(executable) : null;

    /// <summary>Whether a comparison is a function's own, or made for it: what another function compares that is about PKCE by itself is
    /// found there.</summary>
    public bool BelongsTo(SyntaxNode unit, ScenarioTrace.Comparison comparison, ServerRun run) =>
        comparison.Frame.Unit is var maker
        && (
            maker == unit
            || !run.Units.Contains(maker)
                && Holding(maker)?.In(Attack.Right)?.Comparisons.Any(own => own.Place == comparison.Place && own.Frame.Caller is null)
                    != true
        );

    /// <summary>The functions that call a method and tell the right verifier from a wrong one.</summary>
    public IEnumerable<VerifyingUnit> CallersOf(SyntaxNode unit) =>
        unit is not MethodDeclarationSyntax { Identifier.ValueText: var name }
            ? []
            : cache
                .UsesOf(name, cancellation)
                .Select(Declarations.Executable)
                .OfType<SyntaxNode>()
                .Distinct()
                .Where(executable => executable != unit)
                .Take(MostCallers)
                .Select(Of)
                .Where(run => run.In(Attack.Right)?.Units.Contains(unit) == true)
                .Select(run => run.Units.Select(run.Verifying).FirstOrDefault(caller => caller is not null))
                .OfType<VerifyingUnit>();
}
