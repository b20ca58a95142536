using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>One of the requests of an exchange, and the methods through which it gets the proof key.</summary>
sealed record ExchangeEnd(Request Request, IReadOnlyList<LiftedMethod> Lifts)
{
    /// <summary>Where the proof key has to be at hand: the request itself, or the calls of the outermost method.</summary>
    public IReadOnlyList<Request> Sites => Lifts.Count == 0 ? [Request] : Lifts[Lifts.Count - 1].Calls;

    /// <summary>Whether the solution has no calls of which the analyzer of one project did not know.</summary>
    public static async Task<bool> KnowAllCallsAsync(IEnumerable<ExchangeEnd> ends, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var method in ends.SelectMany(end => end.Lifts))
        {
            if (!await method.KnowsAllCallsAsync(solution, cancellationToken).ConfigureAwait(false))
                return false;
        }
        return true;
    }

    /// <summary>All that <paramref name="diagnostic"/> carries for one side; null where one of them cannot be read.</summary>
    public static async Task<List<ExchangeEnd>?> ReadAllAsync(
        SourceFiles files,
        Diagnostic diagnostic,
        string side,
        CancellationToken cancellationToken
    )
    {
        var ends = new List<ExchangeEnd>();
        for (; diagnostic.Properties.ContainsKey(side + Repair.Kind); side += Repair.Further)
        {
            if (await ReadAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false) is not { } end)
                return null;
            ends.Add(end);
        }
        return ends;
    }

    static async Task<ExchangeEnd?> ReadAsync(SourceFiles files, Diagnostic diagnostic, string side, CancellationToken cancellationToken)
    {
        if (await Request.ReadAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false) is not { } request)
            return null;
        var lifts = await LiftedMethod.ReadAllAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false);
        return lifts is null ? null : new ExchangeEnd(request, lifts);
    }
}
