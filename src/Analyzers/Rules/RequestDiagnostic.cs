using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a request, with all that its fix needs.</summary>
static class RequestDiagnostic
{
    /// <param name="place">Where it is shown: in the file that the request's core lies in, else at the core.</param>
    /// <param name="arguments">Of the descriptor's message.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Request request, FileModel file, SyntaxNode place, params object[] arguments)
    {
        var places = ImmutableArray.CreateBuilder<Location>();
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (file.Markers.ReasonFor(request, descriptor.Id) is { } reason)
            properties[NoPkceMarker.ReasonProperty] = reason;
        else
            AddRepairs();
        var shown = place.SyntaxTree == request.Place.SyntaxTree ? place : request.Place;
        return Diagnostic.Create(descriptor, shown.GetLocation(), descriptor.SeverityIn(file.Project), places, properties.ToImmutable(), arguments);

        void AddRepairs()
        {
            var exchange = file.ExchangeOf(request);
            if (exchange is not null && InsertionPoint.Of(exchange.Authorization.Request) is { } authorization && InsertionPoint.Of(exchange.Token.Request) is { } token)
                AddExchange(exchange, authorization, token);
            // Whoever calls the object's methods can keep the verifier instead of it.
            if ((!properties.ContainsKey(Repair.Carry) || exchange!.Carry == Repair.CarryField) && file.OverloadingOf(request) is { } overloading)
                AddOverload(overloading);
        }

        void AddExchange(Exchange exchange, InsertionPoint authorization, InsertionPoint token)
        {
            properties[Repair.Carry] = exchange.Carry;
            Add(Repair.Authorization, authorization, exchange.Authorization);
            Add(Repair.Token, token, exchange.Token);
            if (file.StateOf(exchange) is { } state)
            {
                properties[Repair.StateKept] = state.Kept;
                properties[Repair.StateReturned] = state.Returned;
                AddSetUp(state.Protect);
            }
            else if (file.SetUpFor(exchange) is { } build)
                AddSetUp(build);
        }

        void AddOverload(Overloading overloading)
        {
            var points = overloading.Ends.Select(end => InsertionPoint.Of(end.Request)).ToList();
            if (points.Contains(null))
                return;
            var prefix = Repair.Overload;
            foreach (var (point, end) in points.Zip(overloading.Ends, (point, end) => (point!, end)))
            {
                Add(prefix, point, end);
                prefix += Repair.Further;
            }
            properties[Repair.OverloadParameter] = request.ProofParameter;
            AddPlace(Repair.OverloadedAt, overloading.Method);
        }

        void AddSetUp(SyntaxNode call) => AddPlace(Repair.CarrySetUp, call);

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
}
