using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values.Models;

/// <summary><c>StringBuilder</c>, writers, and the handlers of interpolated strings: text that grows in place.</summary>
static class StringBuilderModel
{
    const string StringBuilder = "System.Text.StringBuilder";
    const string Handler = "InterpolatedStringHandler";
    static readonly string[] Writers = ["System.IO.TextWriter", "System.IO.StreamWriter", "System.IO.StringWriter"];

    public static void RegisterCreations(ModelTable table) =>
        table.AddOfProgram(Create, "StringBuilder").Add(CreateWriter, "StreamWriter", "StringWriter");

    static Value? Create(Interpreter run, Call call)
    {
        var text = call.Arguments.FirstOrDefault(IsText)?.Value ?? Text.Empty;
        return run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = text });
    }

    /// <summary>What is written to a stream bit by bit is sent as a whole.</summary>
    static Value? CreateWriter(Interpreter run, Call call) =>
        call.Arguments.FirstOrDefault(argument => run.ObjectOf(argument.Value)?.Type?.Name == "StringBuilder")?.Value
        ?? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = Text.Empty });

    // The other arguments are numbers.
    static bool IsText(Argument argument) =>
        argument.Value is Text or Choice or Unknown && argument.Parameter?.Type.SpecialType is null or SpecialType.System_String;

    public static Value? CreateHandler(Interpreter run, Call call) =>
        call.Name.EndsWith(Handler, StringComparison.Ordinal)
            ? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Content = Text.Empty })
            : null;

    /// <summary>A call on an object that holds text.</summary>
    public static Value? Append(Interpreter run, Call call)
    {
        if (call.Receiver?.Value is not Reference builder || run.ObjectOf(builder) is not { Content: { } content and not Reference } obj)
            return null;
        // Edits in place are those of a string.
        if (call.Name is "Replace" or "Remove" && call.IsOn(StringBuilder))
        {
            run.Update(builder, obj with { Content = Edited(run, call, content) });
            return builder;
        }
        if (!Appends(call) || call.Owner is null && obj.Type is null && call.Arguments.Length != 1)
            return null;
        var place = call.Arguments.FirstOrDefault()?.Place ?? call.Place;
        var isAtStart = call.Name == "Insert" && call.Arguments[0].Value is Constant { Content: 0 };
        var changed =
            call.Name == "Clear" ? Text.Empty
            : isAtStart ? run.Concat(Added(run, call), content, place)
            : run.Concat(content, Added(run, call), place);
        run.Update(builder, obj with { Content = changed });
        return builder;
    }

    static bool Appends(Call call) =>
        (call.Name.StartsWith("Append", StringComparison.Ordinal) || call.Name is "Insert" or "Clear")
            && (call.IsOn(StringBuilder) || call.Owner?.EndsWith(Handler, StringComparison.Ordinal) == true)
        || call.Name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync"
            && call.Owner is { } owner
            && Array.IndexOf(Writers, owner) >= 0;

    static Value Edited(Interpreter run, Call call, Value content)
    {
        var ofString = new Call(call.Name, null, call.Receiver! with { Value = content }, call.Arguments, null, call.Place);
        return CallModels.OfName(run, ofString) ?? (run.Carries(content) ? content : new Unknown(run.SourcesOf(content)));
    }

    static Value Added(Interpreter run, Call call) =>
        call.Name switch
        {
            "AppendFormat" => Formatted(run, call),
            "Write" or "WriteLine" when call.Arguments.Length > 1 => Formatted(run, call),
            "AppendJoin" when call.Arguments.Length > 1 => run.Joined(call.Arguments[0].Value, call.Arguments.RemoveAt(0), call.Place),
            "AppendLine" or "WriteLine" when call.Arguments.IsEmpty => Text.Literal("\n", call.Place),
            "Insert" when call.Arguments.Length > 1 => call.Arguments[1].Value,
            _ => call.Arguments.FirstOrDefault(argument => IsAppended(run, argument))?.Value ?? run.MixOf(call),
        };

    static Value Formatted(Interpreter run, Call call) =>
        call.Arguments.SkipWhile(argument => argument.Value is not (Text or Choice)).ToImmutableArray() is [var format, .. var rest]
            ? CompositeFormat.Fill(run, format.Value, rest, call.Place)
            : Unknown.Value;

    static bool IsAppended(Interpreter run, Argument argument) =>
        argument.Parameter?.Type.Name != nameof(IFormatProvider)
        && (argument.Value is not Reference || run.ObjectOf(argument.Value) is { Content: not null } or { CarriesParameters: true });
}
