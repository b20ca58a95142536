using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Tests how the fix for PKCE3001 replaces code; marked is what makes the verifier: <c>{|verifier:…|}</c>.</summary>
sealed class VerifierTest : RepairTest
{
    protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<IReadOnlyList<PlaceInTree>> projects, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var place in projects.SelectMany(places => places))
        {
            var repair = new SolutionEdits();
            PKCE3001VerifierFix.Replace((await files.FindAsync(place.Tree, cancellationToken))!, place.Node, repair, edits);
            edits.TryAdd(repair);
        }
        return edits;
    }
}
