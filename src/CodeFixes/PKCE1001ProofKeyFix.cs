using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Wiring;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Adds the code challenge to the authorization request (PKCE1001) and the code verifier to the token request
/// (PKCE1004): one repair, since either alone breaks the login.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE1001ProofKeyFix)), Shared]
public sealed class PKCE1001ProofKeyFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE1001", "PKCE1004"];

    private protected override string Title => "Add PKCE to the authorization and the token request";

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var exchanges = new List<Exchange>();
        foreach (var diagnostic in diagnostics)
        {
            if (await Exchange.ReadAsync(files, diagnostic, cancellationToken).ConfigureAwait(false) is { } exchange)
                exchanges.Add(exchange);
        }
        var names = new Names();
        var edits = new SolutionEdits();
        foreach (var group in ExchangeGroup.Of(exchanges))
        {
            if (new ExchangeRepair(group, names, edits).Plan() is { } repair)
                edits.TryAdd(repair);
        }
        return edits;
    }
}
