using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>
/// Runs one member of the program on what is known of its values, forward over its control flow graph, and notes every
/// value that leaves what is understood (<see cref="Escapes"/>). Calls to source methods run with it. The work is counted
/// in steps, never in time, so that a result does not depend on the machine; when the steps are used up the answer is unknown.
/// </summary>
sealed partial class Interpreter(CompilationCache cache, PkceOptions options, CancellationToken cancellation)
{
    const int MostSteps = 20_000;
    const int MostStepsOfCall = 4_000;

    /// <summary>What each block of a loop that is run as it is may take in a further pass, on top; the passes are counted.</summary>
    const int StepsOfPass = 20;
    const int MostDepth = 5;

    /// <summary>Of more types that override a method none is looked at.</summary>
    const int MostOverrides = 4;

    /// <summary>Deeper nesting, over all calls that are under way, is too much work: the stack must not decide.</summary>
    const int MostNesting = 1_000;

    ImmutableDictionary<(SyntaxNode Place, string Slot), Escape> _escapes = ImmutableDictionary<(SyntaxNode, string), Escape>.Empty;
    readonly HashSet<IMethodSymbol> _running = new(SymbolEqualityComparer.Default);

    /// <summary>The methods that were too much work once: they are not looked into again.</summary>
    readonly HashSet<IMethodSymbol> _givenUp = new(SymbolEqualityComparer.Default);

    State _state = State.Empty;
    Frame _frame = null!;
    Frame _root = null!;
    int _steps;
    int _nesting;

    /// <summary>How often code has written to variables of another activation than its own, static members included.</summary>
    int _outerWrites;
    int _mostSteps = MostSteps;
    MemberSearch? _search;

    /// <summary>What each expression of the member has given whose values are asked for; null where none are.</summary>
    Dictionary<SyntaxNode, Value>? _values;

    /// <summary>The way to that member; null where none is asked for.</summary>
    CallPath? _path;

    /// <summary>Whether the work was more than is allowed: what was found then says nothing.</summary>
    public bool Exhausted { get; private set; }

    /// <summary>The values that left the member: passed to code that is not looked into, returned, or left behind at its end.</summary>
    public IEnumerable<Escape> Escapes =>
        _escapes
            .OrderBy(escape => escape.Key.Place.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(escape => escape.Key.Place.SpanStart)
            .ThenBy(escape => escape.Key.Place.Span.Length)
            .ThenBy(escape => escape.Key.Slot, StringComparer.Ordinal)
            .Select(escape => escape.Value);

    /// <summary>Values that were given a name, by a variable, member or method of that name, and were drawn from somewhere.</summary>
    public List<NamedValue> Named { get; } = [];

    /// <summary>The member that is run by itself.</summary>
    SyntaxNode? _member;

    /// <summary>The object that the member runs on.</summary>
    public ObjectId? This { get; private set; }

    /// <summary>Runs a member by itself: its parameters are what any caller may pass.</summary>
    public void Run(SyntaxNode declaration)
    {
        try
        {
            if (cache.GraphOf(declaration, cancellation) is { } graph)
                RunRoot(graph, declaration);
        }
        catch (InsufficientExecutionStackException)
        {
            Exhausted = true;
        }
        cache.Work.Add(declaration, _steps, isFinished: !Exhausted);
    }

    void RunRoot(ControlFlowGraph graph, SyntaxNode declaration)
    {
        _member = declaration;
        _followsOrigins = Scenario is null && TriggerWords.OfChecks.AreIn(declaration.SyntaxTree.GetText(cancellation), declaration.Span);
        var symbol = cache.ModelOf(declaration.SyntaxTree).GetEnclosingSymbol(graph.OriginalOperation.Syntax.SpanStart, cancellation);
        var method =
            graph.OriginalOperation.SemanticModel?.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol ?? symbol as IMethodSymbol;
        var type = (symbol as INamedTypeSymbol) ?? symbol?.ContainingType;
        Value? self = null;
        if (type is not null)
        {
            This = new ObjectId(declaration, 0);
            _state = _state.With(This.Value, AbstractObject.Of(type));
            self = new Reference(This.Value);
        }
        var frame = _root = new Frame(graph, self, outer: null, calls: 1, depth: 0);
        foreach (var parameter in method?.Parameters.Where(parameter => parameter.HasExplicitDefaultValue) ?? [])
            _state = _state.With(
                new Variable(frame, parameter),
                Choice.Of(DefaultOf(parameter, declaration), new Unknown(SourceSet.Of(SourceKind.Caller, declaration)))
            );
        if (method is not null)
            _running.Add(method.OriginalDefinition);
        var result = Execute(frame);
        RunLocalFunctions(frame);
        Note(result, declaration, "return", EscapeKind.Returned);
        if (method is not null)
            Name(
                method.AssociatedSymbol ?? method,
                result,
                declaration is MethodDeclarationSyntax
                    ? declaration
                    : (declaration as ArrowExpressionClauseSyntax)?.Expression ?? declaration
            );
        foreach (var variable in _state.Variables)
        {
            if (ReferenceEquals(variable.Key.Frame, frame) && variable.Key.Symbol is ISymbol named)
                Note(
                    variable.Value,
                    declaration,
                    $"variable {named.Name} {named.Locations.FirstOrDefault()?.SourceSpan.Start}",
                    EscapeKind.Left
                );
        }
        foreach (var obj in _state.Heap)
        {
            if (!obj.Key.Equals(This) && obj.Value.CarriesParameters)
                Note(new Reference(obj.Key), obj.Key.Place, "object " + obj.Key.Calls, EscapeKind.Left);
        }
        if (This is { } id && _state.Heap.TryGetValue(id, out var me))
        {
            foreach (var member in me.Members)
                Note(member.Value, declaration, "member " + member.Key, EscapeKind.Left);
        }
    }

    void Name(ISymbol named, Value value, SyntaxNode place) => Name(named.Name, named, value, place);

    void Name(string name, ISymbol? symbol, Value value, SyntaxNode place)
    {
        if (!Identifier.MayBeProof(name))
            return;
        var sources = SourcesOf(value);
        var sample = SampleOf(value);
        if (!sources.Items.IsEmpty || sample is not null)
            Named.Add(new NamedValue(name, symbol, value, sources, sample, place));
    }

    /// <summary>The elements of a tuple whose type names them: <c>(string codeVerifier, string codeChallenge)</c>.</summary>
    void NameElements(ITupleOperation tuple, ITypeSymbol? type, Value value)
    {
        if (type is not INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } || value is not Sequence { Items: var items })
            return;
        for (var i = 0; i < elements.Length && i < items.Length; i++)
            Name(elements[i], items[i], tuple.Elements[i].Syntax);
    }

    /// <summary>Runs an activation from the present state to its end, and leaves the state there.</summary>
    Value Execute(Frame frame)
    {
        var caller = frame.Caller = _frame;
        _frame = frame;
        var before = _state;
        new GraphRun(this, frame).Run();
        _state = frame.Exit ?? before;
        _frame = caller;
        return frame.Returned ?? Unknown.Value;
    }

    /// <summary>The steps without those of loops that are run as they are.</summary>
    int Spent => _steps - _unrolled * StepsOfPass;

    bool OutOfSteps()
    {
        if (++_steps % 256 == 0)
            cancellation.ThrowIfCancellationRequested();
        if (Spent > _mostSteps)
            Exhausted = true;
        return Exhausted;
    }

    /// <summary>Notes a value that leaves; a later visit of the same place, which knows more paths, takes the place of an earlier
    /// one.</summary>
    void Note(Value value, SyntaxNode place, string slot, EscapeKind kind)
    {
        if (value is Unknown or Constant or EnumMember or Text { CarriesParameters: false })
            return;
        var texts = Rendered(value, place, depth: 0)
            .Where(text => text.CarriesParameters)
            .SelectMany(text => text.Cases())
            .Distinct()
            .ToImmutableArray();
        if (!texts.IsEmpty)
            _escapes = _escapes.SetItem((place, slot), new Escape(texts, place, kind));
    }

    /// <summary>The texts that a value may be written out as, and those of the objects that it holds (a message's content).</summary>
    IEnumerable<Text> Rendered(Value value, SyntaxNode place, int depth)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (alternative is Text text)
                yield return text;
            if (ObjectOf(alternative) is not { } obj)
                continue;
            foreach (var content in (obj.Content ?? Unknown.Value).Alternatives)
                yield return TextOf(obj with { Content = obj.Content is null ? null : content }, alternative, place);
            if (depth >= 2)
                continue;
            foreach (
                var held in obj
                    .Members.Where(member => member.Key != "Query")
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => member.Value)
                    .Where(held => held is Reference && !held.Equals(alternative) || held is Text or Choice)
            )
            {
                foreach (var inner in Rendered(held, place, depth + 1))
                    yield return inner;
            }
        }
    }

    /// <summary>Whether parameters of a request can be read out of the value.</summary>
    internal bool Carries(Value value) =>
        value switch
        {
            Text text => text.CarriesParameters,
            Choice choice => choice.Alternatives.Any(Carries),
            Reference reference => _state.Heap.TryGetValue(reference.Id, out var obj)
                && (
                    obj.CarriesParameters
                    || obj.Members.Values.Any(member =>
                        member is Text { CarriesParameters: true }
                        || member is Reference inner
                            && !inner.Equals(reference)
                            && _state.Heap.TryGetValue(inner.Id, out var held)
                            && held.CarriesParameters
                    )
                ),
            _ => false,
        };

    Value? Lookup(object symbol)
    {
        for (var frame = _frame; frame is not null; frame = frame.Outer)
        {
            if (_state.Variables.TryGetValue(new Variable(frame, symbol), out var value))
                return value;
        }
        return null;
    }

    void Store(object symbol, Value value)
    {
        for (var frame = _frame; frame is not null; frame = frame.Outer)
        {
            var variable = new Variable(frame, symbol);
            if (frame.Outer is not null && symbol is not CaptureId && !_state.Variables.ContainsKey(variable))
                continue;
            if (frame != _frame)
                _outerWrites++;
            _state = _state.With(variable, value);
            return;
        }
    }

    internal AbstractObject? ObjectOf(Value? value) =>
        value is Reference reference && _state.Heap.TryGetValue(reference.Id, out var obj) ? obj : null;

    internal Reference Allocate(SyntaxNode place, AbstractObject obj)
    {
        var id = new ObjectId(place, _frame.Calls);
        _state = _state.With(id, obj);
        return new Reference(id);
    }

    internal void Update(Reference reference, AbstractObject obj) => _state = _state.With(reference.Id, obj);

    Value Evaluate(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (OutOfSteps())
            return Unknown.Value;
        if (_nesting == MostNesting)
        {
            Exhausted = true;
            return Unknown.Value;
        }
        _nesting++;
        var value = _followsOrigins ? VisitWithOrigin(operation) : Visit(operation);
        if (Scenario is not null)
            value = InScenario(operation, value);
        _nesting--;
        if (_values is not null && operation is not (IConversionOperation or IIsNullOperation) && IsOf(_path!.Asked, operation.Syntax))
            _values[operation.Syntax] = _values.TryGetValue(operation.Syntax, out var before) ? Choice.Of(before, value) : value;
        return value;
    }

    static bool IsOf(SyntaxNode member, SyntaxNode part) => part.SyntaxTree == member.SyntaxTree && member.Span.Contains(part.Span);

    /// <summary>What an expression of the member has given whose values are asked for; null where it was not run.</summary>
    public Value? ValueOf(SyntaxNode expression) => _values?.TryGetValue(expression, out var value) == true ? value : null;

    /// <summary>Runs the first member of a way, and keeps what the expressions of the last one give.</summary>
    public static Interpreter On(CallPath path, CompilationCache cache, PkceOptions options, CancellationToken cancellation)
    {
        var run = new Interpreter(cache, options, cancellation) { _values = [], _path = path };
        run.Run(path.Executable);
        return run;
    }
}
