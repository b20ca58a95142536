using PkceAnalyzers.Tool.Inspecting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>All requests as a table, which the page's script sorts and filters.</summary>
static class InventorySection
{
    static readonly IReadOnlyList<string> Names =
    [
        "Place",
        "Request",
        "PKCE",
        "Project",
        "Member",
        "Endpoint",
        "Provider",
        "Verifier",
        "Reason",
    ];

    public static Fragment Of(ScanResult result) =>
        Fragment.Of(
            $"""
            <section aria-labelledby="inventory"><h2 id="inventory">Inventory</h2>
            {(
                result.Inventory.Count == 0
                    ? Fragment.Of($"<p>The code makes no requests of an OAuth exchange that are seen.</p>")
                    : Table(result)
            )}
            </section>
            """
        );

    static Fragment Table(ScanResult result) =>
        Fragment.Of(
            $"""
            <p class="filter" hidden><label>Filter <input type="search" id="filter" autocomplete="off"></label>
            <label>PKCE <select id="state"><option value="">all</option>{States(result)}</select></label>
            <span id="shown" role="status"></span></p>
            <div class="wide" role="region" aria-label="Table of requests" tabindex="0">
            <table id="requests"><thead><tr>{Names.Select(name => Fragment.Of($"""<th scope="col">{name}</th>"""))}</tr></thead>
            <tbody>{result.Inventory.Select(row => Row(row, result))}</tbody></table></div>
            """
        );

    static IEnumerable<Fragment> States(ScanResult result) =>
        result
            .Inventory.Select(row => row.State)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(state => Fragment.Of($"<option>{state}</option>"));

    static Fragment Row(InventoryRow row, ScanResult result)
    {
        var request = row.Request;
        return Fragment.Of(
            $"""
            <tr><td class="place">{FindingsSection.Place(request.Place, result)}</td><td>{request.Kind}</td>
            <td><span class="state {Grade(request)}">{row.State}</span></td><td>{row.Project}</td>
            <td>{request.Member}</td><td>{request.Endpoint}</td><td>{row.Provider}</td>
            <td>{request.Verifier.Made}</td><td>{row.Reason}</td></tr>

            """
        );
    }

    static string Grade(SeenRequest request) =>
        request.State switch
        {
            PkceState.S256 or PkceState.Verifier => "right",
            PkceState.None or PkceState.Plain or PkceState.Conditional => "broken",
            _ => "unknown",
        };
}
