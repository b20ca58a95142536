using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about a request, with all that its fix needs.</summary>
static class RequestDiagnostic
{
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Request request, FileModel file)
    {
        var places = ImmutableArray.CreateBuilder<Location>();
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (Exchange.Of(request, file.Requests) is { } exchange
            && InsertionPoint.Of(exchange.Authorization) is { } authorization && InsertionPoint.Of(exchange.Token) is { } token)
        {
            properties[Repair.Carry] = exchange.Carry;
            Add(Repair.Authorization, authorization);
            Add(Repair.Token, token);
        }
        return Diagnostic.Create(descriptor, request.Place.GetLocation(), places, properties.ToImmutable(), string.Join(", ", request.ParameterNames));

        void Add(string side, InsertionPoint point)
        {
            properties[side + Repair.Kind] = point.Kind;
            properties[side + Repair.At] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.AddRange(point.Places);
        }
    }
}
