using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Calls of code that is not looked into.</summary>
sealed partial class Interpreter
{
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
        var drawn = worked.Aggregate(Drawn(call), (all, argument) => all | SourcesOf(argument.Value));
        var result = MemberNames.MayCarry(call) && CarriedBy(call) is { } carried ? Sealed(call, carried) : new Unknown(drawn);
        return MemberNames.IsExtensionPoint(call) && !AddsKnown(call) && !WritesOut(call) ? Opened(call, result) : result;
    }

    /// <summary>A text that an object of a library is given (<c>browser.Address = url</c>): no more is seen of it. What a URL's parts are
    /// given is read from the URL.</summary>
    void GivenAway(string member, Value value, SyntaxNode place)
    {
        if (!MemberNames.IsTextProperty(member))
            Note(value, place, "given away", EscapeKind.Left);
    }

    /// <summary>What a call gives back; unreadable, as far as is known, where it is none that writes out what it is given.</summary>
    Value Sealed(Call call, Value carried)
    {
        if (!_followsOrigins || (ShowsEach(call) ?? MemberNames.WritesOut(call)))
            return carried;
        if (ObjectOf(carried) is { } obj)
            Update((Reference)carried, obj with { IsSealed = true });
        return Choice.Map(carried, value => (value as Text)?.Sealed() ?? value);
    }

    /// <summary>Whether a function that is applied to each pair of a set shows the pair's value; null for any other call.</summary>
    bool? ShowsEach(Call call) =>
        call is { Name: "Select", Receiver.Value: var set, Arguments: [{ Value: Function { Code: not null } function }] }
        && ObjectOf(set) is { Parameters.Parameters: { IsEmpty: false } pairs }
            ? pairs.Any(pair =>
                Run(function, new Sequence([Text.Literal(pair.Name, pair.Place), pair.Value])) is { } shown
                && OriginsOf(shown, null).Overlaps(OriginsOf(pair.Value, pair.Entry.Value))
            )
            : null;

    /// <summary>Whether a call that does not resolve adds to its receiver a pair of a known name (<c>AddHeader("Accept", …)</c>), a
    /// known text (<c>AppendPathSegment("authorize")</c>) or a known set: nothing that is not seen.</summary>
    bool AddsKnown(Call call) =>
        call is { Method: null, Name: "AddQueryString", Arguments.Length: 2 }
            && call.Arguments.Any(argument => ObjectOf(argument.Value) is { CarriesParameters: true })
        || call is { Method: null, Receiver: not null }
            && !MemberNames.NamesProof(call.Name)
            && (
                call.Arguments is [{ Value: Text { Exact: not null } }, ..]
                || call.Arguments is [var only] && ObjectOf(only.Value) is { CarriesParameters: true }
            );

    /// <summary>Whether it folds a known set into a text: <c>pairs.Aggregate(url, (text, pair) => text + "&amp;" + pair.Key + "=" +
    /// pair.Value)</c>.</summary>
    bool WritesOut(Call call) =>
        call is { Name: "Aggregate", Receiver: { Value: var folded }, Type.SpecialType: SpecialType.System_String }
        && ObjectOf(folded) is { CarriesParameters: true };

    /// <summary>A method that the user vouches for: what it is given and gives back may hold the proof key.</summary>
    Value Trust(Call call) => Opened(call, CarriedBy(call) ?? Text.Empty);

    /// <summary>The result of a call that may add anything to what it is given and to what it gives back.</summary>
    Value Opened(Call call, Value result)
    {
        foreach (var argument in call.ReceiverAndArguments)
        {
            if (ObjectOf(argument.Value) is { } obj)
                Update((Reference)argument.Value, obj with { Parameters = obj.Parameters.OpenedBy(call.Place) });
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
        {
            Note(argument.Value, call.Place, "argument " + slot++, EscapeKind.Passed);
            MayBeWritten(argument.Value);
        }
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
            else if (ObjectOf(argument.Value) is { CarriesParameters: true } obj)
            {
                set = set.With(obj.Parameters);
                if (obj.Content is { } content and not Unknown)
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
        return Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = text, Parameters = set });
    }
}
