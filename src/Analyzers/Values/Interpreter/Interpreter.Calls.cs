using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>Calls: library code by its model, source code by running it, any other as a place where values leave.</summary>
sealed partial class Interpreter
{
    Call Prepare(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        Argument? receiver = invocation.Instance is { } instance ? new Argument(Evaluate(instance), instance, null) : null;
        var arguments = Prepare(invocation.Arguments);
        // x.Extension(a) and Extension(x, a) are one thing; only the first has a receiver in the eyes of its author.
        if (receiver is null && method.IsExtensionMethod && !arguments.IsEmpty && IsReduced(invocation))
        {
            receiver = arguments[0];
            arguments = arguments.RemoveAt(0);
        }
        return new Call(method.Name, method, receiver, arguments, invocation.Type, invocation.Syntax);

        static bool IsReduced(IInvocationOperation invocation) => invocation.Arguments[0].Syntax is not ArgumentSyntax;
    }

    Call Prepare(IObjectCreationOperation creation) =>
        new(creation.Type?.Name ?? "", creation.Constructor, null, Prepare(creation.Arguments), creation.Type, creation.Syntax);

    ImmutableArray<Argument> Prepare(ImmutableArray<IArgumentOperation> arguments)
    {
        var prepared = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (ElementsOf(argument) is { IsDefault: false } elements)
                prepared.AddRange(elements.Select(element => new Argument(Evaluate(element), element, argument.Parameter)));
            else
                prepared.Add(new Argument(Evaluate(argument.Value), argument.Value, argument.Parameter));
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
                Name(parameter, prepared[prepared.Count - 1].Value, argument.Value.Syntax);
        }
        return prepared.ToImmutable();
    }

    /// <summary>What a call lists for a <c>params</c> parameter; default for any other argument.</summary>
    static ImmutableArray<IOperation> ElementsOf(IArgumentOperation argument) =>
        (argument.ArgumentKind, Unwrap(argument.Value)) switch
        {
            (ArgumentKind.ParamArray, IArrayCreationOperation { Initializer: { } initializer }) => initializer.ElementValues,
            (ArgumentKind.ParamCollection, ICollectionExpressionOperation collection) => collection.Elements,
            _ => default,
        };

    Value Invoke(Call call)
    {
        NoteOrigins(call);
        return WithHeld(call, ResultOf(call));
    }

    Value ResultOf(Call call)
    {
        if (Scenario is null)
            return Call(call);
        var result = BeforeCall(call) ?? AfterCall(call, Call(call));
        _called = call;
        return result;
    }

    Value Call(Call call)
    {
        if (call.Method is { MethodKind: MethodKind.DelegateInvoke } && call.Receiver?.Value is Function function)
            return function.Code is { } lambda
                ? RunLambda(lambda, function.Owner, call.Arguments, call.Place) ?? function.Result
                : RunSource(function.Method, null, call.Arguments, call.Place) ?? function.Result;
        if (options.Trusts(call.Method))
            return Trust(call);
        if (Model(call) is { } modelled)
            return modelled;
        if (Reflects(call))
            return Pass(call);
        if (call.Method is not { } method)
            return Pass(call);
        // base.Method() is no other's.
        var isDirect = call.Receiver?.Place is BaseExpressionSyntax;
        var target = isDirect ? method : SoleImplementation(method, call) ?? TargetOf(method, call.Receiver?.Value);
        if (!isDirect && IsExtended(target))
            return RunOverrides(target, call) ?? Pass(call);
        if (RunSource(target, call.Receiver?.Value, [.. call.ReceiverAndArguments], call.Place) is not { } result)
            return Pass(call);
        return call.Arguments.IsEmpty && call.Receiver?.Value is null or Reference ? Used(result, call.Place) : result;
    }

    /// <summary>Whether types of the program replace what a method of a base class does.</summary>
    bool IsExtended(IMethodSymbol method) =>
        (method.IsVirtual || method is { IsAbstract: true, ReturnsVoid: true, ContainingType.TypeKind: TypeKind.Class })
        && cache.IsOverridden(method);

    /// <summary>Runs a method as its base class and each type that overrides it has it: any of them may be meant. Where one of them is not
    /// known, whatever it is given is open; null where none is.</summary>
    Value? RunOverrides(IMethodSymbol method, Call call)
    {
        var targets = cache.Replacing(method).Prepend(method).Where(target => !target.IsAbstract).Take(MostOverrides + 1).ToList();
        var isWhole = targets.Count <= MostOverrides;
        var before = _state;
        State? after = null;
        Value? result = null;
        foreach (var target in targets)
        {
            _state = before;
            if (RunSource(target, call.Receiver?.Value, [.. call.ReceiverAndArguments], call.Place) is not { } given)
            {
                isWhole = false;
                continue;
            }
            result = result is null ? given : Choice.Of(result, given);
            after = after is null ? _state : State.Join(after, _state, widen: false);
        }
        _state = after ?? before;
        return result is null || isWhole ? result : Opened(call, result);
    }

    /// <summary>Whether a method of the program writes out the members of what it is given, whatever they are.</summary>
    bool Reflects(Call call) =>
        call.Method is { } method
        && MemberNames.MayCarry(call)
        && call.ReceiverAndArguments.Any(argument => ObjectOf(argument.Value) is { CarriesParameters: true })
        && (method.ReducedFrom ?? method).DeclaringSyntaxReferences.Any(declaration =>
            declaration
                .GetSyntax(cancellation)
                .DescendantTokens()
                .Any(token => token.ValueText is "GetProperties" or "GetRuntimeProperties")
        );

    /// <summary>The one method of this compilation that an interface's method can mean, where it makes a text or octets out of plain values
    /// (a generator that is injected); null for any other, which others may implement to add to what they are given.</summary>
    IMethodSymbol? SoleImplementation(IMethodSymbol method, Call call) =>
        method is { ContainingType: { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: false }, IsGenericMethod: false }
        && ObjectOf(call.Receiver?.Value)?.Type is null or { TypeKind: TypeKind.Interface }
        && (
            Scenario is not null
            || method.ReturnType
                is { SpecialType: SpecialType.System_String }
                    or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
                && call.Arguments.All(argument => argument.Value is not Reference and not Function)
        )
            ? cache.SoleImplementation(method)
            : null;

    /// <summary>The method that runs: the override or implementation of the receiver's type where that is known.</summary>
    IMethodSymbol TargetOf(IMethodSymbol method, Value? receiver)
    {
        if (ObjectOf(receiver)?.Type is not INamedTypeSymbol type || !(method.IsAbstract || method.IsVirtual || method.IsOverride))
            return method;
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method;
        for (
            var current = type;
            current is not null && !SymbolEqualityComparer.Default.Equals(current, method.ContainingType);
            current = current.BaseType
        )
        {
            foreach (var candidate in current.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
                }
            }
        }
        return method;
    }

    /// <summary>Runs a method of this compilation's sources; null where it has none, runs already or lies too deep.</summary>
    Value? RunSource(IMethodSymbol method, Value? self, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (
            _frame.Depth >= MostDepth
            || _running.Contains(definition)
            || Scenario is null && !MayMatter(definition, arguments)
            || FrameOf(definition, self, place) is not { } frame
        )
            return null;
        var all = arguments.Select(argument => argument.Value).Append(frame.This ?? Unknown.Value);
        if (_givenUp.Contains(definition))
        {
            MayHaveChanged(all, place);
            return null;
        }
        var before = new Checkpoint(_state, _escapes, Named.Count, _outerWrites);
        var limit = _mostSteps;
        // A call leaves its caller enough to go on without it.
        _mostSteps = Spent + Math.Min(MostStepsOfCall, (limit - Spent) * 3 / 4);
        foreach (var parameter in definition.Parameters)
        {
            // May make an object for a parameter array: first the value, then the state that it is put into.
            var given = ArgumentFor(parameter, arguments, place);
            _state = _state.With(new Variable(frame, parameter), given);
        }
        _running.Add(definition);
        var result = Execute(frame);
        _running.Remove(definition);
        _mostSteps = limit;
        EndInException(frame);
        if (Exhausted && Spent <= limit)
        {
            _givenUp.Add(definition);
            GiveUp(before);
            MayHaveChanged(all, place);
            return null;
        }
        if (definition.MethodKind == MethodKind.LocalFunction)
            Name(definition, result, definition.DeclaringSyntaxReferences[0].GetSyntax(cancellation));
        var written = Written(frame, definition, arguments);
        Leave(frame, before.State, before.OuterWrites);
        foreach (var (argument, value) in written)
            Assign(argument.Operation, value, argument.Place);
        return result;
    }

    /// <summary>What a call throws in a scenario leaves its caller, too.</summary>
    void EndInException(Frame frame)
    {
        _isThrown = Scenario is not null && frame is { Throws: true, Exit: null };
        _thrown = frame.Thrown;
    }

    /// <summary>Forgets the variables of an activation that has ended.</summary>
    /// <param name="before">The state in which it began.</param>
    /// <param name="outerWrites">How often variables of others had been written to until then.</param>
    void Leave(Frame frame, State before, int outerWrites) =>
        _state = _outerWrites == outerWrites ? _state with { Variables = before.Variables } : _state.Without(frame);

    bool MayMatter(IMethodSymbol definition, ImmutableArray<Argument> arguments) =>
        cache.MayMatter(definition, cancellation)
        || MemberNames.MayMatter(arguments)
        || _path?.Next is { } way
            && definition.DeclaringSyntaxReferences.Any(declaration => way.Contains(declaration.GetSyntax(cancellation)));

    /// <summary>A new activation of a method or local function; null where it has no code here.</summary>
    Frame? FrameOf(IMethodSymbol definition, Value? self, SyntaxNode place)
    {
        if (definition.MethodKind == MethodKind.LocalFunction)
        {
            var outer = _frame;
            while (outer is not null && !outer.Graph.LocalFunctions.Contains(definition, SymbolEqualityComparer.Default))
                outer = outer.Outer;
            if (outer is null)
                return null;
            var local = outer.Graph.LocalFunctions.First(local => SymbolEqualityComparer.Default.Equals(local, definition));
            var graph = outer.Graph.GetLocalFunctionControlFlowGraph(local, cancellation);
            return new Frame(graph, definition.IsStatic ? null : outer.This, outer, CallsFrom(place), _frame.Depth + 1)
            {
                CallSite = place,
            };
        }
        return !definition.DeclaringSyntaxReferences.IsEmpty && cache.GraphOf(definition, cancellation) is { } code
            ? new Frame(code, definition.IsStatic ? null : self, null, CallsFrom(place), _frame.Depth + 1) { CallSite = place }
            : null;
    }

    /// <summary>What is known before a call.</summary>
    sealed record Checkpoint(State State, ImmutableDictionary<(SyntaxNode Place, string Slot), Escape> Escapes, int Named, int OuterWrites);

    /// <summary>A call that is too much work is one that is not looked into: half of it says nothing.</summary>
    void GiveUp(Checkpoint before)
    {
        Exhausted = false;
        _state = before.State;
        _escapes = before.Escapes;
        Named.RemoveRange(before.Named, Named.Count - before.Named);
    }

    /// <summary>It may have done anything to what it was given.</summary>
    void MayHaveChanged(IEnumerable<Value> given, SyntaxNode place)
    {
        foreach (var value in given)
        {
            if (ObjectOf(value) is { } obj)
                Update((Reference)value, obj with { Parameters = obj.Parameters.OpenedBy(place) });
        }
    }

    /// <summary>What a method has put into its <c>ref</c> and <c>out</c> parameters, for where its caller wants it.</summary>
    List<(Argument Argument, Value Value)> Written(Frame frame, IMethodSymbol definition, ImmutableArray<Argument> arguments)
    {
        var written = new List<(Argument, Value)>();
        foreach (var argument in arguments)
        {
            if (
                argument.Parameter is not { RefKind: RefKind.Ref or RefKind.Out, Ordinal: var ordinal }
                || ordinal >= definition.Parameters.Length
            )
                continue;
            var isKnown = _state.Variables.TryGetValue(new Variable(frame, definition.Parameters[ordinal]), out var given);
            written.Add((argument, isKnown ? given! : Unknown.Value));
        }
        return written;
    }

    Value ArgumentFor(IParameterSymbol parameter, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        var given = arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).ToList();
        if (parameter.IsParams && (given.Count != 1 || ObjectOf(given[0].Value) is null))
        {
            var collection = Allocate(place, AbstractObject.Of(parameter.Type));
            foreach (var argument in given)
                AddItem(collection, argument.Value, argument.Place);
            return collection;
        }
        if (given.Count > 0)
        {
            return
                given[0] is { Value: Unknown, Place: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var constant } }
                && NamedKey(constant) is { } key
                ? Text.Literal(key, given[0].Place)
                : given[0].Value;
        }
        return parameter.HasExplicitDefaultValue ? DefaultOf(parameter, place) : Unknown.Value;
    }

    static Value DefaultOf(IParameterSymbol parameter, SyntaxNode place) =>
        parameter.ExplicitDefaultValue switch
        {
            null => Constant.Null,
            string text => Text.Literal(text, place),
            var value => new Constant(value),
        };

    Value VisitLambda(IFlowAnonymousFunctionOperation lambda)
    {
        var before = _state;
        var result = RunLambda(lambda, _frame, []) ?? Unknown.Value;
        _isThrown = false;
        if (_frame.Depth == 0)
            Note(result, lambda.Syntax, "return", EscapeKind.Returned);
        // It may run or not.
        _state = State.Join(before, _state, widen: false);
        return new Function(lambda.Symbol, lambda, _frame, result);
    }

    /// <param name="place">The call; null where the lambda is run because it is there.</param>
    Value? RunLambda(IFlowAnonymousFunctionOperation lambda, Frame owner, ImmutableArray<Argument> arguments, SyntaxNode? place = null)
    {
        if (_frame.Depth >= MostDepth || !_running.Add(lambda.Symbol))
            return null;
        var graph = owner.Graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation);
        var frame = new Frame(graph, owner.This, owner, CallsFrom(lambda.Syntax), _frame.Depth + 1) { CallSite = place };
        var (before, outerWrites) = (_state, _outerWrites);
        for (var i = 0; i < lambda.Symbol.Parameters.Length; i++)
            _state = _state.With(
                new Variable(frame, lambda.Symbol.Parameters[i]),
                i < arguments.Length ? arguments[i].Value : Unknown.Value
            );
        var result = Execute(frame);
        _running.Remove(lambda.Symbol);
        EndInException(frame);
        Leave(frame, before, outerWrites);
        return result;
    }

    int CallsFrom(SyntaxNode place) => unchecked(_frame.Calls * 31 + place.SpanStart);

    Value VisitMethodReference(IMethodReferenceOperation reference)
    {
        var self = reference.Instance is { } instance ? Evaluate(instance) : null;
        var before = _state;
        var result = RunSource(reference.Method, self, [], reference.Syntax) ?? Unknown.Value;
        _isThrown = false;
        _state = before;
        return new Function(reference.Method, null, _frame, result);
    }
}
