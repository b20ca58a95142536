using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Adds the code challenge to the authorization request (PKCE1001) and the code verifier to the token request
/// (PKCE1004): one repair, since either alone breaks the login. Else lets callers hand in the one or the other: nothing changes for those
/// of today. Where none can, the one request is changed, for whoever reads that the other has to be, too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE1001ProofKeyFix)), Shared]
public sealed class PKCE1001ProofKeyFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE1001", "PKCE1004"];

    private protected override string Title => "Add PKCE to the authorization and the token request";

    private protected override IReadOnlyList<FixStrategy> Ways =>
        [
            .. base.Ways,
            new FixStrategy(
                $"{nameof(PKCE1001ProofKeyFix)}.{nameof(Overload)}",
                "Take the proof key from the caller, who has to keep the code verifier between the two requests",
                PlanOverloadsAsync
            )
            {
                IsWhole = false,
            },
            new FixStrategy(
                $"{nameof(PKCE1001ProofKeyFix)}.{nameof(RequestRepair.Alone)}",
                "Add PKCE to this request alone: the login fails until the other request is changed, too",
                PlanAloneAsync
            )
            {
                IsWhole = false,
            },
            new FixStrategy(
                $"{nameof(PKCE1001ProofKeyFix)}.{nameof(RequestRepair.Unwilling)}",
                "Add PKCE to the authorization and the token request, although their provider is known to refuse it",
                (files, defects, cancellationToken) =>
                    PlanWholeAsync(files, AllRepairsOf(defects).Where(repair => repair.Unwilling is not null), cancellationToken)
            )
            {
                IsWhole = false,
            },
        ];

    private protected override Task<SolutionEdits> PlanAsync(
        SourceFiles files,
        IReadOnlyList<Defect> defects,
        CancellationToken cancellationToken
    ) => PlanWholeAsync(files, RepairsOf(defects), cancellationToken);

    static async Task<SolutionEdits> PlanWholeAsync(
        SourceFiles files,
        IEnumerable<RequestRepair> found,
        CancellationToken cancellationToken
    )
    {
        var repairs = found.ToList();
        var exchanges = new List<PlannedExchange>();
        foreach (var exchange in repairs.Select(repair => repair.Exchange).OfType<Exchange>())
        {
            if (await PlannedExchange.OfAsync(files, exchange, cancellationToken).ConfigureAwait(false) is { } planned)
                exchanges.Add(planned);
        }
        var edits = ExchangeRepair.Of(exchanges);
        var names = new Names();
        foreach (var kept in repairs.Select(repair => repair.Kept).OfType<KeptVerifier>())
        {
            if (await KeptVerifierRepair.PlanAsync(files, kept, names, cancellationToken).ConfigureAwait(false) is { } repair)
                edits.TryAdd(repair);
        }
        return edits;
    }

    static async Task<SolutionEdits> PlanOverloadsAsync(
        SourceFiles files,
        IReadOnlyList<Defect> defects,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        var names = new Names();
        var overloads = await Overload.OfAsync(files, RepairsOf(defects), cancellationToken).ConfigureAwait(false);
        foreach (var overload in overloads.OrderByDescending(overload => overload.IsReported))
        {
            // What is reported has to be repaired, not its counterpart alone.
            if (!overload.IsReported && edits.IsEmpty)
                break;
            if (await overload.PlanAsync(files.Solution, names, cancellationToken).ConfigureAwait(false) is { } repair)
                edits.TryAdd(repair);
        }
        return edits;
    }

    static async Task<SolutionEdits> PlanAloneAsync(SourceFiles files, IReadOnlyList<Defect> defects, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        var names = new Names();
        foreach (var alone in RepairsOf(defects).Select(repair => repair.Alone).OfType<ExchangeParticipant>())
        {
            if (
                await LoneRequest.OfAsync(files, alone, cancellationToken).ConfigureAwait(false) is { } request
                && request.Plan(names, edits) is { } repair
            )
                edits.TryAdd(repair);
        }
        return edits;
    }

    private protected override string? ObstacleTo(Defect defect) =>
        defect.Model is not Request request
            ? null
            : defect.Planner.ObstacleTo(request) switch
            {
                ExchangeObstacle.NoTokenRequest =>
                    "no token request in sight redeems its code: where that is made, send the code_verifier whose code_challenge is "
                        + "added here",
                ExchangeObstacle.NoAuthorizationRequest =>
                    "no authorization request in sight asks for its code: where that is made, add a code_challenge, and send its "
                        + "code_verifier here",
                ExchangeObstacle.SeveralExchanges => "several requests may be the other half of its login: a person has to say which",
                ExchangeObstacle.NoCarrier =>
                    "no place is known where the code_verifier is safe between the two requests: carry it by hand, bound to the "
                        + "browser or the object that began the login",
                ExchangeObstacle.UnwillingProvider =>
                    "its provider is known to refuse the proof key, or to take another challenge than that of S256: ask it, and except the "
                        + "request where it does so",
                ExchangeObstacle.NoInsertion => "the code builds the request in a form to which no parameter can be added",
                _ => null,
            };

    /// <summary>Those by which the login goes on.</summary>
    static IEnumerable<RequestRepair> RepairsOf(IEnumerable<Defect> defects) =>
        AllRepairsOf(defects).Where(repair => repair.Unwilling is null);

    static IEnumerable<RequestRepair> AllRepairsOf(IEnumerable<Defect> defects) =>
        from defect in defects
        where defect.Model is Request
        select defect.Planner.RepairOf((Request)defect.Model);
}
