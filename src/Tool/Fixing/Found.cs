using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tool.Compiling;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What an analyzer reports in one state of the code.</summary>
/// <param name="group">What it was found in.</param>
sealed class Found(CompiledGroup group, Diagnostic diagnostic)
{
    public CompiledGroup Group => group;

    public Diagnostic Diagnostic => diagnostic;

    public string Id => diagnostic.Id;

    /// <summary>Of the file itself, whatever a <c>#line</c> directive says; empty where it has no place in one.</summary>
    public string Path => PathOf(diagnostic.Location);

    /// <summary>Where it is shown, and what else belongs to it.</summary>
    public IEnumerable<Location> Places =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Where(place => place.GetLineSpan().IsValid);

    /// <summary>As the user reads it.</summary>
    public Finding Finding => field ??= Finding.From(diagnostic, group.Compilation, group.Group.Location);

    public static string PathOf(Location place) => place.GetLineSpan().Path ?? "";
}
