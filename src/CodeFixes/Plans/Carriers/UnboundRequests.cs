using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>The requests of a file that lack the proof key, by the member and by the type that they lie in.</summary>
/// <param name="elsewhere">Those of other files, asked for only where the file has no counterpart of a request.</param>
sealed class UnboundRequests(
    IEnumerable<Request> requests,
    Func<IEnumerable<Request>> elsewhere,
    CompilationCache cache,
    CancellationToken cancellation
)
{
    readonly List<Request> _unbound = [.. requests.Where(IsUnbound)];
    readonly ClientOfRequest _clients = new(cache, cancellation);

    List<Request> Elsewhere => field ??= [.. elsewhere().Where(IsUnbound)];

    /// <summary>Those of the file as it sees them, then those of others.</summary>
    IEnumerable<Request> All => _unbound.Concat(Elsewhere).GroupBy(request => request.Place).Select(same => same.First());

    /// <summary>How many requests an exchange is looked for in.</summary>
    const int Most = 6;

    /// <summary>The requests that a request forms an exchange with, and itself; null where there are none, or where they may be of several
    /// exchanges.</summary>
    public IReadOnlyList<Request>? ExchangeOf(Request request)
    {
        // Those of one client in the same member, else in the same type: anything else is a guess.
        if (Exchange(request, _unbound.Where(other => other.Executable == request.Executable)) is { } near)
            return near;
        var type = TypeOf(request);
        var peers = _unbound.Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other), type)).ToList();
        if (type is not null && Exchange(request, peers) is { } ofType)
            return ofType;
        // One that does not say whose it is may be of any of them.
        var client = _clients.IdIn(request);
        if (
            type is not null
            && peers.TrueForAll(peer => _clients.IdIn(peer) is { Length: > 0 })
            && Exchange(request, peers.Where(peer => _clients.IdIn(peer) == client)) is { } ofClient
        )
            return ofClient;
        if (peers.Exists(peer => peer.Kind != request.Kind))
            return null;
        if ((ExchangeOfUsers(request, _unbound) ?? ExchangeOfUsers(request, Elsewhere)) is { } ofUsers)
            return ofUsers;
        // A web application's pages each do a step of its one login, or have a service do it.
        var store = new WebStores(cache, cancellation);
        var atStores = All.Where(other => store.IsAt(other.Site)).ToList();
        return Exchange(request, atStores) ?? (atStores.Count > 0 ? ExchangeOfProgram(request) : null);
    }

    /// <summary>Whether any request is known that could be the other half of an exchange with it.</summary>
    public bool HasCounterpartOf(Request request) => All.Any(other => other.Kind != request.Kind);

    /// <summary>Where one member leads to the request and to its counterpart.</summary>
    IReadOnlyList<Request>? ExchangeOfUsers(Request request, List<Request> requests) =>
        requests
            .Where(same => same.Place == request.Place)
            .Select(same => Exchange(same, requests.Where(other => other.Users.Any(user => same.Users.Contains(user)))))
            .FirstOrDefault(exchange => exchange is not null);

    /// <summary>The requests to which a caller brings one proof key: those of an exchange, else of the whole program, else of a type that
    /// has one method for each step, whoever the clients are.</summary>
    public IReadOnlyList<Request> OfCallersOf(Request request) =>
        ExchangeOf(request) ?? ExchangeOfProgram(request) ?? StepsOfType(request) ?? [request];

    List<Request>? StepsOfType(Request request)
    {
        var peers = _unbound.Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other), TypeOf(request))).ToList();
        return peers.GroupBy(peer => peer.Kind).All(step => step.Select(peer => peer.Maker).Distinct().Take(2).Count() == 1) ? peers : null;
    }

    /// <summary>Those of the whole program, where they are few and nothing says that they are of several clients: whether anything can be
    /// carried between them is not known.</summary>
    IReadOnlyList<Request>? ExchangeOfProgram(Request request) =>
        Exchange(request, All) is { } exchange
        && exchange.Select(_clients.IdIn).Where(client => client is { Length: > 0 }).Distinct().Take(2).Count() < 2
            ? exchange
            : null;

    static bool IsUnbound(Request request) => request is { Kind: RequestKind.Authorization or RequestKind.Token, Proof: Presence.Never };

    IReadOnlyList<Request>? Exchange(Request request, IEnumerable<Request> near)
    {
        var requests = near.Take(Most + 1).ToList();
        return
            requests.Count <= Most
            && requests.Contains(request)
            && requests.GroupBy(one => one.Kind).ToList() is [var some, var others]
            && AreOfOneClient(some)
            && AreOfOneClient(others)
            ? requests
            : null;
    }

    /// <summary>Whether each stands for the others: a code that any of them asked for is redeemed by any that redeem it.</summary>
    bool AreOfOneClient(IEnumerable<Request> requests) =>
        !requests.Skip(1).Any() || requests.Select(_clients.Of).Distinct().ToList() is [not null];

    INamedTypeSymbol? TypeOf(Request request) => cache.TypeAt(request.Site, cancellation);
}
