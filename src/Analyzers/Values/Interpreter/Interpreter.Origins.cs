using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Which expressions' values can be read out of a value, and whether one of them is a code verifier: followed in members that
/// speak of verifiers.</summary>
sealed partial class Interpreter
{
    const int MostHeld = 5;
    const int MostNested = 12;

    /// <summary>Whether the member that is run speaks of verifiers.</summary>
    bool _followsOrigins;

    /// <summary>For an expression whose value is unknown the others of that kind that it was computed from.</summary>
    readonly Dictionary<SyntaxNode, HashSet<SyntaxNode>> _computedFrom = [];

    /// <summary>The expressions that the one which is being evaluated is computed from.</summary>
    HashSet<SyntaxNode> _operands = [];

    /// <summary>Where parameters and fields that nothing is known of are read first: each time they give the same.</summary>
    readonly Dictionary<ISymbol, SyntaxNode> _firstReads = new(SymbolEqualityComparer.Default);

    /// <summary>The objects that are being gone through.</summary>
    readonly HashSet<ObjectId> _visited = [];

    /// <summary>Expressions whose value a verifier is looked up in.</summary>
    readonly HashSet<SyntaxNode> _lookedUp = [];

    readonly List<(Call Call, Argument Argument, HashSet<SyntaxNode> Origins)> _passed = [];

    /// <summary>What the member itself passes to calls and creations, where a code verifier can be read out of it.</summary>
    public IEnumerable<(Call Call, Argument Argument)> PassedVerifiers
    {
        get
        {
            var verifiers = VerifierOrigins();
            return _passed
                .Where(passed => passed.Origins.Any(origin => verifiers.Contains(origin) || IsVerifier(origin)))
                .Select(passed => (passed.Call, passed.Argument));
        }
    }

    /// <summary>Whether a code verifier can be read out of a parameter that is sent: one that is called so, or what the challenge that is
    /// sent with it is the hash of.</summary>
    public bool ShowsVerifier(Parameter parameter, Parameter? challenge)
    {
        var verifiers = VerifierOrigins();
        if (SampleOf(challenge?.Value) is { } hash && SampleOf(parameter.Value) is { } text && hash.IsS256Of(text))
            verifiers.UnionWith(AncestorsOf(OriginsOf(challenge!.Value, challenge.Entry.Value)).Where(IsOwn));
        return OriginsOf(parameter.Value, parameter.Entry.Value).Any(origin => verifiers.Contains(origin) || IsVerifier(origin));
    }

    /// <summary>The expressions of the member whose values are given a verifier's name, or have a verifier looked up in them.</summary>
    HashSet<SyntaxNode> VerifierOrigins()
    {
        var found = new HashSet<SyntaxNode>(Ancestors(_lookedUp).Where(origin => IsOwn(origin) && IsString(origin)));
        foreach (
            var named in Named.Where(named =>
                !IsOfHelper(named.Symbol)
                && ProofNames.MayBeText(TypeOf(named.Symbol))
                && ProofNames.IsVerifier(named.Name, named.Place.SyntaxTree, cancellation)
            )
        )
        {
            if (named.Value is Unknown { Origin: { } origin } && IsOwn(origin))
                found.Add(origin);
            else if (named.Value is Text { Pieces: [LiteralPiece { Place: var written, Content: var text }] } && !WireNames.IsName(text))
                found.Add(written);
        }
        return found;
    }

    /// <summary>Whether it is a parameter of another member: that may be given a challenge for what it calls a verifier.</summary>
    static bool IsOfHelper(ISymbol? named) =>
        named is IParameterSymbol
        && named.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction };

    /// <summary>Whether the member says so by name. What a helper calls a verifier may be another value.</summary>
    bool IsVerifier(SyntaxNode origin) => IsOwn(origin) && ProofNames.GivesVerifier(origin, cache, cancellation);

    bool IsOwn(SyntaxNode origin) => _member is { } member && member.SyntaxTree == origin.SyntaxTree && member.Span.Contains(origin.Span);

    bool IsString(SyntaxNode origin) => cache.TypeOf(origin, cancellation) is { SpecialType: SpecialType.System_String };

    /// <summary>The expressions that others were computed from, without those.</summary>
    HashSet<SyntaxNode> AncestorsOf(HashSet<SyntaxNode> origins)
    {
        var found = Ancestors(origins);
        found.ExceptWith(origins);
        return found;
    }

    HashSet<SyntaxNode> Ancestors(IEnumerable<SyntaxNode> origins)
    {
        var found = new HashSet<SyntaxNode>();
        var waiting = new Stack<SyntaxNode>(origins);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (found.Add(next) && _computedFrom.TryGetValue(next, out var parts))
                parts.ToList().ForEach(waiting.Push);
        }
        return found;
    }

    /// <summary>Evaluates an operation, and gives an unknown value the expression that it comes from.</summary>
    Value VisitWithOrigin(IOperation operation)
    {
        var outer = _operands;
        _operands = [];
        var value = Visit(operation);
        var parts = _operands;
        _operands = outer;
        if (value is not Unknown unknown)
        {
            _operands.UnionWith(parts);
            return value;
        }
        var place = operation.Syntax;
        if (unknown.Origin is null)
            value = unknown with { Origin = place = FirstRead(operation) };
        // What a helper or a member gives is another value each time.
        else if (operation is IInvocationOperation or IMemberReferenceOperation && !IsOfFrame(unknown.Origin))
            value = unknown with { Origin = place, Holds = Depth(unknown) < MostHeld ? unknown : null };
        var origin = ((Unknown)value).Origin!;
        parts.Remove(origin);
        if (origin == place)
        {
            if (_computedFrom.TryGetValue(origin, out var known))
                known.UnionWith(parts);
            else
                _computedFrom.Add(origin, parts);
        }
        _operands.Add(origin);
        return value;
    }

    SyntaxNode FirstRead(IOperation operation)
    {
        ISymbol? read = operation switch
        {
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        if (read is null)
            return operation.Syntax;
        if (!_firstReads.TryGetValue(read, out var first))
            _firstReads.Add(read, first = operation.Syntax);
        return first;
    }

    bool IsOfFrame(SyntaxNode origin) =>
        _frame.Graph.OriginalOperation.Syntax is var code && code.SyntaxTree == origin.SyntaxTree && code.Span.Contains(origin.Span);

    static int Depth(Value? value) =>
        value switch
        {
            Unknown { Holds: { } held } => 1 + Depth(held),
            Sequence sequence => sequence.Items.Select(Depth).DefaultIfEmpty(0).Max(),
            _ => 0,
        };

    /// <summary>Notes what a call is given.</summary>
    void NoteOrigins(Call call)
    {
        if (!_followsOrigins)
            return;
        if (call.Receiver is { } searched && MemberNames.LooksUp(call.Name) && call.Exact(0) is WireNames.CodeVerifier)
            _lookedUp.UnionWith(OriginsOf(searched.Value, null));
        if (!IsOwn(call.Place))
            return;
        foreach (var argument in call.Arguments)
        {
            if (OriginsOf(argument.Value, argument.Place) is { Count: > 0 } origins)
                _passed.Add((call, argument, origins));
        }
    }

    /// <summary>Notes that a value is looked for under, or held against, a verifier's name: what it was computed from holds one.</summary>
    void NoteLookup(Value? searched, Value key)
    {
        if (_followsOrigins && searched is not null && key is Text { Exact: WireNames.CodeVerifier })
            _lookedUp.UnionWith(OriginsOf(searched, null));
    }

    void NoteComparison(Value left, Value right)
    {
        if (!_followsOrigins)
            return;
        var compared =
            right is Text { Exact: WireNames.CodeVerifier } ? left
            : left is Text { Exact: WireNames.CodeVerifier } ? right
            : null;
        if (compared is Unknown { Origin: { } origin } && _computedFrom.TryGetValue(origin, out var parts))
            _lookedUp.UnionWith(parts);
    }

    /// <summary>What a call gives back, where that shows what it was given, with what can be read out of it.</summary>
    Value WithHeld(Call call, Value result) =>
        _followsOrigins && result is Unknown unknown && MemberNames.WritesOut(call) && !HasSource(call) && !NamesType(call)
            ? new Sequence([.. call.ReceiverAndArguments.Select(argument => argument.Value)]) is var given && Depth(given) < MostHeld
                ? unknown with
                {
                    Holds = given,
                }
                : unknown
            : result;

    /// <summary>Whether it is <c>ToString()</c> of an object, which gives the name of its type.</summary>
    static bool NamesType(Call call) => call is { Name: "ToString", Receiver.Value: Reference };

    HashSet<SyntaxNode> OriginsOf(Value value, SyntaxNode? place)
    {
        var found = new HashSet<SyntaxNode>();
        _visited.Clear();
        AddOrigins(value, place, found, 0);
        return found;
    }

    void AddOrigins(Value value, SyntaxNode? place, HashSet<SyntaxNode> found, int depth)
    {
        if (place is ExpressionSyntax expression)
            found.Add(expression.Bare());
        if (depth > MostNested)
            return;
        switch (value)
        {
            case Unknown unknown:
                if (unknown.Origin is { } origin)
                    found.Add(origin);
                if (unknown.Holds is { } held)
                    AddOrigins(held, null, found, depth + 1);
                break;
            case Text text:
                foreach (var piece in text.Pieces.Where((piece, i) => !piece.IsSealed && !IsChallenge(text, i)))
                    AddOrigins(piece, found, depth);
                break;
            case Sequence or Choice:
                foreach (var part in (value as Sequence)?.Items ?? value.Alternatives)
                    AddOrigins(part, null, found, depth + 1);
                break;
            case Reference { Id: var id } when ObjectOf(value) is { IsSealed: false } obj && _visited.Add(id):
                foreach (var part in obj.Members.Values.Concat(obj.Items).Concat(obj.Content is { } content ? [content] : []))
                    AddOrigins(part, null, found, depth + 1);
                AddOrigins(obj.Parameters, found, depth);
                break;
        }
    }

    void AddOrigins(Piece piece, HashSet<SyntaxNode> found, int depth)
    {
        switch (piece)
        {
            case LiteralPiece literal:
                found.Add(literal.Place);
                break;
            case HolePiece hole:
                AddOrigins(hole.Content, hole.Place, found, depth + 1);
                break;
            case QueryPiece query:
                AddOrigins(query.Set, found, depth);
                break;
            case OptionalPiece optional:
                AddOrigins(optional.Content, null, found, depth + 1);
                break;
        }
    }

    /// <summary>Whether a piece is the value of <c>code_challenge</c>: that all see it, and that it is the verifier, is another rule's
    /// business.</summary>
    static bool IsChallenge(Text text, int piece) =>
        piece > 0
        && text.Pieces[piece - 1] is LiteralPiece { Content: var name }
        && name.EndsWith(WireNames.CodeChallenge + "=", StringComparison.Ordinal);

    void AddOrigins(ParameterSet set, HashSet<SyntaxNode> found, int depth)
    {
        foreach (var parameter in set.Parameters.Where(parameter => parameter.Name != WireNames.CodeChallenge))
            AddOrigins(parameter.Value, parameter.Entry.Value, found, depth + 1);
    }

    static ITypeSymbol? TypeOf(ISymbol? symbol) =>
        symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IMethodSymbol method => method.ReturnType,
            _ => null,
        };
}
