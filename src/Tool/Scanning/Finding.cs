using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Scanning;

/// <summary>A diagnostic where the user reads it.</summary>
/// <param name="Place">Where it lies; of a finding without a place the project's file, without a line.</param>
/// <param name="Severity">As configured.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">What is wrong and what to write instead; one line.</param>
/// <param name="Suppression">Null for one that counts.</param>
sealed record Finding(Place Place, DiagnosticSeverity Severity, string Id, string Message, Suppression? Suppression)
{
    /// <summary>By path and position.</summary>
    public static readonly IComparer<Finding> ByPlace = Comparer<Finding>.Create(
        (one, other) =>
            one.Place.CompareTo(other.Place) is not 0 and var place ? place
            : string.CompareOrdinal(one.Id, other.Id) is not 0 and var id ? id
            : string.CompareOrdinal(one.Message, other.Message)
    );

    /// <summary>Full path of the file.</summary>
    public string Path => Place.Path;

    /// <summary>From 1; 0 for no place.</summary>
    public int Line => Place.Line;

    /// <summary>From 1; 0 for no place.</summary>
    public int Column => Place.Column;

    /// <summary>The line that it begins in, without its line break; null where it is not known.</summary>
    public string? Code { get; init; }

    /// <summary>Other places that belong to it, each once, in their order, without its own.</summary>
    public IReadOnlyList<Place> Related { get; init; } = [];

    /// <summary>The way that it takes through the code; empty where it has one place only, or no report tells of it.</summary>
    public IReadOnlyList<FlowStep> Flow { get; init; } = [];

    /// <summary>What a repair would write; empty where there is none, or no report tells of it.</summary>
    public IReadOnlyList<Replacement> Fix { get; init; } = [];

    /// <summary>What stays the same when lines move: <see cref="PkceAnalyzers.Fingerprint"/>, a colon and the finding's number among
    /// those of the file with the same one.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The first and last line of the member or statement that it lies in.</summary>
    public (int First, int Last) Member { get; init; }

    /// <summary>The assembly of its project; empty for code without a project.</summary>
    public string Project { get; init; } = "";

    /// <summary>What kind of code it lies in.</summary>
    public CodeArea Area { get; init; }

    /// <summary>The same place and claim is the same finding: a file may be part of several projects.</summary>
    public bool Equals(Finding? other) =>
        other is not null
        && ByPlace.Compare(this, other) == 0
        && Place == other.Place
        && Severity == other.Severity
        && Suppression == other.Suppression;

    public override int GetHashCode() => HashCode.Combine(Place, Id, Message);

    /// <param name="diagnostic">What an analyzer reported.</param>
    /// <param name="group">What it was found in.</param>
    public static Finding From(Diagnostic diagnostic, CompiledGroup group) =>
        From(
            diagnostic,
            group.Compilation,
            group.Group.Location,
            group.Options.AdditionalFiles.FirstOrDefault(file => file.Path == Place.Of(diagnostic.Location)?.Path)?.GetText()
        ) with
        {
            Project = group.Group.Project?.AssemblyName ?? "",
        };

    /// <param name="diagnostic">What an analyzer reported.</param>
    /// <param name="compilation">What it was found in.</param>
    /// <param name="project">What to name if it has no place in a file.</param>
    /// <param name="additional">The text of the settings or Razor file that it lies in; null for a C# file.</param>
    public static Finding From(Diagnostic diagnostic, Compilation compilation, string project, SourceText? additional = null)
    {
        var place = Place.Of(diagnostic.Location) ?? new Place(project, 0, 0, 0, 0);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture).ReplaceLineEndings(" ");
        return new(place, diagnostic.Severity, diagnostic.Id, message, Suppression.Of(diagnostic, compilation))
        {
            Member = MemberAt(diagnostic.Location, place) ?? (place.Line, place.EndLine),
            Code = LineOf(diagnostic.Location, place, additional),
            Related = [.. diagnostic.AdditionalLocations.Select(Place.Of).OfType<Place>().Distinct().Where(other => other != place)],
            Fingerprint = PkceAnalyzers.Fingerprint.Of(diagnostic, additional),
        };
    }

    static (int First, int Last)? MemberAt(Location location, Place place)
    {
        var member = location
            .SourceTree?.GetRoot()
            .FindNode(location.SourceSpan)
            .AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
        if (member is null)
            return null;
        if (place.Path != member.SyntaxTree.FilePath)
            return Place.Of(member.GetLocation()) is { } mapped && mapped.Path == place.Path ? (mapped.Line, mapped.EndLine) : null;
        // With its attributes and the comments above it: exceptions stand there.
        var lines = member.SyntaxTree.GetText().Lines;
        return (lines.GetLinePosition(member.FullSpan.Start).Line + 1, lines.GetLinePosition(member.Span.End).Line + 1);
    }

    static string? LineOf(Location location, Place place, SourceText? additional)
    {
        // The text of another file that a #line directive names is not at hand.
        var text = location.SourceTree is { } tree && place.Path == tree.FilePath ? tree.GetText() : additional;
        return text is not null && place.Line > 0 && place.Line <= text.Lines.Count ? text.Lines[place.Line - 1].ToString() : null;
    }
}
