using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Creates a proof key for a group of exchanges, carries it from the authorization requests to the token
/// requests, and adds its parameters to both.</summary>
sealed class ExchangeRepair(ExchangeGroup group, Names names, SolutionEdits planned)
{
    readonly SolutionEdits _edits = new();
    readonly Dictionary<string, string?> _contexts = [];

    /// <summary>The edits that repair as many exchanges as can be, of which some may be the same.</summary>
    public static SolutionEdits Of(IEnumerable<PlannedExchange> exchanges)
    {
        var names = new Names();
        var edits = new SolutionEdits();
        foreach (var group in ExchangeGroup.Of(exchanges))
        {
            if (new ExchangeRepair(group, names, edits).Plan() is { } repair)
                edits.TryAdd(repair);
        }
        return edits;
    }

    /// <summary>Null where the code has not the shape that is expected: no half of a repair is made.</summary>
    SolutionEdits? Plan()
    {
        var lifted =
            Lift(group.AuthorizationEnds, ProofKeyParameters.CodeChallenge) && Lift(group.TokenEnds, ProofKeyParameters.CodeVerifier);
        return lifted && CarryVerifier() ? _edits : null;
    }

    bool CarryVerifier() =>
        group.Carrier switch
        {
            VerifierCarrier.Local => CarryByLocal(),
            VerifierCarrier.Field => CarryByField(),
            VerifierCarrier.State => CarryByState(),
            { } store => CarryByStore(store) && SetUp(),
            null => false,
        };

    /// <summary>Gives the methods that lead to the requests a parameter for <paramref name="parameter"/>, and hands it on to
    /// them.</summary>
    bool Lift(IEnumerable<PlannedParticipant> ends, string parameter)
    {
        var name = ProofKeyParameters.InCode(parameter);
        var lifted = ends.Where(end => end.Methods.Count > 0).ToList();
        foreach (
            var (file, declaration) in lifted
                .SelectMany(end => end.Methods)
                .SelectMany(method => method.Declarations)
                .GroupBy(method => (method.File.Key, method.Method.Span))
                .Select(same => same.First())
        )
        {
            if (names.Unique(name, null, declaration) != name)
                return false;
            ParameterInsertion.Insert(_edits.In(file), declaration, name, ProofKeyParameters.Document(parameter));
        }
        var within = lifted.SelectMany(end =>
            end.Methods.Take(end.Methods.Count - 1).SelectMany(method => method.Calls).Prepend(end.Request)
        );
        return within.GroupBy(request => request.Key).All(same => Add(same.First(), ProofKeyParameters.Given(parameter, name)));
    }

    bool CarryByLocal()
    {
        var first = group.Authorizations.First();
        var spot = StatementInsertionPoint.Around(first.Place).FirstOrDefault(SeesAll);
        if (spot is null)
            return false;
        var code = ProofKeys(first, spot.Node.SpanStart);
        var local = names.Local(code.LocalName, null, spot.Node);
        _edits.In(first.File).InsertBefore(spot, code.Declare(local));
        return group.Authorizations.All(request => Add(request, code.AuthorizationParameters(local)))
            && group.Tokens.All(request => Add(request, code.TokenParameters(local)));
    }

    bool SeesAll(StatementInsertionPoint spot) =>
        group.Requests.All(request => request.File == group.Authorizations.First().File && spot.Scope.Span.Contains(request.Span));

    bool CarryByField()
    {
        var first = group.Authorizations.First();
        if (InstanceType.Of(group.Requests) is not { } type || group.Requests.Any(request => SpotOf(request) is null))
            return false;
        var code = ProofKeys(first, first.Span.Start);
        var field = type.AddField(_edits.In(first.File), first, code, names);
        return group.Authorizations.All(request => SetField(request, field))
            && group.Tokens.All(request => ReadField(request, field, code));
    }

    bool SetField(InsertionTarget request, string field)
    {
        var spot = SpotOf(request)!;
        // Each file that makes a proof key needs the name, or the helper.
        var code = ProofKeys(request, request.Span.Start);
        // A login that is under way must not lose its proof key to a request that is not made.
        if (spot.IsConditional(request.Place))
            return code.Create is { } create && Add(request, code.AuthorizationParameters(field, $"({field} = {create})"));
        _edits.In(request.File).InsertBefore(spot, code.Assign(field));
        return Add(request, code.AuthorizationParameters(field));
    }

    bool ReadField(InsertionTarget request, string field, IProofKeyCode code)
    {
        var spot = SpotOf(request)!;
        if (spot.IsConditional(request.Place))
            return Add(request, code.TokenParameters(field + (request.File.AllowsNullable(request.Span.Start) ? "!" : "")));
        var local = names.Local(code.LocalName, code.PendingName, request.Place);
        _edits.In(request.File).InsertBefore(spot, $"var {local} = {Required(field, request)};");
        return Add(request, code.TokenParameters(local));
    }

    bool CarryByState()
    {
        if (
            group is not { SetUp: { } protect, State: { Kept: var kept, Returned: var returned } }
            || group.Authorizations.ToList() is not [var authorization]
        )
            return false;
        var first = protect.Span.Start < authorization.Span.Start ? protect : authorization;
        var spot = StatementInsertionPoint
            .Around(first.Place)
            .FirstOrDefault(spot => spot.Scope.Span.Contains(protect.Span) && spot.Scope.Span.Contains(authorization.Span));
        if (spot is null)
            return false;
        var code = ProofKeys(authorization, spot.Node.SpanStart);
        var local = names.Local(code.LocalName, null, authorization.Place);
        _edits.In(authorization.File).InsertBefore(spot, code.Declare(local));
        _edits.In(authorization.File).InsertBefore(spot, $"{kept}[\"{ProofKeyParameters.CodeVerifier}\"] = {code.VerifierOf(local)};");
        return Add(authorization, code.AuthorizationParameters(local))
            && (returned is null ? !group.Tokens.Any() : TakeFromState(returned));
    }

    bool TakeFromState(string returned)
    {
        if (group.Tokens.ToList() is not [var token] || UnconditionalSpotOf(token) is not { } callback)
            return false;
        // It goes with the token request, and not into the authentication ticket that the properties end up in.
        var verifier = names.Local(ProofKeyParameters.InCode(ProofKeyParameters.CodeVerifier), null, token.Place);
        var item = $"\"{ProofKeyParameters.CodeVerifier}\"";
        var isDeclaredThere = token.File.LanguageVersion >= LanguageVersion.CSharp7;
        if (!isDeclaredThere)
            _edits.In(token.File).InsertBefore(callback, $"string {verifier};");
        _edits.In(token.File).InsertBefore(callback, $"{returned}.TryGetValue({item}, out {(isDeclaredThere ? "var " : "")}{verifier});");
        _edits.In(token.File).InsertBefore(callback, $"{returned}.Remove({item});");
        return Add(token, ProofKeyParameters.Given(ProofKeyParameters.CodeVerifier, Required(verifier, token)));
    }

    bool CarryByStore(VerifierCarrier carrier) =>
        group.Key is { } key
        && (
            carrier == VerifierCarrier.ProtectedCookie
                ? group.Authorizations.All(request => BeginInCookie(request, key))
                    && group.Tokens.All(request => TakeFromCookie(request, key))
                : group.Authorizations.All(request => StoreAt(request, carrier) is { } store && Keep(request, store, key))
                    && group.Tokens.All(request => StoreAt(request, carrier) is { } store && TakeUp(request, carrier, store, key))
        );

    /// <summary>Null where the place cannot have the store's names in scope.</summary>
    WebStore? StoreAt(InsertionTarget request, VerifierCarrier carrier)
    {
        if ((WebStore.NeedsContext(carrier) ? ContextAt(request) : "") is not { } context || WebStore.Of(carrier, context) is not { } store)
            return null;
        return store.Type is not { } type || UsingDirective.TryImport(_edits, request.File, request.Span.Start, type) ? store : null;
    }

    /// <summary>Once for a handler, which gets one parameter for it.</summary>
    string? ContextAt(InsertionTarget request)
    {
        var key = request.File.Key + Names.FunctionOf(request.Place).Span;
        return _contexts.TryGetValue(key, out var known) ? known : _contexts[key] = HttpContextName.At(request, _edits, names);
    }

    bool Keep(InsertionTarget request, WebStore store, CarrierKey key)
    {
        if (UnconditionalSpotOf(request) is not { } spot)
            return false;
        var code = ProofKeys(request, spot.Node.SpanStart);
        var local = names.Local(code.LocalName, null, request.Place);
        _edits.In(request.File).InsertBefore(spot, code.Declare(local));
        _edits.In(request.File).InsertBefore(spot, store.Write(key.EntryFor(key.State), code.VerifierOf(local)));
        return Add(request, code.AuthorizationParameters(local));
    }

    bool TakeUp(InsertionTarget request, VerifierCarrier carrier, WebStore store, CarrierKey key)
    {
        if (UnconditionalSpotOf(request) is not { } spot)
            return false;
        var local = names.Local(ProofKeyParameters.InCode(ProofKeyParameters.CodeVerifier), null, request.Place);
        var entry = key.EntryFor(key.ReturnedAt(request, store.Query));
        _edits.In(request.File).InsertBefore(spot, $"var {local} = {WebStore.Required(store.Read(entry), carrier, request)};");
        if (store.Remove is { } remove)
            _edits.In(request.File).InsertBefore(spot, remove(entry));
        return Add(request, ProofKeyParameters.Given(ProofKeyParameters.CodeVerifier, local));
    }

    bool BeginInCookie(InsertionTarget request, CarrierKey key)
    {
        // A library that makes the verifier by itself cannot take the cookie's.
        if (request.Kind == InsertionKind.OutCall || UnconditionalSpotOf(request) is not { } spot || ContextAt(request) is not { } context)
            return false;
        var code = CookieCode.At(request.File, spot.Node.SpanStart, _edits, planned);
        var local = names.Local(code.BegunName, null, request.Place);
        var redirect = key.RedirectUri ?? $"$\"{{{WebStore.RequestOf(context)}.Scheme}}://{{{WebStore.RequestOf(context)}.Host}}\"";
        var posted = key.IsPosted ? ", formPost: true" : "";
        _edits
            .In(request.File)
            .InsertBefore(
                spot,
                $"var {local} = {code.Type}.Begin({context}, {key.ProviderLiteral}, {key.State ?? "null"}, {redirect}{posted});"
            );
        return Add(request, code.AuthorizationParameters(local));
    }

    bool TakeFromCookie(InsertionTarget request, CarrierKey key)
    {
        if (UnconditionalSpotOf(request) is not { } spot || ContextAt(request) is not { } context)
            return false;
        var code = CookieCode.At(request.File, spot.Node.SpanStart, _edits, planned);
        var local = names.Local(code.TakenName, null, request.Place);
        var state = key.ReturnedAt(request, WebStore.RequestOf(context) + (key.IsPosted ? ".Form" : ".Query")) ?? "null";
        var taken = $"{code.Type}.Take({context}, {key.ProviderLiteral}, {state})";
        var login = WebStore.Required(taken, VerifierCarrier.ProtectedCookie, request);
        _edits.In(request.File).InsertBefore(spot, $"var {local} = {login};");
        return Add(request, code.TokenParameters(local));
    }

    /// <summary>Registers what the store needs, before the host is built.</summary>
    bool SetUp()
    {
        if (group.SetUp is not { } build)
            return true;
        if (
            build.Place is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var builder } }
            || SpotOf(build) is not { } spot
        )
            return false;
        _edits.In(build.File).InsertBefore(spot, $"{builder}.Services.AddDataProtection();");
        return UsingDirective.TryImport(
            _edits,
            build.File,
            build.Span.Start,
            "Microsoft.Extensions.DependencyInjection.DataProtectionServiceCollectionExtensions"
        );
    }

    static StatementInsertionPoint? UnconditionalSpotOf(InsertionTarget request) =>
        SpotOf(request) is { } spot && !spot.IsConditional(request.Place) ? spot : null;

    static string Required(string expression, InsertionTarget request) =>
        request.OrThrow(expression, nameof(InvalidOperationException), "\"No authorization request has been made.\"");

    static StatementInsertionPoint? SpotOf(InsertionTarget request) => StatementInsertionPoint.Around(request.Place).FirstOrDefault();

    IProofKeyCode ProofKeys(InsertionTarget request, int position) => RequestProofKey.At(request, position, _edits, planned, names);

    bool Add(InsertionTarget request, IReadOnlyList<AddedParameter> parameters) => RequestInsertion.TryInsert(_edits, request, parameters);
}
