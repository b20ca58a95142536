using System.Collections.Immutable;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>The authorization requests of a client and the token requests that redeem their codes (RFC 7636 section 1.1).</summary>
/// <param name="Tokens">None where a framework makes the token request, and finds the verifier where <paramref name="Carry"/> puts
/// it.</param>
/// <param name="Carry">How the verifier gets from the ones to the others: one of <see cref="Repair"/>'s ways.</param>
sealed record Exchange(ImmutableArray<End> Authorizations, ImmutableArray<End> Tokens, string Carry)
{
    /// <summary>How many ways to bring the proof key to each of the requests are looked at, by how many requests there are: their product
    /// is what costs.</summary>
    static int MostWays(int requests) => requests > 3 ? 2 : 4;

    /// <summary>The exchange that a request belongs to, where all its requests lack the proof key and are known for certain, and the
    /// verifier can be carried from the ones to the others; else null.</summary>
    public static Exchange? Of(Request request, UnboundRequests unbound, CompilationCache cache, CancellationToken cancellation)
    {
        if (unbound.ExchangeOf(request) is not { } requests)
            return null;
        var carrying = new CarrierSelector(cache, cancellation);
        var direct = Between([.. requests.Select(one => new End(one, []))], carrying);
        if (direct is not (null or { Carry: Repair.CarryField }))
            return direct;
        // The fewer methods are changed the better; but what answers HTTP requests makes the object of a field anew for each of them.
        foreach (
            var ends in Choices([.. requests.Select(one => End.Of(one, cache, cancellation).Take(MostWays(requests.Count)).ToList())])
                .OrderBy(ends => ends.Sum(end => end.Lifts.Length))
        )
        {
            if (
                Between(ends, carrying) is { } exchange
                && (Repair.IsWebStore(exchange.Carry) || direct is null && ends.All(end => end.Lifts.All(lift => !lift.IsPublicApi)))
            )
                return exchange;
        }
        return direct;
    }

    static Exchange? Between(ImmutableArray<End> ends, CarrierSelector carrying)
    {
        var authorizations = ends.RemoveAll(end => end.Request.Kind == RequestKind.Token);
        var tokens = ends.RemoveAll(end => end.Request.Kind != RequestKind.Token);
        return carrying.Between(authorizations, tokens) is { } carry ? new Exchange(authorizations, tokens, carry) : null;
    }

    /// <summary>One of each list, in every combination.</summary>
    static IEnumerable<ImmutableArray<End>> Choices(IReadOnlyList<List<End>> lists) =>
        lists.Aggregate<List<End>, IEnumerable<ImmutableArray<End>>>(
            [
                [],
            ],
            (chosen, list) => from before in chosen from end in list select before.Add(end)
        );
}
