using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>Creates a proof key for a group of exchanges, carries it from the authorization requests to the token
/// requests, and adds its parameters to both.</summary>
sealed class ExchangeRepair(ExchangeGroup group, Names names, SolutionEdits planned)
{
    readonly SolutionEdits _edits = new();

    /// <summary>Null where the code has not the shape that the diagnostic promises: no half of a repair is made.</summary>
    public SolutionEdits? Plan()
    {
        var carried = group.ByField ? CarryByField() : CarryByLocal();
        return carried ? _edits : null;
    }

    bool CarryByLocal()
    {
        var first = group.Authorizations.First();
        var spot = StatementSpot.Around(first.Place).FirstOrDefault(SeesAll);
        if (spot is null)
            return false;
        var code = ProofKeyCode.At(first.File, spot.Node.SpanStart, _edits, planned);
        var local = names.Unique(code.LocalName, null, Names.MemberOf(first.Place));
        _edits.In(first.File).InsertBefore(spot, $"var {local} = {code.Create};");
        return group.Authorizations.All(request => Add(request, code.AuthorizationParameters(local)))
            && group.Tokens.All(request => Add(request, code.TokenParameters(local)));
    }

    bool SeesAll(StatementSpot spot) => group.Requests.All(request =>
        request.File == group.Authorizations.First().File && spot.Scope.Span.Contains(request.Span));

    bool CarryByField()
    {
        var first = group.Authorizations.First();
        if (InstanceType.Of(group.Requests) is not { } type || group.Requests.Any(request => SpotOf(request) is null))
            return false;
        var code = ProofKeyCode.At(first.File, first.Span.Start, _edits, planned);
        var field = type.AddField(_edits.In(first.File), first, code, names);
        return group.Authorizations.All(request => SetField(request, field, code))
            && group.Tokens.All(request => ReadField(request, field, code));
    }

    bool SetField(Request request, string field, IProofKeyCode code)
    {
        var spot = SpotOf(request)!;
        // A login that is under way must not lose its proof key to a request that is not made.
        if (spot.IsConditional(request.Place))
            return Add(request, code.AuthorizationParameters(field, $"({field} = {code.Create})"));
        _edits.In(request.File).InsertBefore(spot, $"{field} = {code.Create};");
        return Add(request, code.AuthorizationParameters(field));
    }

    bool ReadField(Request request, string field, IProofKeyCode code)
    {
        var spot = SpotOf(request)!;
        if (spot.IsConditional(request.Place))
            return Add(request, code.TokenParameters(field + (request.File.AllowsNullable(request.Span.Start) ? "!" : "")));
        var local = names.Unique(code.LocalName, code.PendingName, Names.MemberOf(request.Place));
        _edits.In(request.File).InsertBefore(spot,
            $"var {local} = {field} ?? throw new {InvalidOperation(request)}(\"No authorization request has been made.\");");
        return Add(request, code.TokenParameters(local));
    }

    static StatementSpot? SpotOf(Request request) => StatementSpot.Around(request.Place).FirstOrDefault();

    static string InvalidOperation(Request request)
    {
        const string name = nameof(InvalidOperationException);
        return request.File.Model.LookupNamespacesAndTypes(request.Span.Start, name: name).IsEmpty ? $"System.{name}" : name;
    }

    bool Add(Request request, IReadOnlyList<Parameter> parameters) =>
        RequestInsertion.TryInsert(_edits.In(request.File), request, parameters);
}
