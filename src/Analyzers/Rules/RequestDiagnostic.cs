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
        else if (file.ExchangeOf(request) is { } exchange
            && InsertionPoint.Of(exchange.Authorization.Request) is { } authorization && InsertionPoint.Of(exchange.Token.Request) is { } token)
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
        else if (file.OverloadingOf(request) is { } overloading && overloading.Ends.Select(end => InsertionPoint.Of(end.Request)).ToList() is var points && !points.Contains(null))
        {
            var side = request.Kind == RequestKind.Token ? Repair.Token : Repair.Authorization;
            foreach (var (point, end) in points.Zip(overloading.Ends, (point, end) => (point!, end)))
            {
                Add(side, point, end);
                side += Repair.Further;
            }
            properties[Repair.Overload] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.Add(overloading.Method.GetLocation());
        }
        var shown = place.SyntaxTree == request.Place.SyntaxTree ? place : request.Place;
        return Diagnostic.Create(descriptor, shown.GetLocation(), descriptor.SeverityIn(file.Project), places, properties.ToImmutable(), arguments);

        void AddSetUp(SyntaxNode call)
        {
            properties[Repair.CarrySetUp] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.Add(call.GetLocation());
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
