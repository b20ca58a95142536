using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.Settings;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Makes the server require PKCE of the client: unasked only where the client is in the solution and sends it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4001RequirementFix)), Shared]
public sealed class PKCE4001RequirementFix : SettingRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4001"];

    private protected override string Title => "Require PKCE";

    private protected override IReadOnlyList<FixStrategy> Ways =>
        [
            new FixStrategy(
                nameof(PKCE4001RequirementFix),
                Title,
                (files, defects, cancellation) => PlanAsync(files, defects, isSent: true, cancellation)
            ),
            new FixStrategy(
                $"{nameof(PKCE4001RequirementFix)}.Refusing",
                ClientProofKeys.Requirement,
                (files, defects, cancellation) => PlanAsync(files, defects, isSent: false, cancellation)
            )
            {
                IsWhole = false,
            },
        ];

    private protected override string? ObstacleTo(Defect defect) =>
        "whether the client sends PKCE is not known from the code here: once it does, require it";

    async Task<SolutionEdits> PlanAsync(SourceFiles files, IReadOnlyList<Defect> defects, bool isSent, CancellationToken cancellationToken)
    {
        var clients = new ClientProofKeys(files.Solution);
        var planned = new List<Defect>();
        foreach (var defect in defects)
        {
            var clientId = (defect.Model as SettingFinding)?.Registration.ClientId;
            if (await clients.AreSentByAsync(clientId, cancellationToken).ConfigureAwait(false) == isSent)
                planned.Add(defect);
        }
        return await PlanAsync(files, planned, cancellationToken).ConfigureAwait(false);
    }
}
