using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>The authorization requests of a client and the token requests that redeem their codes (RFC 7636 section 1.1).</summary>
/// <param name="Tokens">None where a framework makes the token request, and finds the verifier where <paramref name="Carrier"/> puts
/// it.</param>
/// <param name="Carrier">How the verifier gets from the ones to the others.</param>
sealed record Exchange(
    ImmutableArray<ExchangeParticipant> Authorizations,
    ImmutableArray<ExchangeParticipant> Tokens,
    VerifierCarrier Carrier
)
{
    /// <summary>What tells its verifier from others in a store; null where it is in none.</summary>
    public CarrierKey? Key { get; init; }

    /// <summary>The state in which its verifier travels, where it does so.</summary>
    public ProtectedState? State { get; init; }

    /// <summary>The call before which the carrier needs a statement: what protects the state, or builds the host; null where there is
    /// nothing to set up.</summary>
    public InvocationExpressionSyntax? SetUp { get; init; }

    /// <summary>How many ways to bring the proof key to each of the requests are looked at, by how many requests there are: their product
    /// is what costs.</summary>
    static int MostWays(int requests) => requests > 3 ? 2 : 4;

    /// <summary>The exchange that a request belongs to, where all its requests lack the proof key and are known for certain, and the
    /// verifier can be carried from the ones to the others; else null.</summary>
    public static Exchange? Of(Request request, UnboundRequests unbound, CompilationCache cache, CancellationToken cancellation)
    {
        if (unbound.ExchangeOf(request) is not { } requests)
            return null;
        var selector = new CarrierSelector(cache, cancellation);
        var direct = Between([.. requests.Select(one => new ExchangeParticipant(one, []))], selector);
        if (direct is not (null or { Carrier: VerifierCarrier.Field }))
            return direct;
        // The fewer methods are changed the better; but what answers HTTP requests makes the object of a field anew for each of them.
        foreach (
            var ends in Choices([
                    .. requests.Select(one => ExchangeParticipant.Of(one, cache, cancellation).Take(MostWays(requests.Count)).ToList()),
                ])
                .OrderBy(ends => ends.Sum(end => end.Propagations.Length))
        )
        {
            if (
                Between(ends, selector) is { } exchange
                && (
                    WebStores.Include(exchange.Carrier)
                    || direct is null && ends.All(end => end.Propagations.All(propagation => !propagation.IsPublicApi))
                )
            )
                return exchange;
        }
        return direct;
    }

    static Exchange? Between(ImmutableArray<ExchangeParticipant> ends, CarrierSelector selector)
    {
        var authorizations = ends.RemoveAll(end => end.Request.Kind == RequestKind.Token);
        var tokens = ends.RemoveAll(end => end.Request.Kind != RequestKind.Token);
        return selector.Between(authorizations, tokens) is { } carrier ? new Exchange(authorizations, tokens, carrier) : null;
    }

    /// <summary>One of each list, in every combination.</summary>
    static IEnumerable<ImmutableArray<ExchangeParticipant>> Choices(IReadOnlyList<List<ExchangeParticipant>> lists) =>
        lists.Aggregate<List<ExchangeParticipant>, IEnumerable<ImmutableArray<ExchangeParticipant>>>(
            [
                [],
            ],
            (chosen, list) => from before in chosen from end in list select before.Add(end)
        );
}
