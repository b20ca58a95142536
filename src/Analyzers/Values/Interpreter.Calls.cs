using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

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
            if (
                argument.ArgumentKind is ArgumentKind.ParamArray
                && Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } elements }
            )
                prepared.AddRange(elements.ElementValues.Select(element => new Argument(Evaluate(element), element, argument.Parameter)));
            else
                prepared.Add(new Argument(Evaluate(argument.Value), argument.Value, argument.Parameter));
        }
        return prepared.ToImmutable();
    }

    Value Invoke(Call call, IOperation operation)
    {
        if (call.Method is { MethodKind: MethodKind.DelegateInvoke } && call.Receiver?.Value is Function function)
            return function.Code is { } lambda
                ? RunLambda(lambda, function.Owner, call.Arguments) ?? function.Result
                : RunSource(function.Method, null, call.Arguments, call.Place) ?? function.Result;
        if (options.Trusts(call.Method))
            return Trust(call);
        if (Model(call) is { } modelled)
            return modelled;
        if (Reflects(call))
            return Pass(call);
        if (
            call.Method is { } method
            && (SoleImplementation(method, call) ?? TargetOf(method, call.Receiver?.Value)) is var target
            && RunSource(target, call.Receiver?.Value, [.. call.ReceiverAndArguments], call.Place) is { } result
        )
        {
            return target.IsVirtual && cache.IsOverridden(target) ? Opened(call, result)
                : call.Arguments.IsEmpty && call.Receiver?.Value is null or Reference ? Used(result, call.Place)
                : result;
        }
        return Pass(call);
    }

    /// <summary>Whether a method of the program writes out the members of what it is given, whatever they are.</summary>
    bool Reflects(Call call) =>
        call.Method is { } method
        && MemberNames.MayCarry(call)
        && call.ReceiverAndArguments.Any(argument => EntityOf(argument.Value) is { CarriesParameters: true })
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
        && EntityOf(call.Receiver?.Value)?.Type is null or { TypeKind: TypeKind.Interface }
        && method.ReturnType
            is { SpecialType: SpecialType.System_String }
                or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
        && call.Arguments.All(argument => argument.Value is not Reference and not Function)
            ? cache.SoleImplementation(method)
            : null;

    /// <summary>The method that runs: the override or implementation of the receiver's type where that is known.</summary>
    IMethodSymbol TargetOf(IMethodSymbol method, Value? receiver)
    {
        if (EntityOf(receiver)?.Type is not INamedTypeSymbol type || !(method.IsAbstract || method.IsVirtual || method.IsOverride))
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
            || !MemberNames.MayMatter(definition, arguments)
                && !definition.DeclaringSyntaxReferences.Any(declaration =>
                    cache.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
                    && cache.Texts.AreUsedIn(declaration.GetSyntax(cancellation), cancellation)
                )
        )
            return null;
        Frame? outer = null;
        ControlFlowGraph? graph;
        if (definition.MethodKind == MethodKind.LocalFunction)
        {
            for (
                outer = _frame;
                outer is not null && !outer.Graph.LocalFunctions.Contains(definition, SymbolEqualityComparer.Default);
                outer = outer.Outer
            ) { }
            graph = outer?.Graph.GetLocalFunctionControlFlowGraph(
                outer.Graph.LocalFunctions.First(local => SymbolEqualityComparer.Default.Equals(local, definition)),
                cancellation
            );
            self = outer?.This;
        }
        else
            graph = definition.DeclaringSyntaxReferences.IsEmpty ? null : cache.GraphOf(definition, cancellation);
        if (graph is null)
            return null;

        var (before, noted, named, limit) = (_state, _escapes.ToArray(), Named.Count, _mostSteps);
        _mostSteps = Math.Min(limit, _steps + MostStepsOfCall);
        var frame = new Frame(graph, definition.IsStatic ? null : self, outer, CallsFrom(place), _frame.Depth + 1);
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
        if (Exhausted && _steps <= limit)
        {
            GiveUp();
            return null;
        }
        if (definition.MethodKind == MethodKind.LocalFunction)
            Name(definition, result, definition.DeclaringSyntaxReferences[0].GetSyntax(cancellation));
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter && parameter.Ordinal < definition.Parameters.Length)
                Assign(
                    argument.Operation,
                    _state.Variables.TryGetValue(new Variable(frame, definition.Parameters[parameter.Ordinal]), out var given)
                        ? given
                        : Unknown.Value,
                    argument.Place
                );
        }
        _state = _state.Without(frame);
        return result;

        // A call that is too much work is one that is not looked into: half of it says nothing, and may have done anything to what it was
        // given.
        void GiveUp()
        {
            Exhausted = false;
            _state = before;
            _escapes.Clear();
            foreach (var escape in noted)
                _escapes.Add(escape.Key, escape.Value);
            Named.RemoveRange(named, Named.Count - named);
            foreach (var given in arguments.Select(argument => argument.Value).Append(self ?? Unknown.Value))
            {
                if (EntityOf(given) is { } entity)
                    Update((Reference)given, entity with { Parameters = entity.Parameters.OpenedBy(place) });
            }
        }
    }

    Value ArgumentFor(IParameterSymbol parameter, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        var given = arguments.Where(argument => argument.Parameter?.Ordinal == parameter.Ordinal).ToList();
        if (parameter.IsParams && (given.Count != 1 || EntityOf(given[0].Value) is null))
        {
            var collection = Allocate(place, Entity.Of(parameter.Type));
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
        if (_frame.Depth == 0)
            Note(result, lambda.Syntax, "return", EscapeKind.Returned);
        // It may run or not.
        _state = State.Join(before, _state, widen: false);
        return new Function(lambda.Symbol, lambda, _frame, result);
    }

    Value? RunLambda(IFlowAnonymousFunctionOperation lambda, Frame owner, ImmutableArray<Argument> arguments)
    {
        if (_frame.Depth >= MostDepth || !_running.Add(lambda.Symbol))
            return null;
        var graph = owner.Graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation);
        var frame = new Frame(graph, owner.This, owner, CallsFrom(lambda.Syntax), _frame.Depth + 1);
        for (var i = 0; i < lambda.Symbol.Parameters.Length; i++)
            _state = _state.With(
                new Variable(frame, lambda.Symbol.Parameters[i]),
                i < arguments.Length ? arguments[i].Value : Unknown.Value
            );
        var result = Execute(frame);
        _running.Remove(lambda.Symbol);
        _state = _state.Without(frame);
        return result;
    }

    int CallsFrom(SyntaxNode place) => unchecked(_frame.Calls * 31 + place.SpanStart);

    Value VisitMethodReference(IMethodReferenceOperation reference)
    {
        var self = reference.Instance is { } instance ? Evaluate(instance) : null;
        var before = _state;
        var result = RunSource(reference.Method, self, [], reference.Syntax) ?? Unknown.Value;
        _state = before;
        return new Function(reference.Method, null, _frame, result);
    }

    Value Create(Call call)
    {
        if (ModelCreation(call) is { } modelled)
            return modelled;
        var entity = Entity.Of(call.Type);
        if (call.Method is { ContainingType.DeclaringSyntaxReferences.IsEmpty: false } constructor)
        {
            foreach (var argument in call.Arguments)
            {
                // A positional record's property bears the parameter's name.
                if (argument.Parameter is { } parameter && constructor.ContainingType.IsRecord)
                    entity = entity with { Members = entity.Members.SetItem(parameter.Name, argument.Value) };
            }
            var made = Allocate(call.Place, entity);
            Initialise(made, constructor.ContainingType, call.Place);
            if (RunSource(constructor, made, call.Arguments, call.Place) is null && !constructor.ContainingType.IsRecord)
                NoteArguments(call);
            return made;
        }
        if (call.Method is null || !MemberNames.IsPairs(call.Type))
        {
            foreach (var argument in call.Arguments)
                GoesOn(argument.Value);
        }
        // Code that is not looked into keeps what it is given: a form its pairs, a Uri its text.
        Value? content = null;
        var parameters = ParameterSet.Empty;
        foreach (var argument in call.Arguments)
        {
            if (EntityOf(argument.Value) is { } given)
            {
                parameters = parameters.With(given.Parameters);
                if (given.Content is { } text && given.CarriesParameters)
                    content = content is null ? text : Concat(content, text, argument.Place);
                foreach (var item in given.Items)
                    entity = entity.With(item, argument.Place);
            }
            else if (argument.Value is Unknown && MemberNames.HoldsPairs(argument.Operation.Type))
                parameters = parameters.OpenedBy(argument.Place);
            else if (argument.Value is Text or Choice || argument.Value is Unknown && content is null && call.Arguments.Length == 1)
                content =
                    content is null ? argument.Value
                    : content is Text { CarriesParameters: true } ? content
                    : Concat(content, argument.Value, argument.Place);
        }
        return Allocate(
            call.Place,
            entity with
            {
                Parameters = parameters,
                Content = content,
                Drawn = call.Arguments.Aggregate(
                    MemberNames.SourceOf(call) is { } source ? SourceSet.Of(source, call.Place) : SourceSet.None,
                    (all, argument) => all | SourcesOf(argument.Value)
                ),
            }
        );
    }

    /// <summary>Runs the initializers of a type's fields and properties on a new object of it.</summary>
    void Initialise(Reference made, INamedTypeSymbol type, SyntaxNode place)
    {
        if (_frame.Depth >= MostDepth)
            return;
        foreach (
            var member in type.GetMembers()
                .Where(member => !member.IsStatic && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol)
        )
        {
            foreach (
                var reference in member.DeclaringSyntaxReferences.Where(reference =>
                    cache.Compilation.ContainsSyntaxTree(reference.SyntaxTree)
                )
            )
            {
                var initializer = reference.GetSyntax(cancellation) switch
                {
                    VariableDeclaratorSyntax { Initializer: { } value } => value,
                    PropertyDeclarationSyntax { Initializer: { } value } => value,
                    _ => null,
                };
                if (initializer is not null && cache.GraphOf(initializer, cancellation) is { } graph)
                {
                    var frame = new Frame(graph, made, null, CallsFrom(place), _frame.Depth + 1);
                    Execute(frame);
                    _state = _state.Without(frame);
                }
                // A default is shown where the object is made, if that code or file leads to it; a property without a setter has the value
                // that its getter gives.
                if (MemberNames.WireNameOf(member) is not { } name)
                    continue;
                if (
                    member is IPropertySymbol { SetMethod: null, GetMethod: { } getter }
                    && RunSource(getter, made, [], place) is { } computed
                )
                    AddPair(made, Text.Literal(name, place), computed, new Entry(place, null, null, EntryForm.Member));
                else if (
                    (place.SyntaxTree == reference.SyntaxTree || IsLookedAt(place)) && EntityOf(made)?.Parameters.Find(name) is { } written
                )
                    AddPair(made, Text.Literal(name, place), written.Value, written.Entry with { Place = place });
            }
        }
    }

    /// <summary>A call of code that is not looked into: what it is given leaves, and what it gives back may write it out.</summary>
    Value Pass(Call call)
    {
        NoteArguments(call);
        if (!MemberNames.OnlyLogs(call))
        {
            foreach (var argument in call.ReceiverAndArguments)
                GoesOn(argument.Value);
        }
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
                Assign(argument.Operation, new Unknown(SourcesOf(argument.Value)), argument.Place);
        }
        // A library's method works on what it is given; one of the program that is not looked into may make something of its own.
        ImmutableArray<Argument> worked = call.Method is { DeclaringSyntaxReferences.IsEmpty: false } ? [] : [.. call.ReceiverAndArguments];
        var drawn = worked.Aggregate(
            MemberNames.SourceOf(call) is { } source ? SourceSet.Of(source, call.Place) : SourceSet.None,
            (all, argument) => all | SourcesOf(argument.Value)
        );
        var result = MemberNames.MayCarry(call) && CarriedBy(call) is { } carried ? carried : new Unknown(drawn);
        return MemberNames.IsExtensionPoint(call) && !AddsKnown(call) && !WritesOut(call) ? Opened(call, result) : result;
    }

    /// <summary>Whether a call that does not resolve adds to its receiver a pair of a known name (<c>AddHeader("Accept", …)</c>), a
    /// known text (<c>AppendPathSegment("authorize")</c>) or a known set: nothing that is not seen.</summary>
    bool AddsKnown(Call call) =>
        call is { Method: null, Name: "AddQueryString", Arguments.Length: 2 }
            && call.Arguments.Any(argument => EntityOf(argument.Value) is { CarriesParameters: true })
        || call is { Method: null, Receiver: not null }
            && !MemberNames.NamesProof(call.Name)
            && (
                call.Arguments is [{ Value: Text { Exact: not null } }, ..]
                || call.Arguments is [var only] && EntityOf(only.Value) is { CarriesParameters: true }
            );

    /// <summary>Whether it folds a known set into a text: <c>pairs.Aggregate(url, (text, pair) => text + "&amp;" + pair.Key + "=" +
    /// pair.Value)</c>.</summary>
    bool WritesOut(Call call) =>
        call is { Name: "Aggregate", Receiver: { Value: var folded }, Type.SpecialType: SpecialType.System_String }
        && EntityOf(folded) is { CarriesParameters: true };

    /// <summary>A method that the user vouches for: what it is given and gives back may hold the proof key.</summary>
    Value Trust(Call call) => Opened(call, CarriedBy(call) ?? Text.Empty);

    /// <summary>The result of a call that may add anything to what it is given and to what it gives back.</summary>
    Value Opened(Call call, Value result)
    {
        foreach (var argument in call.ReceiverAndArguments)
        {
            if (EntityOf(argument.Value) is { } entity)
                Update((Reference)argument.Value, entity with { Parameters = entity.Parameters.OpenedBy(call.Place) });
        }
        return Carries(result) || result is Text { Pieces.IsEmpty: true }
            ? Concat(result, new Text([new QueryPiece(ParameterSet.Empty.OpenedBy(call.Place))]), call.Place)
            : result;
    }

    void NoteArguments(Call call)
    {
        // Text that is logged, compared or searched is not sent.
        if (MemberNames.OnlyLogs(call) || call.Owner is "System.String" or "System.Text.RegularExpressions.Regex")
            return;
        var slot = 0;
        foreach (var argument in call.ReceiverAndArguments)
            Note(argument.Value, call.Place, "argument " + slot++, EscapeKind.Passed);
        // RestEase and Refit: the parameters of an interface's method are those of the request.
        if (call.Method is not { ContainingType.TypeKind: TypeKind.Interface })
            return;
        var sent = ParameterSet.Empty;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && MemberNames.WireNameOf(parameter) is { } name)
                sent = sent.With(
                    new Parameter(name, argument.Value, Always: true, new Entry(argument.Place, null, argument.Place, EntryForm.Member))
                );
        }
        if (!sent.IsEmpty)
            Note(new Text([new QueryPiece(sent)]), call.Place, "arguments", EscapeKind.Passed);
    }

    /// <summary>The text or set that a call gives back when one of what it is given carries parameters.</summary>
    Value? CarriedBy(Call call)
    {
        Value? text = null;
        var set = ParameterSet.Empty;
        foreach (var argument in call.ReceiverAndArguments)
        {
            if (argument.Value is Text or Choice)
                text =
                    text is null ? argument.Value
                    : argument.Value is Text { CarriesParameters: true } ? Concat(text, argument.Value, argument.Place)
                    : text;
            else if (EntityOf(argument.Value) is { CarriesParameters: true } entity)
            {
                set = set.With(entity.Parameters);
                if (entity.Content is { } content and not Unknown)
                    text = text is null ? content : Concat(text, content, argument.Place);
            }
        }
        if (set.IsEmpty && (text is null || !Carries(text)))
            return null;
        set = call
            .Arguments.Where(argument => argument.Value is Unknown && MemberNames.HoldsPairs(argument.Operation.Type))
            .Aggregate(set, (all, argument) => all.OpenedBy(argument.Place));
        if (call.Type?.SpecialType == SpecialType.System_String)
            return set.IsEmpty ? text : Concat(text ?? Text.Empty, new Text([new QueryPiece(set)]), call.Place);
        return Allocate(call.Place, Entity.Of(call.Type) with { Content = text, Parameters = set });
    }
}
