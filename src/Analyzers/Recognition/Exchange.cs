using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>An authorization request and the token request that redeems its code (RFC 7636 section 1.1).</summary>
/// <param name="Carry">How the verifier gets from the one to the other: one of <see cref="Repair"/>'s ways.</param>
sealed record Exchange(End Authorization, End Token, string Carry)
{
    /// <summary>The exchange that a request belongs to, where both its requests lack the proof key and are known for certain, and the verifier can
    /// be carried from the one to the other; else null.</summary>
    public static Exchange? Of(Request request, UnboundRequests unbound, CompilationCache cache, CancellationToken cancellation)
    {
        if (unbound.CounterpartOf(request) is not { } counterpart)
            return null;
        var (authorization, token) = request.Kind == RequestKind.Authorization ? (request, counterpart) : (counterpart, request);
        var carrying = new Carrying(cache, cancellation);
        var direct = carrying.Between([authorization.Site], [token.Site]) is { } carry ? new Exchange(new End(authorization, []), new End(token, []), carry) : null;
        if (direct is not (null or { Carry: Repair.CarryField }))
            return direct;
        // The fewer methods are changed the better; but what answers HTTP requests makes the object of a field anew for each of them.
        var seconds = End.Of(token, cache, cancellation).ToList();
        var pairs = from first in End.Of(authorization, cache, cancellation) from second in seconds select (first, second);
        foreach (var (first, second) in pairs.OrderBy(pair => pair.first.Lifts.Length + pair.second.Lifts.Length))
        {
            if (carrying.Between(first.Places, second.Places) is { } way && (Repair.IsWebStore(way) || direct is null && first.Lifts.Concat(second.Lifts).All(lift => !lift.IsPublicApi)))
                return new Exchange(first, second, way);
        }
        return direct;
    }
}
