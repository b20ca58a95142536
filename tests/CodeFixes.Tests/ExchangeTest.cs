using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>
/// Tests how exchanges are repaired. Marked are the places of the requests, <c>{|authorization:…|}</c> and
/// <c>{|token:…|}</c>, and within them <c>{|name:…|}</c> and <c>{|value:…|}</c>; a digit behind the word tells one exchange
/// from another.
/// </summary>
sealed class ExchangeTest : RepairTest
{
    public VerifierCarrier Carrier { get; init; } = VerifierCarrier.Local;

    public InsertionKind AuthorizationKind { get; init; } = InsertionKind.TextEnd;

    public InsertionKind TokenKind { get; init; } = InsertionKind.TextEnd;

    protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<IReadOnlyList<PlaceInTree>> projects, CancellationToken cancellationToken)
    {
        var exchanges = new List<PlannedExchange>();
        foreach (var places in projects)
        {
            foreach (var authorization in places.Where(place => place.Mark.Word == "authorization"))
            {
                foreach (var token in places.Where(place => place.Mark.Word == "token" && place.Mark.Digit == authorization.Mark.Digit))
                    exchanges.Add(new PlannedExchange([await PlanAsync(authorization, AuthorizationKind)], [await PlanAsync(token, TokenKind)], Carrier, SetUp: null));
            }

            async Task<PlannedParticipant> PlanAsync(PlaceInTree request, InsertionKind kind)
            {
                var target = await InsertionTarget.OfAsync(files, PointAt(request, kind, places), cancellationToken);
                Assert.NotNull(target);
                return new PlannedParticipant(target, []);
            }
        }
        return ExchangeRepair.Of(exchanges);
    }

    static InsertionPoint PointAt(PlaceInTree request, InsertionKind kind, IReadOnlyList<PlaceInTree> places)
    {
        var point = new InsertionPoint(kind, request.Tree, request.Mark.Span);
        return SpanOf("name") is { } name && SpanOf("value") is { } value ? point with { Pair = (name, value) } : point;

        TextSpan? SpanOf(string word) => places
            .FirstOrDefault(place => place.Mark.Word == word && place.Tree == request.Tree && request.Mark.Span.Contains(place.Mark.Span))
            ?.Mark.Span;
    }
}
