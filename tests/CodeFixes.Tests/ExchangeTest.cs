using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>
/// Tests the fix for PKCE1001 and PKCE1004. Marked are the places of the requests, <c>{|authorization:…|}</c> and
/// <c>{|token:…|}</c>, and within them <c>{|name:…|}</c> and <c>{|value:…|}</c>; a digit behind the word tells one exchange
/// from another.
/// </summary>
sealed class ExchangeTest : RepairTest
{
    public string Carry { get; init; } = Repair.CarryLocal;

    public string AuthorizationKind { get; init; } = Insertion.TextEnd;

    public string TokenKind { get; init; } = Insertion.TextEnd;

    protected override RepairProvider Provider => new PKCE1001ProofKeyFix();

    protected override IEnumerable<Diagnostic> Report(IReadOnlyList<Place> places, Func<Place, Location> locate)
    {
        foreach (var authorization in places.Where(place => place.Word == "authorization"))
        {
            foreach (var token in places.Where(place => place.Word == "token" && place.Digit == authorization.Digit))
            {
                List<Place> first = [authorization, .. Pattern(authorization, places)];
                var locations = first.Append(token).Concat(Pattern(token, places)).Select(locate).ToList();
                (string, string)[] properties =
                [
                    (Repair.Carry, Carry),
                    (Repair.Authorization + Repair.Kind, AuthorizationKind),
                    (Repair.Authorization + Repair.At, "0"),
                    (Repair.Token + Repair.Kind, TokenKind),
                    (Repair.Token + Repair.At, first.Count.ToString()),
                ];
                yield return Report("PKCE1001", locate(authorization), locations, properties);
                yield return Report("PKCE1004", locate(token), locations, properties);
            }
        }
    }

    static IEnumerable<Place> Pattern(Place request, IReadOnlyList<Place> places) => places
        .Where(place => place.Word is "name" or "value" && place.Path == request.Path && request.Span.Contains(place.Span))
        .OrderBy(place => place.Word);
}
