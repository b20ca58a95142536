using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Expressions.</summary>
sealed partial class Interpreter
{
    Value Visit(IOperation operation)
    {
        // A long chain of + is one node a term: flattened, so that depth does not grow with it.
        if (
            operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && (sum.Type?.SpecialType == SpecialType.System_String || sum.Type is IErrorTypeSymbol or null)
        )
            return Sum(sum);
        if (operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member })
            return new EnumMember(member.Name, member.ConstantValue);
        if (operation.ConstantValue is { HasValue: true } constant && operation is not IInterpolatedStringOperation)
            return constant.Value is string text ? Text.Literal(text, PlaceOf(Unwrap(operation), text))
                : constant.Value is null ? Constant.Null
                : new Constant(constant.Value);

        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IFlowCaptureOperation capture:
                return VisitCapture(capture);
            case IFlowCaptureReferenceOperation reference:
                return Lookup(reference.Id) ?? Unknown.Value;
            case IConversionOperation conversion:
                return VisitConversion(conversion);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case IAwaitOperation await:
                return Evaluate(await.Operation);
            case IUtf8StringOperation utf8:
                return Text.Literal(utf8.Value, utf8.Syntax);
            case IInterpolatedStringOperation interpolated:
                return Interpolated(interpolated);
            case ILocalReferenceOperation local:
                return Lookup(local.Local) ?? Unknown.Value;
            case IParameterReferenceOperation parameter:
                return Lookup(parameter.Parameter) ?? FromCaller(parameter);
            case IInstanceReferenceOperation:
                return _frame.This ?? Unknown.Value;
            case IFieldReferenceOperation field:
                return ReadMember(field.Instance is { } target ? Evaluate(target) : null, field.Field, field.Syntax);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case IArrayElementReferenceOperation element:
                return VisitArrayElement(element);
            case IImplicitIndexerReferenceOperation { Instance: var sliced, Argument: var bounds }:
                return Evaluate(sliced) is var whole && Sliced(whole, bounds) is { } slice ? slice : new Unknown(SourcesOf(whole));
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value), assignment.Value.Syntax);
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound);
            case IDeconstructionAssignmentOperation deconstruction:
                return Assign(deconstruction.Target, Evaluate(deconstruction.Value), deconstruction.Value.Syntax);
            case IDeclarationExpressionOperation declaration:
                return Evaluate(declaration.Expression);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Evaluate(not.Operand) is var asked && asked is Constant { Content: bool truth } ? new Constant(!truth)
                    : TruthOf(asked) is { } holds ? With(Not(holds), SourcesOf(asked))
                    : Open(asked);
            case IIncrementOrDecrementOperation increment:
                return Incremented(increment);
            case IIsNullOperation isNull:
                return Evaluate(isNull.Operand) is var operand && IsNull(operand) is { } answer ? new Constant(answer) : Open(operand);
            case IIsPatternOperation pattern:
                return VisitPattern(pattern);
            case ITupleOperation tuple:
                return VisitTuple(tuple);
            case IArrayCreationOperation array:
                return VisitArray(array);
            case ICollectionExpressionOperation collection:
                return Collected(collection.Elements, collection.Type, collection.Syntax);
            case ISpreadOperation spread:
                return Evaluate(spread.Operand);
            case IAnonymousObjectCreationOperation anonymous:
                return VisitAnonymousObject(anonymous);
            case IObjectCreationOperation creation:
                return Create(Prepare(creation));
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IFlowAnonymousFunctionOperation lambda:
                return VisitLambda(lambda);
            case IMethodReferenceOperation method:
                return VisitMethodReference(method);
            case IInvocationOperation invocation:
                return Invoke(Prepare(invocation));
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                return Yield(Evaluate(yielded), yielded.Syntax);
            case IInvalidOperation invalid:
                return VisitInvalid(invalid);
            case { Syntax: StackAllocArrayCreationExpressionSyntax, Kind: OperationKind.None }:
                return Allocate(
                    operation.Syntax,
                    AbstractObject.Of(operation.Type) with
                    {
                        Length = operation.ChildOperations.FirstOrDefault() is { } count
                            ? (Evaluate(count) as Constant)?.Content as int?
                            : null,
                    }
                );
            // The method of a call that does not resolve, captured before its arguments: its receiver goes on.
            case { Kind: OperationKind.None, Syntax: MemberAccessExpressionSyntax, ChildOperations.Count: 1 }:
                return Evaluate(operation.ChildOperations.First());
            default:
                return MixOf(operation);
        }
    }

    /// <summary>What any caller may pass: of an enum, one of its members.</summary>
    Value FromCaller(IParameterReferenceOperation parameter)
    {
        var members =
            parameter.Type is { TypeKind: TypeKind.Enum } type && Scenario is null
                ? type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).ToList()
                : [];
        return members.Count is > 0 and <= 6
            ? members.Select(member => (Value)new EnumMember(member.Name, member.ConstantValue)).Aggregate(Choice.Of)
            : new Unknown(SourceSet.Of(SourceKind.Caller, parameter.Syntax))
            {
                Sample =
                    parameter.Type is { SpecialType: SpecialType.System_String } && Identifier.IsCodeVerifier(parameter.Parameter.Name)
                        ? SampledValue.GivenText(parameter.Syntax)
                        : null,
            };
    }

    /// <summary>A constant that holds parameters is a part of a request where it is written; a name, a value or a template of the same
    /// file, where it is used.</summary>
    SyntaxNode PlaceOf(IOperation constant, string text)
    {
        // A local constant is left behind in its variable, too: both are one text.
        if (
            constant is ILocalReferenceOperation { Local: { IsConst: true, DeclaringSyntaxReferences: [var local] } }
            && text.IndexOf('=') >= 0
        )
            return local.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var first } ? first : constant.Syntax;
        if (
            constant is not IFieldReferenceOperation { Field: { IsConst: true, DeclaringSyntaxReferences: [var declaration] } }
            || text.IndexOf('=') < 0 && IsLookedAt(constant.Syntax)
            || text.IndexOf('{') >= 0 && declaration.SyntaxTree == constant.Syntax.SyntaxTree
            || !cache.IsOwn(declaration.SyntaxTree)
        )
            return constant.Syntax;
        return declaration.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: var written }
            ? written
            : constant.Syntax;
    }

    /// <summary>The value of an operation that is not modelled: unknown, drawn from what its parts were drawn from.</summary>
    Value MixOf(IOperation operation)
    {
        var sources = SourceSet.None;
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child);
            MayBeWritten(value);
            sources |= SourcesOf(value);
        }
        return new Unknown(sources);
    }

    /// <summary>What a value was drawn from: an object from what it holds, not from the objects that it holds in turn, which
    /// may lead back to it.</summary>
    internal SourceSet SourcesOf(Value value, bool inside = false) =>
        value switch
        {
            Choice choice => choice.Alternatives.Aggregate(SourceSet.None, (all, alternative) => all | SourcesOf(alternative, inside)),
            Sequence sequence => sequence.Items.Aggregate(SourceSet.None, (all, item) => all | SourcesOf(item, inside)),
            Reference when inside => ObjectOf(value)?.Drawn ?? SourceSet.None,
            Reference => ObjectOf(value) is { } obj
                ? obj.Items.Aggregate(
                    obj.Drawn | (obj.Content is { } content ? SourcesOf(content, inside: true) : SourceSet.None),
                    (all, item) => all | SourcesOf(item, inside: true)
                )
                : SourceSet.None,
            _ => value.Sources,
        };

    static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation.ChildOperations.First();
        return operation;
    }

    Value VisitConversion(IConversionOperation conversion)
    {
        var value = Evaluate(conversion.Operand);
        if (conversion.Operand is ITupleOperation tuple)
            NameElements(tuple, conversion.Type, value);
        if (
            Scenario is not null
            && value is Constant { Content: char code } letter
            && conversion.Type?.SpecialType == SpecialType.System_Int32
        )
            return letter with { Content = (int)code };
        return conversion.Type?.SpecialType == SpecialType.System_Char ? AsCharacter(value) : value;
    }

    Value VisitTuple(ITupleOperation tuple)
    {
        var value = new Sequence([.. tuple.Elements.Select(Evaluate)]);
        NameElements(tuple, tuple.Type, value);
        return value;
    }

    Value VisitCapture(IFlowCaptureOperation capture)
    {
        if (
            capture.Value
            is ILocalReferenceOperation
                or IParameterReferenceOperation
                or IMemberReferenceOperation
                or IArrayElementReferenceOperation
                or IInvalidOperation
        )
            _frame.Captured[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        _state = _state.With(new Variable(_frame, capture.Id), value);
        return value;
    }

    Value VisitBinary(IBinaryOperation binary)
    {
        if (ComparedToNothing(binary) is { } isThere)
            return isThere;
        Value left = Evaluate(binary.LeftOperand),
            right = Evaluate(binary.RightOperand);
        NoteComparison(left, right);
        if (
            binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && AreEqual(left, right, binary.Syntax) is { } equal
        )
            return new Constant(equal == (binary.OperatorKind == BinaryOperatorKind.Equals));
        if (
            left is Constant { Content: int one }
            && right is Constant { Content: int other }
            && Compare(binary.OperatorKind, one, other) is { } holds
        )
            return new Constant(holds);
        var sources = SourcesOf(left) | SourcesOf(right);
        if (left is Constant { Content: int a } && right is Constant { Content: int b } && Reckon(binary.OperatorKind, a, b) is { } result)
            return new Constant(result);
        return Reckon(binary.OperatorKind, left, right, sources) ?? new Unknown(sources);
    }

    Value Incremented(IIncrementOrDecrementOperation increment)
    {
        var before = Evaluate(increment.Target);
        var after = before is Constant { Content: int number }
            ? new Constant(number + (increment.Kind == OperationKind.Increment ? 1 : -1))
            : (Value)Unknown.Value;
        Assign(increment.Target, after, increment.Syntax);
        return increment.IsPostfix ? before : after;
    }

    Value VisitCompound(ICompoundAssignmentOperation compound)
    {
        Value before = Evaluate(compound.Target),
            added = Evaluate(compound.Value);
        var text = compound.OperatorKind == BinaryOperatorKind.Add && compound.Type?.SpecialType is SpecialType.System_String or null;
        return Assign(
            compound.Target,
            text ? Concat(before, added, compound.Value.Syntax)
                : before is Constant { Content: int one }
                && added is Constant { Content: int other }
                && Reckon(compound.OperatorKind, one, other) is { } sum
                    ? new Constant(sum)
                : new Unknown(SourcesOf(before) | SourcesOf(added)),
            compound.Value.Syntax
        );
    }

    Value VisitProperty(IPropertyReferenceOperation property)
    {
        var receiver = property.Instance is { } instance ? Evaluate(instance) : null;
        if (property.Property.IsIndexer && property.Arguments.Length > 0)
            return ReadEntry(receiver, Evaluate(property.Arguments[0].Value), property.Syntax);
        return ReadMember(receiver, property.Property, property.Syntax);
    }

    Value ReadEntry(Value? receiver, Value key, SyntaxNode place)
    {
        NoteLookup(receiver, key);
        if (ReadByKey(key, null, place) is { } input)
            return input;
        if (receiver is not null && (ElementOf(receiver, key) ?? FunctionOf(receiver, key)) is { } element)
            return element;
        if (Scenario is not null && receiver is Reference table && HoldsFunctions(table) && SlotOf(key) is not null)
            Throw();
        if (ObjectOf(receiver) is { } obj && key is Text { Exact: { } name } && obj.Parameters.Find(name) is { } parameter)
            return parameter.Always ? parameter.Value : Choice.Of(parameter.Value, Constant.Null);
        return new Unknown((receiver is null ? SourceSet.None : SourcesOf(receiver)) | SourcesOf(key));
    }

    Value VisitArrayElement(IArrayElementReferenceOperation element)
    {
        var array = Evaluate(element.ArrayReference);
        if (element.Indices is [var range] && Sliced(array, range) is { } part)
            return part;
        var indices = element.Indices.Select(Evaluate).ToList();
        if (indices is [var only] && ElementOf(array, only) is { } known)
            return known;
        return new Unknown(indices.Aggregate(SourcesOf(array), (all, index) => all | SourcesOf(index)));
    }

    Value VisitArray(IArrayCreationOperation array)
    {
        var sizes = array.DimensionSizes.Select(Evaluate).ToList();
        var made = Collected(array.Initializer?.ElementValues ?? [], array.Type, array.Syntax);
        if (sizes is [Constant { Content: int length }])
            Update(made, ObjectOf(made)! with { Length = length, IsBlank = IsOfOctets(array.Type) && array.Initializer is null });
        return made;
    }

    static bool IsOfOctets(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };

    /// <summary>Code that is not looked into may write to an array that it is given, or has it at hand later.</summary>
    void MayBeWritten(Value value)
    {
        foreach (var alternative in value.Alternatives)
        {
            if (ObjectOf(alternative) is { IsBlank: true } array)
                Update((Reference)alternative, array with { IsBlank = false });
        }
    }

    Reference Collected(ImmutableArray<IOperation> elements, ITypeSymbol? type, SyntaxNode place)
    {
        var collection = Allocate(place, AbstractObject.Of(type));
        foreach (var element in elements)
        {
            if (element is IArrayInitializerOperation nested)
                AddItem(collection, new Sequence([.. nested.ElementValues.Select(Evaluate)]), nested.Syntax);
            else if (element is ISpreadOperation)
                AddRange(collection, Evaluate(element), element.Syntax);
            else
                AddItem(collection, Evaluate(element), element.Syntax);
        }
        return collection;
    }

    Value VisitAnonymousObject(IAnonymousObjectCreationOperation anonymous)
    {
        var obj = AbstractObject.Of(anonymous.Type);
        foreach (var initializer in anonymous.Initializers)
        {
            if (
                initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment
            )
                continue;
            var value = Evaluate(assignment.Value);
            var place = assignment.Value.Syntax.Parent as AnonymousObjectMemberDeclaratorSyntax ?? assignment.Syntax;
            obj = obj with
            {
                Members = obj.Members.SetItem(name, value),
                Parameters = obj.Parameters.With(
                    new Parameter(name, value, Always: true, new Entry(place, null, assignment.Value.Syntax, EntryForm.Element))
                ),
            };
        }
        return Allocate(anonymous.Syntax, obj);
    }

    Value Yield(Value value, SyntaxNode place)
    {
        // Another path may have made it, with a state of its own.
        var collection =
            _frame.Returned is Reference known && ObjectOf(known) is not null
                ? known
                : Allocate(_frame.Graph.OriginalOperation.Syntax, AbstractObject.Of(null));
        _frame.Returned = collection;
        AddItem(collection, value, place);
        return Unknown.Value;
    }
}
