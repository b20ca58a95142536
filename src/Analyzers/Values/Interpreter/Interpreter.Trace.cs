using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What is noted of a run on a scenario.</summary>
sealed partial class Interpreter
{
    void NoteHandedOn(IEnumerable<Value> values)
    {
        if (_trace is not null && values.Any(value => SourcesOf(value).Has(SourceKind.PresentedVerifier)))
            _trace.HandedOn.Add(_frame.Unit);
    }

    /// <summary>What a statement did: the call with what it was given, or what was assigned.</summary>
    void NoteEffect(IOperation statement, Value value)
    {
        var place = statement.Syntax;
        while (statement is IAwaitOperation or IConversionOperation)
            statement = statement.ChildOperations.First();
        if (statement is IAssignmentOperation { Target.Syntax: var target })
            _trace!.Act(_frame, $"{target} = {Shown(value, depth: 0)}", place);
        else if (statement is IInvocationOperation or IInvalidOperation)
            _trace!.Act(_frame, _called is { } call && call.Place == statement.Syntax ? Shown(call) : $"{statement.Syntax}", place);
    }

    string Shown(Call call) =>
        $"{call.Receiver?.Place}.{call.Name}({string.Join(", ", call.Arguments.Select(argument => Shown(argument.Value, depth: 0)))})";

    void NoteCondition(Frame frame, IOperation condition, Value? value)
    {
        if (_trace is null)
            return;
        if (value is Constant { Content: bool truth })
            _trace.Decide(frame, condition.Syntax, truth);
        else if (value is not null)
            _trace.Undecided.UnionWith(SourcesOf(value).Items.Select(source => source.Kind).Where(IsInput));
    }

    void NoteReturn(Frame frame, Value value)
    {
        if (_trace is null)
            return;
        NoteHandedOn([value]);
        foreach (var alternative in value.Alternatives)
            _trace.Leave(frame, "return " + Shown(alternative, depth: 0));
    }

    void NoteEnd(Frame frame)
    {
        if (_trace is not null && frame.Returned is null)
            _trace.Leave(frame, "end");
    }

    /// <summary>A value as far as it tells one answer from another.</summary>
    string Shown(Value value, int depth) =>
        value switch
        {
            Constant { Content: var content } => $"{content ?? "null"}",
            EnumMember member => member.Name,
            Text { Exact: { } text } when text.Length <= 40 => $"\"{text}\"",
            Text => "text",
            Sequence { Items: var items } when depth < 3 => $"({string.Join(", ", items.Select(item => Shown(item, depth + 1)))})",
            Reference when depth < 3 && ObjectOf(value) is { } obj => Shown(obj, depth + 1),
            Unknown { From: var from } => from.Items.FirstOrDefault(source => source.Kind == SourceKind.Result).Place?.ToString() ?? "?",
            _ => "?",
        };

    string Shown(AbstractObject obj, int depth)
    {
        var members = obj
            .Members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}={Shown(member.Value, depth)}");
        return $"{obj.Type?.Name} {{ {string.Join(", ", members.Concat(obj.Items.Select(item => Shown(item, depth))))} }}";
    }
}
