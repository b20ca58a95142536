using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>Calls that change a set of name/value pairs: of the framework's collections with any name, of any library's builders with the
/// name of an OAuth parameter.</summary>
static class PairSetModel
{
    public static Value? Change(Interpreter run, Call call)
    {
        // Source code is run instead, and does what it does.
        var isDeclared = run.IsDeclaredBuilder(call);
        if (!isDeclared && run.HasSource(call))
            return null;
        if (call is { Name: "Add" or "TryAdd", Receiver.Value: Reference table, Arguments: [{ Value: var slot }, { Value: var kept }] })
            run.KeepFunction(table, slot, kept);
        return AddOne(run, call)
            ?? Remove(run, call)
            ?? AddPart(run, call)
            ?? SelectPairs(run, call)
            ?? (call.Arguments.Length < 2 || !isDeclared && MemberNames.OnlyReads(call.Name) ? null : AddPair(run, call, isDeclared));
    }

    /// <summary><c>list.Add(pair)</c>, <c>list.AddRange(pairs)</c></summary>
    static Value? AddOne(Interpreter run, Call call)
    {
        if (
            call.Receiver is not { Value: Reference set }
            || run.ObjectOf(set) is not { } obj
            || call.Name is not ("Add" or "AddRange" or "Append" or "Push" or "Enqueue" or "UnionWith")
            || call.Arguments is not [var only]
        )
            return null;
        if (call.Name is "AddRange" or "UnionWith" || only.Value is Unknown && MemberNames.IsPairs(obj.Type) && obj.Items.IsEmpty)
            run.AddRange(set, only.Value, only.Place);
        else
            run.AddItem(set, only.Value, only.Place);
        return set;
    }

    static Value? Remove(Interpreter run, Call call)
    {
        if (
            call is not { Name: "Remove", Receiver.Value: Reference set, Arguments: [{ Value: Text { Exact: { } name } }, ..] }
            || run.ObjectOf(set) is not { } obj
        )
            return null;
        run.Update(set, obj with { Parameters = obj.Parameters.Without(name) });
        return Unknown.Value;
    }

    /// <summary>A part of a multipart form: the value first.</summary>
    static Value? AddPart(Interpreter run, Call call)
    {
        if (
            call
                is not { Name: "Add", Receiver.Value: Reference form, Arguments: [var part, { Value: Text { Exact: not null } } field, ..] }
            || run.ObjectOf(form)?.Type?.Name != nameof(MultipartFormDataContent)
        )
            return null;
        var content = (part.Place as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        var entry = new Entry(call.Place, field.Place, content, EntryForm.Call);
        run.AddPair(form, field.Value, run.ObjectOf(part.Value)?.Content ?? Unknown.Value, entry);
        return form;
    }

    /// <summary><c>values.Select(value => ("name", value))</c>: as many pairs as there are values, maybe none.</summary>
    static Value? SelectPairs(Interpreter run, Call call)
    {
        if (
            call
                is not {
                    Name: "Select",
                    Receiver: { } values,
                    Arguments: [{ Value: Function { Result: Sequence { Items: [var key, var each, ..] } }, Place: var lambda }]
                }
            || run.ObjectOf(values.Value) is not null
        )
            return null;
        var pairs = run.Allocate(call.Place, AbstractObject.Of(call.Type));
        run.AddPair(pairs, key, each, new Entry(lambda, null, null, EntryForm.Member), always: false);
        return pairs;
    }

    static Value? AddPair(Interpreter run, Call call, bool isDeclared)
    {
        var (receiver, arguments) = (call.Receiver, call.Arguments);
        // new Dictionary<string, string> { { "response_type", "code" } }
        var form = call.Place is InitializerExpressionSyntax ? EntryForm.Element : EntryForm.Call;
        // AddQueryString(url, "response_type", "code")
        if (receiver is null && arguments.Length >= 3 && arguments[1].Value is Text { Exact: not null })
        {
            receiver = arguments[0];
            arguments = arguments.RemoveAt(0);
            form = EntryForm.Wrap;
        }
        if (receiver is null)
            return BeginSet(run, call);
        var (key, value) = (arguments[0], arguments[1]);
        var entry = new Entry(call.Place, key.Place, value.Place, form);
        if (Interpreter.KeyOf(key.Value, key.Place) is not Text { Exact: { Length: > 0 } name } named)
        {
            AddUnnamed(run, call, receiver, key.Value, value.Value, entry);
            return null;
        }
        if (!isDeclared && !IsPair(run, name, receiver) || !IsName(name))
            return null;
        var parameter = new Parameter(name, value.Value, Always: true, run.AsWritten(named, entry));
        return AddNamed(run, call, receiver, parameter, isWrap: form == EntryForm.Wrap);
    }

    static void AddUnnamed(Interpreter run, Call call, Argument receiver, Value key, Value value, Entry entry)
    {
        if (
            run.ObjectOf(receiver.Value) is { } known
            && MemberNames.IsPairs(known.Type)
            && call.Name is "Add" or "TryAdd" or "Set" or "SetItem" or "Append" or "Insert"
        )
            run.AddPair((Reference)receiver.Value, key, value, entry);
    }

    /// <summary>Whether what is added is a pair: by its name, or by what it is added to.</summary>
    static bool IsPair(Interpreter run, string name, Argument receiver)
    {
        var known = run.ObjectOf(receiver.Value);
        return WireNames.IsName(name)
            || known is { Parameters.Parameters.IsEmpty: false }
            || MemberNames.IsPairs(known?.Type ?? receiver.Operation.Type);
    }

    static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']' or ':');

    static Value? AddNamed(Interpreter run, Call call, Argument receiver, Parameter parameter, bool isWrap)
    {
        // An address that is not known is text all the same.
        var isText =
            receiver.Value is Text or Choice
            || call.Owner != "System.String" && receiver is { Value: Unknown, Operation.Type.SpecialType: SpecialType.System_String };
        if (isText || isWrap && run.ObjectOf(receiver.Value) is null)
        {
            var text = run.Concat(receiver.Value, new Text([new QueryPiece(ParameterSet.Empty.With(parameter))]), call.Place);
            return call.Type?.SpecialType == SpecialType.System_String || call.Type is null
                ? text
                : run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = text });
        }
        if (run.Materialise(receiver.Operation, receiver.Value) is not { } target || run.ObjectOf(target) is not { } obj)
            return null;
        run.Update(target, obj with { Parameters = obj.Parameters.With(parameter) });
        return target;
    }

    /// <summary><c>QueryString.Create("response_type", "code")</c></summary>
    static Value? BeginSet(Interpreter run, Call call)
    {
        if (
            call
                is not {
                    Name: "Create",
                    Type: { SpecialType: SpecialType.None } made,
                    Arguments: [{ Value: Text { Exact: { } name } } key, var value]
                }
            || !WireNames.IsName(name)
        )
            return null;
        var begun = new Parameter(name, value.Value, Always: true, new Entry(call.Place, key.Place, value.Place, EntryForm.Call));
        return run.Allocate(call.Place, AbstractObject.Of(made) with { Parameters = ParameterSet.Empty.With(begun) });
    }
}
