using PkceAnalyzers.Tool.Inspecting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>The requests that the code makes for one kind of login, and what was found about them.</summary>
/// <param name="Project">Empty for code without a project.</param>
/// <param name="Name">The type or file that holds it.</param>
/// <param name="Authorization">Null where the code makes none, or it is not seen.</param>
/// <param name="Tokens">The token requests that belong to it.</param>
/// <param name="Findings">What was found at any of its steps.</param>
sealed record DrawnExchange(
    string Project,
    string Name,
    InventoryRow? Authorization,
    IReadOnlyList<InventoryRow> Tokens,
    IReadOnlyList<Finding> Findings
)
{
    IEnumerable<InventoryRow> Rows => Authorization is null ? Tokens : Tokens.Prepend(Authorization);

    /// <summary>Each authorization request with the token requests of its type, or of its project where that makes only one; then what is
    /// left: token requests, and findings about settings, servers and verifiers.</summary>
    public static IReadOnlyList<DrawnExchange> Of(ScanResult result)
    {
        var exchanges = new List<DrawnExchange>();
        foreach (var project in result.Inventory.GroupBy(row => row.Project))
            exchanges.AddRange(OfProject([.. project]));
        var findings = result
            .Findings.Where(finding => ExchangeSteps.StepOf(finding.Id) is not null)
            .ToLookup(finding => exchanges.Find(exchange => exchange.Holds(finding)));
        var others = findings[null]
            .GroupBy(finding => (finding.Path, finding.Member))
            .Select(group => new DrawnExchange(group.First().Project, Path.GetFileName(group.Key.Path), null, [], [.. group]));
        // What is wrong comes first.
        return
        [
            .. exchanges
                .Select(exchange => exchange with { Findings = [.. findings[exchange]] })
                .Concat(others)
                .OrderBy(exchange => exchange.Findings.Count == 0),
        ];
    }

    static IEnumerable<DrawnExchange> OfProject(List<InventoryRow> rows)
    {
        var tokens = rows.FindAll(row => row.Request.Kind == "token");
        var authorizations = rows.Except(tokens).ToList();
        foreach (var authorization in authorizations)
        {
            var belonging = authorizations.Count == 1 ? tokens : tokens.FindAll(token => token.Type == authorization.Type);
            yield return new(authorization.Project, authorization.Type, authorization, belonging, []);
        }
        foreach (var token in tokens.Where(token => authorizations.Count != 1 && authorizations.TrueForAll(one => one.Type != token.Type)))
            yield return new(token.Project, token.Type, null, [token], []);
    }

    /// <summary>Whether a finding is about a member that makes one of the requests.</summary>
    bool Holds(Finding finding) =>
        Rows.Any(row =>
            row.Request.Place.Path == finding.Path
            && finding.Member.First <= row.Request.Place.Line
            && row.Request.Place.Line <= finding.Member.Last
        );
}
