using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>The requests of a file that lack the proof key, by the member and by the type that they lie in.</summary>
/// <param name="elsewhere">Those of other files, asked for only where the file has no counterpart of a request.</param>
sealed class UnboundRequests(IEnumerable<Request> requests, Func<IEnumerable<Request>> elsewhere, CompilationCache cache, CancellationToken cancellation)
{
    readonly List<Request> _unbound = [.. requests.Where(IsUnbound)];

    /// <summary>The one request that a request forms an exchange with; null where there is none, or where it may be one of several.</summary>
    public Request? CounterpartOf(Request request)
    {
        // One and one in the same member, else one and one in the same type: anything else is a guess.
        if (Only(request, _unbound.Where(other => other.Executable == request.Executable)) is { } near)
            return near;
        var type = TypeOf(request);
        var peers = _unbound.Where(other => SymbolEqualityComparer.Default.Equals(TypeOf(other), type)).ToList();
        if (type is not null && Only(request, peers) is { } peer)
            return peer;
        // A web application's pages each do a step of its one login.
        var store = new WebStore(cache, cancellation);
        return peers.Count < 2 && store.At(request.Site) is not null ? Only(request, _unbound.Concat(elsewhere().Where(IsUnbound)).Where(other => store.At(other.Site) is not null)) : null;
    }

    static bool IsUnbound(Request request) => request is { Kind: RequestKind.Authorization or RequestKind.Token, Proof: Presence.Never };

    static Request? Only(Request request, IEnumerable<Request> near) =>
        near.Take(3).ToList() is [var one, var other] && one.Kind != other.Kind ? one.Kind == request.Kind ? other : one : null;

    INamedTypeSymbol? TypeOf(Request request) => cache.TypeAt(request.Site, cancellation);
}
