using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Looks in a file, and in others where that is not enough, for what its requests can be repaired with.</summary>
sealed class ExchangePlanner(FileModel file, CancellationToken cancellation)
{
    readonly Dictionary<Request, RequestRepair> _repairs = [];

    CompilationCache Cache => file.Cache;

    /// <summary>The requests that a repair may pair. What goes without PKCE on purpose is no half of an exchange.</summary>
    UnboundRequests Unbound =>
        field ??= new UnboundRequests(
            file.AllRequests.Where(LacksPkceByMistake),
            () => Elsewhere.Where(LacksPkceByMistake),
            Cache,
            cancellation
        );

    bool LacksPkceByMistake(Request request) =>
        file.Markers.ReasonFor(request, request.Kind == RequestKind.Token ? "PKCE1004" : "PKCE1001") is null;

    /// <summary>The requests of other files, where they are few.</summary>
    ImmutableArray<Request> Elsewhere => field.IsDefault ? field = FindElsewhere() : field;

    ImmutableArray<Request> FindElsewhere()
    {
        const int most = 4;
        var trees = Cache
            .TreesHolding("authorization_code", cancellation)
            .Union(Cache.TreesHolding("response_type", cancellation))
            .Where(tree => tree != file.Model.SyntaxTree)
            .Take(most + 1)
            .ToList();
        return trees.Count > most ? [] : [.. trees.SelectMany(tree => file.RequestsIn(tree, cancellation))];
    }

    public RequestRepair RepairOf(Request request)
    {
        if (!_repairs.TryGetValue(request, out var repair))
        {
            var unwilling = RequestProvider.WithoutS256(Unbound.OfCallersOf(request));
            _repairs.Add(request, repair = FindRepair(request) with { Unwilling = unwilling });
        }
        return repair;
    }

    /// <summary>Why a request has no whole repair.</summary>
    public ExchangeObstacle ObstacleTo(Request request)
    {
        if (RepairOf(request).Unwilling is not null)
            return ExchangeObstacle.UnwillingProvider;
        if (RepairOf(request) is { Exchange: not null } or { Kept: not null } || request.Proof != Presence.Never)
            return ExchangeObstacle.None;
        if (Unbound.ExchangeOf(request) is null)
        {
            return Unbound.HasCounterpartOf(request) ? ExchangeObstacle.SeveralExchanges
                : request.Kind == RequestKind.Token ? ExchangeObstacle.NoAuthorizationRequest
                : ExchangeObstacle.NoTokenRequest;
        }
        return Exchange.Of(request, Unbound, Cache, cancellation) is null ? ExchangeObstacle.NoCarrier : ExchangeObstacle.NoInsertion;
    }

    RequestRepair FindRepair(Request request)
    {
        if (request is not { Kind: not RequestKind.FrontChannel, Proof: Presence.Never, IsCodeOfSdk: false })
            return RequestRepair.None;
        if (KeptVerifier.Of(request, file, Elsewhere, cancellation) is { } kept && Placed(kept.Token) is { } token)
            return RequestRepair.None with { Kept = kept with { Token = token } };
        var exchange = ExchangeOf(request);
        if (exchange is { Carrier: not VerifierCarrier.Field })
            return RequestRepair.None with { Exchange = exchange };
        var overloadings = OverloadingsOf(request);
        // Callers of the object's methods can keep the verifier instead of it. Where they hand in the proof key already, it is their part.
        if (overloadings.Any(overloading => overloading.Given is not null))
            exchange = null;
        var whole = InReach(overloadings);
        return exchange is null && whole.IsEmpty && request.IsSetByMaker
            ? RequestRepair.None with
            {
                Alone = Placed(new ExchangeParticipant(request, [])),
            }
            : new RequestRepair(exchange, whole, Alone: null);
    }

    /// <summary>The exchange that a request belongs to, where it can be repaired.</summary>
    Exchange? ExchangeOf(Request request) =>
        (Exchange.Of(request, Unbound, Cache, cancellation) ?? HandlerExchange.Of(request, file.Project, Cache, cancellation))
            is { } exchange
        && Placed(exchange) is { } placed
            ? Complete(placed)
            : null;

    /// <summary>With the places of all its requests; null where one has none.</summary>
    Exchange? Placed(Exchange exchange)
    {
        if (Placed(exchange.Authorizations) is not { } authorizations || Placed(exchange.Tokens) is not { } tokens)
            return null;
        // Each use of a constant would get a proof key of its own.
        return exchange.Carrier != VerifierCarrier.Local && authorizations.Concat(tokens).Any(end => end.Points.Length > 1)
            ? null
            : exchange with
            {
                Authorizations = authorizations,
                Tokens = tokens,
            };
    }

    /// <summary>With what its carrier needs.</summary>
    Exchange Complete(Exchange exchange)
    {
        if (StateOf(exchange) is { } state)
            return exchange with { State = state, SetUp = state.Protect };
        return exchange with
        {
            Key = WebStores.Include(exchange.Carrier) ? CarrierKey.Of(exchange.Authorizations, exchange.Tokens, Cache, cancellation) : null,
            SetUp = exchange.Carrier == VerifierCarrier.ProtectedCookie ? new WebStores(Cache, cancellation).SetUp() : null,
        };
    }

    ProtectedState? StateOf(Exchange exchange)
    {
        if (exchange.Carrier != VerifierCarrier.State)
            return null;
        var authorization = exchange.Authorizations[0].Places.First();
        return exchange.Tokens.IsEmpty
            ? ProtectedState.SentWith(authorization, Cache, cancellation)
            : ProtectedState.Between(authorization, exchange.Tokens[0].Places.First(), Cache, cancellation);
    }

    /// <summary>The methods whose callers can bring the proof key: that of a request, then those of the others of its exchange. Only the
    /// first where one of the others has none, or where one method leads to both halves; none where that is the first one, whose callers
    /// would have to know which half it makes.</summary>
    IReadOnlyList<Overloading> OverloadingsOf(Request request)
    {
        if (OverloadingOf(request) is not { } own)
            return [];
        var requests = Unbound.OfCallersOf(request).Where(other => !own.Ends.Any(end => end.Request == other)).ToList();
        var others = requests.Select(OverloadingOf).ToList();
        if (
            requests.Exists(other => other.Kind != request.Kind && other.Maker == own.Method)
            || others.Exists(other => other?.Method == own.Method && other.Parameter != own.Parameter)
        )
            return [];
        var all = others.OfType<Overloading>().Prepend(own).GroupBy(overloading => overloading.Method).ToList();
        return others.Contains(null) || all.Exists(ofMethod => ofMethod.Any(other => other.Parameter != ofMethod.First().Parameter))
            ? [own]
            : [.. all.Select(ofMethod => ofMethod.First())];
    }

    /// <summary>The method whose callers can bring the proof key of a request, and of the others like it that the method leads
    /// to.</summary>
    Overloading? OverloadingOf(Request request)
    {
        if (Overloading.Of(request, Cache, cancellation) is not { } overloading)
            return null;
        // Nobody who calls it gets anything that has not been there before.
        if (overloading.Given is not null)
            return overloading;
        // A method that took a code challenge and sent it with one request of two would be no help.
        var others = (file.AllRequests.Contains(request) ? file.AllRequests : Elsewhere)
            .Where(other => other.Kind == request.Kind && other.Proof == Presence.Never && other != request && LacksPkceByMistake(other))
            .Select(other => Overloading.Of(other, Cache, cancellation))
            .OfType<Overloading>()
            .Where(other => other.Method == overloading.Method);
        return overloading with { Ends = [.. overloading.Ends, .. others.SelectMany(other => other.Ends)] };
    }

    /// <summary>Those to whose requests parameters can be added. Callers need both halves; but where the other one cannot be had here, they
    /// may have it elsewhere.</summary>
    ImmutableArray<Overloading> InReach(IReadOnlyList<Overloading> overloadings)
    {
        var placed = overloadings
            .Select(overloading => Placed(overloading.Ends) is { } ends ? overloading with { Ends = ends } : null)
            .ToList();
        return placed.Contains(null) ? [.. placed.Take(1).OfType<Overloading>()] : [.. placed.OfType<Overloading>()];
    }

    /// <summary>Null where parameters cannot be added to all of them.</summary>
    ImmutableArray<ExchangeParticipant>? Placed(ImmutableArray<ExchangeParticipant> ends)
    {
        var placed = ends.Select(Placed).ToList();
        return placed.Contains(null) ? null : [.. placed.OfType<ExchangeParticipant>()];
    }

    ExchangeParticipant? Placed(ExchangeParticipant end)
    {
        // A method that is no S256 tells of another transformation, or of none.
        var method = end.Request.PresenceOf(WireNames.CodeChallengeMethod);
        if (
            method is not (Presence.Never or Presence.Always)
            || method == Presence.Always
                && end.Request.All(WireNames.CodeChallengeMethod).Any(named => named.Value is not Text { Exact: "S256" })
            || InsertionPoints.Of(end.Request, Cache, cancellation) is not { IsEmpty: false } points
        )
            return null;
        var present = end.Request.ProofParameters.Where(name => end.Request.PresenceOf(name) == Presence.Always).ToImmutableArray();
        return end with { Points = [.. points.Select(point => point with { Present = present })] };
    }
}
