using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.Values;

/// <summary>New objects.</summary>
sealed partial class Interpreter
{
    Value Create(Call call)
    {
        NoteHandedOn(call.Arguments.Select(argument => argument.Value));
        NoteOrigins(call);
        if (CallModels.Created(this, call) is { } modelled)
            return modelled;
        var obj = AbstractObject.Of(call.Type);
        return call.Method is { ContainingType.DeclaringSyntaxReferences.IsEmpty: false } constructor
            ? CreateOwn(call, constructor, obj)
            : CreateKept(call, obj);
    }

    /// <summary>An object of a type of the program: its initializers and its constructor are run.</summary>
    Reference CreateOwn(Call call, IMethodSymbol constructor, AbstractObject obj)
    {
        foreach (var argument in call.Arguments)
        {
            MayBeWritten(argument.Value);
            // A positional record's property bears the parameter's name.
            if (argument.Parameter is { } parameter && constructor.ContainingType.IsRecord)
                obj = obj with { Members = obj.Members.SetItem(parameter.Name, argument.Value) };
        }
        var made = Allocate(call.Place, obj);
        Initialise(made, constructor.ContainingType, call.Place);
        if (RunSource(constructor, made, call.Arguments, call.Place) is null && !constructor.ContainingType.IsRecord)
            NoteArguments(call);
        if (constructor.ContainingType.IsRecord)
            NamePositional(made, constructor.ContainingType, call);
        return made;
    }

    /// <summary>An object of code that is not looked into: it keeps what it is given, a form its pairs, a Uri its text.</summary>
    Reference CreateKept(Call call, AbstractObject obj)
    {
        if (call.Method is null || !MemberNames.IsPairs(call.Type))
        {
            foreach (var argument in call.Arguments)
            {
                GoesOn(argument.Value);
                MayBeWritten(argument.Value);
            }
        }
        Value? content = null;
        var parameters = ParameterSet.Empty;
        foreach (var argument in call.Arguments)
        {
            if (ObjectOf(argument.Value) is { } given)
            {
                parameters = parameters.With(given.Parameters);
                if (given.Content is { } text && given.CarriesParameters)
                    content = content is null ? text : Concat(content, text, argument.Place);
                foreach (var item in given.Items)
                    obj = obj.With(item, argument.Place);
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
            obj with
            {
                Parameters = parameters,
                Content = content,
                Drawn = call.Arguments.Aggregate(Drawn(call), (all, argument) => all | SourcesOf(argument.Value)),
            }
        );
    }

    /// <summary>The parameters that a positional record's properties are written out as.</summary>
    void NamePositional(Reference made, INamedTypeSymbol record, Call call)
    {
        foreach (var argument in call.Arguments)
        {
            if (
                argument.Parameter is { } parameter
                && record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                && MemberNames.WireNameOf(property) is { } name
            )
                AddPair(
                    made,
                    Text.Literal(name, argument.Place),
                    argument.Value,
                    new Entry(argument.Place, null, argument.Place, EntryForm.Member)
                );
        }
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
            foreach (var reference in member.DeclaringSyntaxReferences.Where(reference => cache.Holds(reference.SyntaxTree)))
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
                    (place.SyntaxTree == reference.SyntaxTree || IsLookedAt(place)) && ObjectOf(made)?.Parameters.Find(name) is { } written
                )
                    AddPair(made, Text.Literal(name, place), written.Value, written.Entry with { Place = place });
            }
        }
    }
}
