using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Tool.Compiling;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Asks the analyzers for the requests that were repaired: each has what it had before, and its part of the proof key in every way
/// in which it is put together.</summary>
sealed class RequestCheck(Comparison comparison, CancellationToken cancel)
{
    readonly Dictionary<SyntaxTree, IReadOnlyList<Request>> _requests = [];

    /// <summary>Null where nothing is wrong with a request, or where it was not seen as one before.</summary>
    public string? Objection(Found repaired)
    {
        RequestKind? asked = repaired.Id switch
        {
            "PKCE1001" => RequestKind.Authorization,
            "PKCE1004" => RequestKind.Token,
            _ => null,
        };
        if (asked is not { } kind || repaired.Diagnostic.Location.SourceTree is not { } tree)
            return null;
        var reported = repaired.Diagnostic.Location.SourceSpan;
        if (In(repaired.Group, tree).FirstOrDefault(request => request.Kind == kind && request.Place.Span == reported) is not { } before)
            return null;
        var group = comparison.After.PresentOf(repaired.Group);
        var place = comparison.Moved(repaired.Diagnostic.Location);
        var present = group
            .Compilation.SyntaxTrees.Where(other => other.FilePath == tree.FilePath)
            .SelectMany(other => In(group, other))
            .Where(request => request.Kind == kind)
            .ToList();
        // A request that a library begins may begin in a statement of its own now.
        var after =
            present.Find(request => request.Place.Span.IntersectsWith(place))
            ?? present.Find(request => comparison.IsWritten(request.Place.GetLocation()));
        if (after is null)
            return $"it could not be seen whether the request has its {before.ProofParameter} then";
        var lost = before.ParameterNames.Except(after.ParameterNames).ToList();
        if (lost.Count > 0)
            return $"the request would lose {string.Join(", ", lost)}";
        return after.Proof is Presence.Always ? null : $"it could not be seen that the request always has its {before.ProofParameter} then";
    }

    IReadOnlyList<Request> In(CompiledGroup group, SyntaxTree tree)
    {
        if (_requests.TryGetValue(tree, out var known))
            return known;
        var file = ProjectAnalysis.Of(group.Compilation, group.Options).ModelOf(tree, cancel);
        return _requests[tree] = [.. file.Requests];
    }
}
