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
        var local = names.Unique(code.LocalName, Names.MemberOf(first.Place));
        _edits.In(first.File).InsertBefore(spot, $"var {local} = {code.Create};");
        return group.Authorizations.All(request => Add(request, code.AuthorizationParameters(local)))
            && group.Tokens.All(request => Add(request, code.TokenParameters(local)));
    }

    bool SeesAll(StatementSpot spot) => group.Requests.All(request =>
        request.File == group.Authorizations.First().File && spot.Scope.Span.Contains(request.Span));

    bool CarryByField()
    {
        var first = group.Authorizations.First();
        if (InstanceType.Of(group.Requests) is not { } type)
            return false;
        var code = ProofKeyCode.At(first.File, first.Span.Start, _edits, planned);
        var field = type.AddField(_edits.In(first.File), first, code, names);
        return group.Authorizations.All(request => SetField(request, field, code))
            && group.Tokens.All(request => ReadField(request, field, code));
    }

    bool SetField(Request request, string field, IProofKeyCode code)
    {
        if (StatementSpot.Around(request.Place).FirstOrDefault() is not { } spot)
            return false;
        _edits.In(request.File).InsertBefore(spot, $"{field} = {code.Create};");
        return Add(request, code.AuthorizationParameters(field));
    }

    bool ReadField(Request request, string field, IProofKeyCode code)
    {
        if (StatementSpot.Around(request.Place).FirstOrDefault() is not { } spot)
            return false;
        var local = names.Unique(code.LocalName, Names.MemberOf(request.Place));
        var exception = request.File.Model.LookupNamespacesAndTypes(spot.Node.SpanStart, name: nameof(InvalidOperationException)).Any()
            ? nameof(InvalidOperationException)
            : $"System.{nameof(InvalidOperationException)}";
        _edits.In(request.File).InsertBefore(spot,
            $"var {local} = {field} ?? throw new {exception}(\"No authorization request has been made.\");");
        return Add(request, code.TokenParameters(local));
    }

    bool Add(Request request, IReadOnlyList<Parameter> parameters) =>
        RequestInsertion.TryInsert(_edits.In(request.File), request, parameters);
}
