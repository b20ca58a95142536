using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Rules;

/// <summary>A finding about the transformation that a request names, with all that its fix needs.</summary>
static class MethodDiagnostic
{
    /// <param name="place">Where it is shown: in the file that the request's core lies in, else at the core.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Request request, FileModel file, SyntaxNode place, string fault)
    {
        var places = ImmutableArray.CreateBuilder<Location>();
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        if (file.Markers.ReasonFor(request, descriptor.Id) is { } reason)
            properties[NoPkceMarker.ReasonProperty] = reason;
        else if (MethodRepair.Of(request, file) is { } repair)
            Add(repair);
        var shown = place.SyntaxTree == request.Place.SyntaxTree ? place : request.Place;
        return Diagnostic.Create(
            descriptor,
            shown.GetLocation(),
            descriptor.SeverityIn(file.Project),
            places,
            properties.ToImmutable(),
            fault
        );

        void Add(MethodRepair repair)
        {
            if (repair.Method is { } method)
            {
                properties[Repair.MethodValue] = method.S256;
                AddAt(Repair.MethodAt, method.Place);
            }
            if (repair.Room is { } room)
            {
                properties[Repair.Authorization + Repair.Kind] = room.Kind;
                AddAt(Repair.Authorization + Repair.At, [.. room.Places]);
            }
            // The expression that makes the challenge is the verifier's own.
            if (repair.Challenge?.GetLocation() is { } verifier)
                AddAt(Repair.ChallengeAt, verifier, verifier);
        }

        void AddAt(string property, params Location[] at)
        {
            properties[property] = places.Count.ToString(CultureInfo.InvariantCulture);
            places.AddRange(at);
        }
    }
}
