using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Tests the fix for PKCE3001; marked is what makes the verifier: <c>{|verifier:…|}</c>.</summary>
sealed class VerifierTest : RepairTest
{
    protected override RepairProvider Provider => new PKCE3001VerifierFix();

    protected override IEnumerable<Diagnostic> Report(IReadOnlyList<Place> places, Func<Place, Location> locate) =>
        places.Select(place => Report("PKCE3001", locate(place), [locate(place)], (Repair.VerifierAt, "0")));
}
