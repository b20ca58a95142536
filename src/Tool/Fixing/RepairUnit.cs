using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Findings that are repaired together or not at all, because their repairs edit the same code: the requests of one exchange, or a
/// file that several projects compile.</summary>
sealed class RepairUnit
{
    readonly HashSet<(string Path, TextSpan Span)> _edits = [];

    public List<Found> Findings { get; } = [];

    /// <summary>The units of findings, of which each comes with its own repair.</summary>
    public static async Task<IReadOnlyList<RepairUnit>> OfAsync(
        Solution before,
        IReadOnlyList<(Found Found, Solution Repaired)> repairs,
        CancellationToken cancel
    )
    {
        var units = new List<RepairUnit>();
        foreach (var (found, repaired) in repairs)
        {
            var unit = new RepairUnit { Findings = { found } };
            unit._edits.UnionWith(await EditsAsync(before, repaired, cancel));
            foreach (var other in units.FindAll(unit.Meets))
            {
                unit.Findings.InsertRange(0, other.Findings);
                unit._edits.UnionWith(other._edits);
                units.Remove(other);
            }
            units.Add(unit);
        }
        return units;
    }

    bool Meets(RepairUnit other) =>
        Findings.Exists(mine =>
            other.Findings.Exists(its => mine.Path == its.Path && mine.Diagnostic.Location.SourceSpan == its.Diagnostic.Location.SourceSpan)
        ) || _edits.Any(mine => other._edits.Any(its => mine.Path == its.Path && mine.Span.IntersectsWith(its.Span)));

    static async Task<IEnumerable<(string, TextSpan)>> EditsAsync(Solution before, Solution repaired, CancellationToken cancel)
    {
        var edits = new List<(string, TextSpan)>();
        foreach (var (path, span) in new TextMoves(await SolutionDifference.FilesAsync(before, repaired, cancel)).Before)
        {
            var document = before.GetDocumentIdsWithFilePath(path).Select(before.GetDocument).OfType<Document>().FirstOrDefault();
            var root = document is null ? null : await document.GetSyntaxRootAsync(cancel);
            if (root is null || IsInMember(root, span))
                edits.Add((path, span));
        }
        return edits;
    }

    /// <summary>Whether an edit changes what a member does. Others, such as using directives, are shared by repairs that have nothing to do
    /// with each other.</summary>
    static bool IsInMember(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            null or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax => false,
            GlobalStatementSyntax => true,
            var member => member.Span.Start < span.Start && span.End < member.Span.End,
        };
}
