using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Tests the fix for PKCE2001; marked is the value: <c>{|setting:…|}</c>.</summary>
sealed class SettingTest : RepairTest
{
    protected override RepairProvider Provider => new PKCE2001SettingFix();

    protected override IEnumerable<Diagnostic> Report(IReadOnlyList<Place> places, Func<Place, Location> locate) =>
        places.Select(place => Report("PKCE2001", locate(place), [locate(place)], (Repair.SettingAt, "0"), (Repair.SettingValue, "true")));
}
