using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>What a change of the code made of the findings.</summary>
sealed class Comparison
{
    readonly TextMoves _moves;
    readonly Dictionary<Found, Found> _origins = [];

    public Comparison(AnalyzedCode before, AnalyzedCode after, IReadOnlyList<FixedFile> files)
    {
        (Before, After, _moves) = (before, after, new TextMoves(files));
        var open = after.Findings.ToLookup(KeyOf).ToDictionary(same => same.Key, same => same.ToList());
        foreach (var old in before.Findings)
        {
            // Repairs move lines, so a finding is the same where it lies in the same text.
            var place = _moves.Moved(old.Path, old.Diagnostic.Location.SourceSpan);
            var same = open.GetValueOrDefault(KeyOf(old))?.Find(one => one.Diagnostic.Location.SourceSpan.IntersectsWith(place));
            if (same is null)
                continue;
            _origins.Add(same, old);
            open[KeyOf(old)].Remove(same);
        }
        var kept = _origins.Values.ToHashSet();
        Gone = [.. before.Findings.Where(one => !kept.Contains(one))];
    }

    public AnalyzedCode Before { get; }

    public AnalyzedCode After { get; }

    /// <summary>What is no longer found.</summary>
    public IReadOnlyList<Found> Gone { get; }

    /// <summary>What is found and was not before.</summary>
    public IEnumerable<Found> New => After.Findings.Where(one => OriginOf(one) is null);

    /// <summary>What a finding was before; null for a new one.</summary>
    public Found? OriginOf(Found after) => _origins.GetValueOrDefault(after);

    /// <summary>What a finding is now; null for one that is gone.</summary>
    public Found? PresentOf(Found before) => After.Findings.FirstOrDefault(one => OriginOf(one) == before);

    /// <summary>Whether anything was edited in the members that a finding of before is about.</summary>
    public bool IsEditedAt(Found before) => Meet(before, _moves.Before);

    /// <summary>Whether a finding is about a member in which something was edited.</summary>
    public bool IsAtEdit(Found after) => Meet(after, _moves.After);

    /// <summary>Whether all of a place is new.</summary>
    public bool IsWritten(Location after) =>
        _moves.After.Any(edit => edit.Path == Found.PathOf(after) && edit.Span.Contains(after.SourceSpan));

    /// <summary>A place of before, where it is now.</summary>
    public TextSpan Moved(Location place) => _moves.Moved(Found.PathOf(place), place.SourceSpan);

    static bool Meet(Found found, IEnumerable<(string Path, TextSpan Span)> edits)
    {
        var regions = found.Places.Select(place => (Found.PathOf(place), Region(place))).ToList();
        return edits.Any(edit => regions.Any(region => region.Item1 == edit.Path && region.Item2.IntersectsWith(edit.Span)));
    }

    /// <summary>The member that a place lies in: a statement of a program that is one file; in a settings file the whole file.</summary>
    static TextSpan Region(Location place)
    {
        if (place.SourceTree is not { } tree)
            return new TextSpan(0, int.MaxValue);
        var member = tree.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax ? place.SourceSpan : member.Span;
    }

    static (string Project, string Path, string Id) KeyOf(Found found) => (found.Group.Group.Location, found.Path, found.Id);
}
