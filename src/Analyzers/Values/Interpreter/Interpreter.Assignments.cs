using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PkceAnalyzers.Values;

/// <summary>Assignments to variables, members, elements and entries.</summary>
sealed partial class Interpreter
{
    /// <summary>Writes <paramref name="value"/> to what <paramref name="target"/> names.</summary>
    internal Value Assign(IOperation target, Value value, SyntaxNode place)
    {
        if (NamedBy(target) is { } named)
            Name(named, value, place);
        if (target is IMemberReferenceOperation or IArrayElementReferenceOperation)
            NoteHandedOn([value]);
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
                AssignParts(tuple, value, place);
                break;
            case IMemberReferenceOperation { Instance: null, Member: IFieldSymbol or IPropertySymbol } shared:
                WriteStatic(shared.Member, value);
                break;
            case IFieldReferenceOperation field:
                WriteMember(field.Instance!, field.Field, value, place);
                break;
            case IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "Span" }, Instance: { } span } letter:
                WriteElement(span, letter.Arguments[0].Value, value, target.Syntax);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer when indexer.Arguments.Length > 0:
                WriteEntry(instance, indexer.Arguments[0].Value, value, target.Syntax);
                break;
            case IPropertyReferenceOperation property:
                WriteMember(property.Instance!, property.Property, value, place);
                if (!IsOwn(property.Property))
                    GivenAway(property.Property.Name, value, place);
                break;
            case IDynamicMemberReferenceOperation unknown:
                GivenAway(unknown.MemberName, value, place);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array, Indices: var indices }:
                WriteElement(array, indices is [var only] ? only : null, value, target.Syntax);
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

    void AssignParts(ITupleOperation tuple, Value value, SyntaxNode place)
    {
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var part = value is Sequence { Items: var items } && i < items.Length ? items[i] : new Unknown(SourcesOf(value));
            Assign(tuple.Elements[i], part, place);
        }
    }

    static ISymbol? NamedBy(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IMemberReferenceOperation member => member.Member,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

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
            && ObjectOf(target) is { Content: { } content } builder
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
        MayBeWritten(value);
        if (ObjectOf(target) is { } obj)
            Update(target, obj with { Members = obj.Members.SetItem(name, value) });
    }

    void WriteElement(IOperation array, IOperation? index, Value value, SyntaxNode place)
    {
        if (Materialise(array) is { } target && !Fill(target, index is null ? Unknown.Value : Evaluate(index), value))
            AddItem(target, value, place);
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

    internal Reference? Materialise(IOperation operation, Value value)
    {
        if (value is Choice { Alternatives: var alternatives })
            value = alternatives.FirstOrDefault(alternative => alternative is Reference) ?? value;
        if (value is Reference reference)
            return ObjectOf(reference) is null ? null : reference;
        if (value is not Unknown)
            return null;
        var obj = AbstractObject.Of(operation.Type) with { Drawn = value.Sources };
        var made = Allocate(
            operation.Syntax,
            BeginsEmpty(operation) ? obj : obj with { Parameters = obj.Parameters.OpenedBy(operation.Syntax) }
        );
        switch (operation)
        {
            case ILocalReferenceOperation
            or IParameterReferenceOperation
            or IFlowCaptureReferenceOperation
            or IFieldReferenceOperation { Instance: not null }
            or IPropertyReferenceOperation { Property.IsIndexer: false, Instance: not null }
            or IInvalidOperation { Syntax: MemberAccessExpressionSyntax }:
                Assign(operation, made, operation.Syntax);
                break;
        }
        return made;
    }

    /// <summary>Whether it is a collection that an object brings along which the program has just made.</summary>
    bool BeginsEmpty(IOperation operation) =>
        (
            operation is IInvalidOperation { Syntax: MemberAccessExpressionSyntax access }
                ? Operand(operation, access.Expression)
                : (operation as IPropertyReferenceOperation)?.Instance
        )
            is { } owner
        && Evaluate(owner) is Reference made
        && !made.Id.Equals(This)
        && ObjectOf(made) is { Parameters.Open.IsEmpty: true };
}
