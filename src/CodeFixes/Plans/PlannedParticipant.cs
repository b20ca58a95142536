using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>One place of a request of an exchange, and the methods through which it gets the proof key, in the files that are
/// edited.</summary>
sealed record PlannedParticipant(InsertionTarget Request, IReadOnlyList<PropagatingMethod> Methods)
{
    /// <summary>Where the proof key has to be at hand: the request itself, or the calls of the outermost method.</summary>
    public IReadOnlyList<InsertionTarget> Sites => Methods.Count == 0 ? [Request] : Methods[Methods.Count - 1].Calls;

    /// <summary>Whether the solution has no calls that the project of the exchange does not.</summary>
    public static async Task<bool> KnowAllCallsAsync(
        IEnumerable<PlannedParticipant> ends,
        Solution solution,
        CancellationToken cancellationToken
    )
    {
        foreach (var method in ends.SelectMany(end => end.Methods))
        {
            if (!await method.KnowsAllCallsAsync(solution, cancellationToken).ConfigureAwait(false))
                return false;
        }
        return true;
    }

    /// <summary>One for each place of each participant; null where one of them cannot be edited.</summary>
    public static async Task<List<PlannedParticipant>?> OfAsync(
        SourceFiles files,
        IEnumerable<ExchangeParticipant> participants,
        CancellationToken cancellationToken
    )
    {
        var planned = new List<PlannedParticipant>();
        foreach (var participant in participants)
        {
            if (
                await PropagatingMethod.OfAsync(files, participant.Propagations, cancellationToken).ConfigureAwait(false) is not { } methods
            )
                return null;
            foreach (var point in participant.Points)
            {
                if (await InsertionTarget.OfAsync(files, point, cancellationToken).ConfigureAwait(false) is not { } request)
                    return null;
                planned.Add(new PlannedParticipant(request, methods));
            }
        }
        return planned;
    }
}
