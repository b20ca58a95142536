using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Expressions and assignments.</summary>
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
                return conversion.Type?.SpecialType == SpecialType.System_Char
                    ? AsCharacter(Evaluate(conversion.Operand))
                    : Evaluate(conversion.Operand);
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
                    : Unknown.Value;
            case IIncrementOrDecrementOperation increment:
                return Incremented(increment);
            case IIsNullOperation isNull:
                return IsNull(Evaluate(isNull.Operand)) is { } answer ? new Constant(answer) : Unknown.Value;
            case IIsPatternOperation pattern:
                return VisitPattern(pattern);
            case ITupleOperation tuple:
                return new Sequence([.. tuple.Elements.Select(Evaluate)]);
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
                return Invoke(Prepare(invocation), invocation);
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                return Yield(Evaluate(yielded), yielded.Syntax);
            case IInvalidOperation invalid:
                return VisitInvalid(invalid);
            case { Syntax: StackAllocArrayCreationExpressionSyntax, Kind: OperationKind.None }:
                return Allocate(
                    operation.Syntax,
                    Entity.Of(operation.Type) with
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
    static Value FromCaller(IParameterReferenceOperation parameter)
    {
        var members = parameter.Type is { TypeKind: TypeKind.Enum } type
            ? type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).ToList()
            : [];
        return members.Count is > 0 and <= 6
            ? members.Select(member => (Value)new EnumMember(member.Name, member.ConstantValue)).Aggregate(Choice.Of)
            : new Unknown(SourceSet.Of(SourceKind.Caller, parameter.Syntax));
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
            || !cache.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
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
            sources |= SourcesOf(Evaluate(child));
        return new Unknown(sources);
    }

    /// <summary>What a value was drawn from: an object from what it holds, not from the objects that it holds in turn, which
    /// may lead back to it.</summary>
    SourceSet SourcesOf(Value value, bool inside = false) =>
        value switch
        {
            Choice choice => choice.Alternatives.Aggregate(SourceSet.None, (all, alternative) => all | SourcesOf(alternative, inside)),
            Sequence sequence => sequence.Items.Aggregate(SourceSet.None, (all, item) => all | SourcesOf(item, inside)),
            Reference when inside => EntityOf(value)?.Drawn ?? SourceSet.None,
            Reference => EntityOf(value) is { } entity
                ? entity.Items.Aggregate(
                    entity.Drawn | (entity.Content is { } content ? SourcesOf(content, inside: true) : SourceSet.None),
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

    Value Sum(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } inner)
        {
            terms.Push(inner.RightOperand);
            left = inner.LeftOperand;
        }
        terms.Push(left);
        Value text = Text.Empty;
        foreach (var term in terms)
            text = Concat(text, Evaluate(term), term.Syntax);
        return text;
    }

    Value Interpolated(IInterpolatedStringOperation interpolated)
    {
        Value text = Text.Empty;
        foreach (var part in interpolated.Parts)
        {
            text = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string literal } } => Concat(
                    text,
                    Text.Literal(literal, part.Syntax),
                    part.Syntax
                ),
                IInterpolationOperation { FormatString: { ConstantValue: { HasValue: true, Value: string format } } } shown
                    when Evaluate(shown.Expression) is Unknown guid && Written(guid, format) is { } sample => Concat(
                    text,
                    guid with
                    {
                        Sample = sample,
                    },
                    shown.Expression.Syntax
                ),
                IInterpolationOperation hole => Concat(text, Evaluate(hole.Expression), hole.Expression.Syntax),
                _ => Concat(text, MixOf(part), part.Syntax),
            };
        }
        return text;
    }

    Value Concat(Value left, Value right, SyntaxNode place)
    {
        if (left is not Text { Pieces.IsEmpty: true })
            (left, right) = (Folded(left, place), Folded(right, place));
        return Choice.Combine(left, right, (one, other) => TextOf(one, place).Append(TextOf(other, place)));
    }

    /// <summary>One text with a hole for a choice of values within a parameter, so that three holes of three values are no 27
    /// texts.</summary>
    Value Folded(Value value, SyntaxNode place)
    {
        if (value is not Choice || !value.Alternatives.All(IsWithinParameter))
            return value;
        var first = value.Alternatives.OfType<Text>().SelectMany(text => text.Pieces).OfType<HolePiece>().FirstOrDefault();
        return new Text([
            new HolePiece(
                Choice.Map(
                    value,
                    alternative =>
                        alternative is Text { Pieces: [HolePiece hole] } ? hole.Content
                        : alternative is Unknown ? alternative
                        : TextOf(alternative, place)
                ),
                first?.Place ?? place
            ),
        ]);

        static bool IsWithinParameter(Value value) =>
            value is Unknown or Constant or EnumMember
            || value is Text text
                && text.Pieces.All(piece =>
                    piece is HolePiece
                    || piece is LiteralPiece literal
                        && literal.Content.IndexOfAny(['=', '&', '?', '#']) < 0
                        && !WireNames.IsName(literal.Content)
                );
    }

    /// <summary>The value as a string.</summary>
    Text TextOf(Value value, SyntaxNode place) =>
        value switch
        {
            Text text => text,
            Constant { Content: null } => Text.Empty,
            Constant { Content: { } content } => Text.Literal(
                Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture),
                place
            ),
            EnumMember member => Text.Literal(member.Name, place),
            Reference => EntityOf(value) is { } entity ? TextOf(entity, value, place) : new Text([new HolePiece(value, place)]),
            Choice => new Text([new HolePiece(new Unknown(SourcesOf(value)), place)]),
            _ => new Text([new HolePiece(value, place)]),
        };

    Text TextOf(Entity entity, Value self, SyntaxNode place)
    {
        var text = entity.Content is { } content and not (Reference or Choice) ? TextOf(content, place) : null;
        if (entity.Members.TryGetValue("Query", out var query) && query is Text written)
            text = (text ?? Text.Empty).Append(Text.Literal("?", place)).Append(written.MapLiterals(literal => literal.TrimStart('?')));
        foreach (var item in entity.Items)
        {
            if (item is Text { CarriesParameters: true } line)
                text = text is null ? line : text.Append(Text.Literal("&", place)).Append(line);
        }
        if (!entity.Parameters.IsEmpty)
            text = (text ?? Text.Empty).Append(new Text([new QueryPiece(entity.Parameters)]));
        return text ?? new Text([new HolePiece(new Unknown(SourcesOf(self)), place)]);
    }

    Value VisitBinary(IBinaryOperation binary)
    {
        if (ComparedToNothing(binary) is { } isThere)
            return isThere;
        Value left = Evaluate(binary.LeftOperand),
            right = Evaluate(binary.RightOperand);
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && AreEqual(left, right) is { } equal)
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

    static bool? Compare(BinaryOperatorKind kind, int one, int other) =>
        kind switch
        {
            BinaryOperatorKind.LessThan => one < other,
            BinaryOperatorKind.LessThanOrEqual => one <= other,
            BinaryOperatorKind.GreaterThan => one > other,
            BinaryOperatorKind.GreaterThanOrEqual => one >= other,
            _ => null,
        };

    static bool? AreEqual(Value left, Value right) =>
        (left, right) switch
        {
            (Constant { Content: null }, _) => IsNull(right),
            (_, Constant { Content: null }) => IsNull(left),
            (Constant one, Constant other) => Equals(one.Content, other.Content),
            (EnumMember one, EnumMember other) => Equals(one.Content, other.Content),
            (EnumMember one, Constant other) => Equals(one.Content, other.Content),
            (Constant one, EnumMember other) => Equals(one.Content, other.Content),
            (Text { Exact: { } one }, Text { Exact: { } other }) => one == other,
            _ => null,
        };

    static bool? IsNull(Value value) =>
        value switch
        {
            Constant constant => constant.Content is null,
            Text or Sequence or Function or Reference or EnumMember => false,
            _ => null,
        };

    static Value NotNull(Value value) =>
        value is Choice && value.Alternatives.Where(alternative => IsNull(alternative) != true).ToList() is { Count: > 0 } matched
            ? matched.Aggregate(Choice.Of)
            : value;

    Value VisitPattern(IIsPatternOperation pattern)
    {
        var value = Evaluate(pattern.Value);
        foreach (var inner in pattern.Pattern.DescendantsAndSelf())
        {
            var declared = (inner as IDeclarationPatternOperation)?.DeclaredSymbol ?? (inner as IRecursivePatternOperation)?.DeclaredSymbol;
            if (declared is not null)
                Store(declared, inner == pattern.Pattern ? NotNull(value) : new Unknown(SourcesOf(value)));
        }
        if (value is Unknown && NumberOf(value) is { } letter && Matched(pattern.Pattern, letter) is { } matched)
            return With(matched, SourcesOf(value));
        return pattern.Pattern switch
        {
            IDiscardPatternOperation => new Constant(true),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var wanted } } => AreEqual(
                value,
                wanted is string text ? Text.Literal(text, pattern.Syntax) : new Constant(wanted)
            )
                is { } equal
                ? new Constant(equal)
                : Unknown.Value,
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } =>
                IsNull(value) is { } isNull ? new Constant(!isNull) : Unknown.Value,
            _ => Unknown.Value,
        };
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
            return ReadEntry(receiver, Evaluate(property.Arguments[0].Value));
        return ReadMember(receiver, property.Property, property.Syntax);
    }

    Value ReadEntry(Value? receiver, Value key)
    {
        if (receiver is not null && ElementOf(receiver, key) is { } element)
            return element;
        if (EntityOf(receiver) is { } entity && key is Text { Exact: { } name } && entity.Parameters.Find(name) is { } parameter)
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
            Update(made, EntityOf(made)! with { Length = length });
        return made;
    }

    Reference Collected(ImmutableArray<IOperation> elements, ITypeSymbol? type, SyntaxNode place)
    {
        var collection = Allocate(place, Entity.Of(type));
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
        var entity = Entity.Of(anonymous.Type);
        foreach (var initializer in anonymous.Initializers)
        {
            if (
                initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment
            )
                continue;
            var value = Evaluate(assignment.Value);
            var place = assignment.Value.Syntax.Parent as AnonymousObjectMemberDeclaratorSyntax ?? assignment.Syntax;
            entity = entity with
            {
                Members = entity.Members.SetItem(name, value),
                Parameters = entity.Parameters.With(
                    new Parameter(name, value, Always: true, new Entry(place, null, assignment.Value.Syntax, EntryForm.Element))
                ),
            };
        }
        return Allocate(anonymous.Syntax, entity);
    }

    Value Yield(Value value, SyntaxNode place)
    {
        // Another path may have made it, with a state of its own.
        var collection =
            _frame.Returned is Reference known && EntityOf(known) is not null
                ? known
                : Allocate(_frame.Graph.OriginalOperation.Syntax, Entity.Of(null));
        _frame.Returned = collection;
        AddItem(collection, value, place);
        return Unknown.Value;
    }

    /// <summary>Writes <paramref name="value"/> to what <paramref name="target"/> names.</summary>
    Value Assign(IOperation target, Value value, SyntaxNode place)
    {
        if (target is ILocalReferenceOperation { Local: var local })
            Name(local, value, place);
        else if (target is IMemberReferenceOperation { Member: var member })
            Name(member, value, place);
        else if (target is IParameterReferenceOperation { Parameter: var handed })
            Name(handed, value, place);
        switch (target)
        {
            case ILocalReferenceOperation variable:
                Store(variable.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Store(parameter.Parameter, value);
                break;
            case IFlowCaptureReferenceOperation { Id: var id }:
                if (_frame.Captured.TryGetValue(id, out var captured))
                    Assign(captured, value, place);
                Store(id, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, place);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, place);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    Assign(
                        tuple.Elements[i],
                        value is Sequence { Items: var items } && i < items.Length ? items[i] : new Unknown(SourcesOf(value)),
                        place
                    );
                break;
            case IMemberReferenceOperation { Instance: null, Member: IFieldSymbol or IPropertySymbol } shared:
                WriteStatic(shared.Member, value);
                break;
            case IFieldReferenceOperation field:
                WriteMember(field.Instance!, field.Field, value, place);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer when indexer.Arguments.Length > 0:
                WriteEntry(instance, indexer.Arguments[0].Value, value, target.Syntax);
                break;
            case IPropertyReferenceOperation property:
                WriteMember(property.Instance!, property.Property, value, place);
                break;
            case IArrayElementReferenceOperation element:
                if (
                    Materialise(element.ArrayReference) is { } array
                    && !Fill(array, element.Indices is [var only] ? Evaluate(only) : Unknown.Value, value)
                )
                    AddItem(array, value, target.Syntax);
                break;
            case IInvalidOperation invalid:
                AssignInvalid(invalid, value);
                break;
            default:
                Evaluate(target);
                break;
        }
        return value;
    }

    void WriteMember(IOperation instance, ISymbol member, Value value, SyntaxNode place)
    {
        if (Materialise(instance) is not { } target)
            return;
        if (target.Id.Equals(This))
            GoesOn(value);
        WriteMember(target, member.Name, value);
        // Characters are cut off, or added.
        if (
            member is { Name: "Length", ContainingType.Name: "StringBuilder" }
            && EntityOf(target) is { Content: { } content } builder
            && !Carries(content)
        )
            Update(target, builder with { Content = new Unknown(SourcesOf(content)) });
        if (MemberNames.WireNameOf(member) is { } name)
            AddPair(
                target,
                Text.Literal(name, place),
                value,
                new Entry(place.FirstAncestorOrSelf<AssignmentExpressionSyntax>() ?? place, null, place, EntryForm.Member)
            );
    }

    void WriteMember(Reference target, string name, Value value)
    {
        if (EntityOf(target) is { } entity)
            Update(target, entity with { Members = entity.Members.SetItem(name, value) });
    }

    void WriteEntry(IOperation instance, IOperation key, Value value, SyntaxNode target)
    {
        var name = Evaluate(key);
        if (Materialise(instance) is not { } set)
            return;
        var place = target.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().FirstOrDefault() ?? target;
        var form = place.Parent is InitializerExpressionSyntax ? EntryForm.Element : EntryForm.Call;
        AddPair(set, name, value, new Entry(place, key.Syntax, (place as AssignmentExpressionSyntax)?.Right, form));
    }

    /// <summary>The object that an expression gives; where that is unknown, a new one takes its place, so that what is
    /// added to it from here on is kept. Such an object is open: what it held before is not known.</summary>
    Reference? Materialise(IOperation operation) => Materialise(operation, Evaluate(operation));

    Reference? Materialise(IOperation operation, Value value)
    {
        if (value is Choice { Alternatives: var alternatives })
            value = alternatives.FirstOrDefault(alternative => alternative is Reference) ?? value;
        if (value is Reference reference)
            return EntityOf(reference) is null ? null : reference;
        if (value is not Unknown)
            return null;
        var entity = Entity.Of(operation.Type) with { Drawn = value.Sources };
        var made = Allocate(
            operation.Syntax,
            BeginsEmpty(operation) ? entity : entity with { Parameters = entity.Parameters.OpenedBy(operation.Syntax) }
        );
        switch (operation)
        {
            case ILocalReferenceOperation
            or IParameterReferenceOperation
            or IFlowCaptureReferenceOperation
            or IFieldReferenceOperation { Instance: not null }
            or IPropertyReferenceOperation { Property.IsIndexer: false, Instance: not null }:
                Assign(operation, made, operation.Syntax);
                break;
        }
        return made;
    }

    /// <summary>Whether it is a collection that an object brings along which the program has just made.</summary>
    bool BeginsEmpty(IOperation operation) =>
        operation is IPropertyReferenceOperation { Instance: { } owner }
        && Evaluate(owner) is Reference made
        && !made.Id.Equals(This)
        && EntityOf(made) is { Parameters.Open.IsEmpty: true };
}
