using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a request, with all that its fix needs.</summary>
static class RequestDiagnostic
{
    /// <param name="place">Where it is shown: in the file that the request's core lies in, else at the core.</param>
    /// <param name="arguments">Of the descriptor's message.</param>
    public static Diagnostic Create(
        DiagnosticDescriptor descriptor,
        Request request,
        FileModel file,
        SyntaxNode place,
        params object[] arguments
    )
    {
        var places = ImmutableArray.CreateBuilder<Location>();
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (file.Markers.ReasonFor(request, descriptor.Id) is { } reason)
            properties[NoPkceMarker.ReasonProperty] = reason;
        else if (request is { Kind: not RequestKind.FrontChannel, Proof: Presence.Never, IsCodeOfSdk: false })
            AddRepairs();
        var shown = place.SyntaxTree == request.Place.SyntaxTree ? place : request.Place;
        return Diagnostic.Create(
            descriptor,
            shown.GetLocation(),
            descriptor.SeverityIn(file.Project),
            places,
            properties.ToImmutable(),
            arguments
        );

        void AddRepairs()
        {
            var exchange = file.ExchangeOf(request);
            if (exchange is { Carry: not Repair.CarryField } && TryAddExchange(exchange))
                return;
            // Whoever calls the object's methods can keep the verifier instead of it; where they take the proof key already, that is their
            // part.
            var overloadings = file.OverloadingsOf(request);
            if (exchange is { Carry: Repair.CarryField } && !overloadings.Any(overloading => overloading.Given is not null))
                TryAddExchange(exchange);
            AddOverloads([.. overloadings.Select(overloading => (overloading, Points(overloading.Ends, file)))]);
            if (places.Count == 0 && request.IsSetByMaker && Points([new End(request, [])], file) is { } own)
                AddAll(Repair.Alone, own);
        }

        bool TryAddExchange(Exchange exchange)
        {
            if (Points(exchange.Authorizations, file) is not { } authorizations || Points(exchange.Tokens, file) is not { } tokens)
                return false;
            // Each use of a constant would get a proof key of its own.
            if (
                exchange.Carry != Repair.CarryLocal
                && (authorizations.Count > exchange.Authorizations.Length || tokens.Count > exchange.Tokens.Length)
            )
                return false;
            properties[Repair.Carry] = exchange.Carry;
            if (file.KeyOf(exchange) is { } key)
                AddKey(key);
            AddAll(Repair.Authorization, authorizations);
            AddAll(Repair.Token, tokens);
            if (file.StateOf(exchange) is { } state)
            {
                properties[Repair.StateKept] = state.Kept;
                if (state.Returned is { } returned)
                    properties[Repair.StateReturned] = returned;
                AddPlace(Repair.CarrySetUp, state.Protect);
            }
            else if (file.SetUpFor(exchange) is { } build)
                AddPlace(Repair.CarrySetUp, build);
            return true;
        }

        void AddKey(CarrierKey key)
        {
            properties[Repair.CarryProvider] = key.Provider;
            if (key.State is { } state)
                properties[Repair.CarryStateSent] = state;
            if (key.RedirectUri is { } redirect)
                properties[Repair.CarryRedirectUri] = redirect;
            if (key.IsPosted)
                properties[Repair.CarryPosted] = "true";
        }

        // Callers need both halves; but where the other one cannot be had here, they may have it elsewhere.
        void AddOverloads(List<(Overloading, List<(InsertionPoint, End)>?)> overloadings)
        {
            var all = overloadings.TrueForAll(overloading => overloading.Item2 is not null) ? overloadings : overloadings.Take(1);
            foreach (var ((overloading, found), index) in all.Select((overloading, index) => (overloading, index)))
            {
                if (found is not { } points)
                    return;
                var side = Repair.OverloadAt(index);
                AddAll(side, points);
                properties[side + Repair.OverloadParameter] = overloading.Parameter;
                if (overloading.Given is { } given)
                    properties[side + Repair.OverloadGiven] = given;
                AddPlace(side + Repair.OverloadedMethod, overloading.Method);
            }
        }

        void AddAll(string side, List<(InsertionPoint, End)> points)
        {
            foreach (var (point, end) in points)
            {
                Add(side, point, end);
                side += Repair.Further;
            }
        }

        void AddPlace(string property, SyntaxNode node)
        {
            properties[property] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.Add(node.GetLocation());
        }

        void Add(string side, InsertionPoint point, End end)
        {
            properties[side + Repair.Kind] = point.Kind;
            properties[side + Repair.At] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.AddRange(point.Places);
            if (!point.Names.IsEmpty)
                properties[side + Repair.Names] = string.Join(" ", point.Names);
            if (!end.Lifts.IsEmpty)
                properties[side + Repair.Lifts] = string.Join(" ", end.Lifts.Select(Written));
        }

        string Written(Lift lift)
        {
            var text = FormattableString.Invariant($"{places.Count}:{lift.Declarations.Length}:{lift.Calls.Length}");
            places.AddRange(lift.Declarations.Select(declaration => declaration.GetLocation()));
            places.AddRange(lift.Calls.Select(call => call.GetLocation()));
            return text;
        }
    }

    /// <summary>Null where parameters cannot be added to all of the requests.</summary>
    static List<(InsertionPoint, End)>? Points(ImmutableArray<End> ends, FileModel file)
    {
        var points = ends.Select(end => (End: end, Points: file.InsertionsOf(end.Request))).ToList();
        return points.Any(end => end.Points.IsEmpty) ? null : [.. points.SelectMany(end => end.Points.Select(point => (point, end.End)))];
    }
}
