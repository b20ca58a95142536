using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>One of the two requests of an exchange, and the methods through which it gets the proof key.</summary>
sealed record ExchangeEnd(Request Request, IReadOnlyList<LiftedMethod> Lifts)
{
    /// <summary>Where the proof key has to be at hand: the request itself, or the calls of the outermost method.</summary>
    public IReadOnlyList<Request> Sites => Lifts.Count == 0 ? [Request] : Lifts[Lifts.Count - 1].Calls;

    public static async Task<ExchangeEnd?> ReadAsync(SourceFiles files, Diagnostic diagnostic, string side, CancellationToken cancellationToken)
    {
        if (await Request.ReadAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false) is not { } request)
            return null;
        var lifts = await LiftedMethod.ReadAllAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false);
        return lifts is null ? null : new ExchangeEnd(request, lifts);
    }
}
