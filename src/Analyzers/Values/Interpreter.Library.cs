using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Library calls that build text and sets of pairs: each by what it does to them.</summary>
sealed partial class Interpreter
{
    /// <summary>The result of a call that is understood; null for any other.</summary>
    Value? Model(Call call)
    {
        if (call.Receiver?.Value is Sequence && call.Name == "ToString")
            return new Unknown(SourcesOf(call.Receiver.Value));
        // Octets of a UTF-8 literal are its text.
        if (call.Receiver?.Value is Text octets && call.Name == "ToArray")
            return octets;
        // The Runtime's, or the helper that a fix writes in its place. It draws the verifier by itself: what names the login is no part of
        // it.
        if (
            call is
            {
                Name: "Begin" or "Take",
                Method.ContainingType.Name: "ProofKeyCookie" or "PkceProofKeyCookie" or "ProofKeyCookieForCodeExchange"
            }
        )
            return Unknown.Value;
        if (
            call is
            {
                Name: "Create",
                Owner: "System.Collections.Generic.KeyValuePair" or "System.Tuple" or "System.ValueTuple",
                Arguments.Length: >= 2
            }
        )
            return new Sequence([.. call.Arguments.Select(argument => argument.Value)]);
        if (
            call is
            {
                Name: "FromResult",
                Owner: "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask",
                Arguments: [{ Value: var result }]
            }
        )
            return result;
        if (call is { Name: "Run", Owner: "System.Threading.Tasks.Task", Arguments: [{ Value: Function { Result: var computed } }, ..] })
            return computed;
        if (
            call is { Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync", Receiver: { } awaited }
            && IsAwaited(call.Owner)
        )
            return awaited.Value;
        return ModelSample(call) ?? ModelText(call) ?? ModelBuilder(call) ?? ModelUri(call) ?? ModelLinq(call) ?? ModelPairs(call);
    }

    static bool IsAwaited(string? owner) =>
        owner is not null
        && (
            owner.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            || owner.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        );

    Value? ModelCreation(Call call)
    {
        switch (call.Name)
        {
            case "KeyValuePair" or "Tuple" or "ValueTuple" when call.Arguments.Length >= 2:
                return new Sequence([.. call.Arguments.Select(argument => argument.Value)]);
            case "String" or "string":
                return Repeated(call)
                    ?? new Unknown(call.Arguments.Aggregate(SourceSet.None, (all, argument) => all | SourcesOf(argument.Value)))
                    {
                        Sample =
                            call.Arguments is [var characters, ..] && SampleOf(characters.Value) is { IsText: true } drawn
                                ? call.Arguments.Length == 1
                                    ? drawn
                                    : Int(call, 2) is { } end && Int(call, 1) == 0
                                        ? drawn.Cut(
                                            "Substring",
                                            value => ((string)value).Substring(0, Math.Min(end, ((string)value).Length))
                                        )
                                        : null
                                : null,
                    };
            case "Lazy" when call.IsOn("System.Lazy") && call.Arguments is [{ Value: Function { Result: var later } }, ..]:
                return Allocate(
                    call.Place,
                    Entity.Of(call.Type) is var lazy ? lazy with { Members = lazy.Members.SetItem("Value", later) } : lazy
                );
            case var handler when handler.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal):
                return Allocate(call.Place, Entity.Of(call.Type) with { Content = Text.Empty });
            case "StringBuilder":
                var text = call
                    .Arguments.FirstOrDefault(argument =>
                        argument.Value is Text or Choice or Unknown
                        && argument.Parameter?.Type.SpecialType is null or SpecialType.System_String
                    )
                    ?.Value;
                return Allocate(call.Place, Entity.Of(call.Type) with { Content = text ?? Text.Empty });
            case "Uri" or "UriBuilder" when call.Arguments.Length == 2 && call.Arguments[1].Value is Text:
                return Allocate(
                    call.Place,
                    Entity.Of(call.Type) with
                    {
                        Content = Concat(call.Arguments[0].Value, call.Arguments[1].Value, call.Place),
                    }
                );
        }
        // new Parameter("grant_type", "authorization_code", …) of any library.
        if (
            call.Arguments.Length >= 2
            && call.Method?.ContainingType.DeclaringSyntaxReferences.IsEmpty != false
            && call.Arguments[0].Value is Text { Exact: { } name }
            && WireNames.IsName(name)
        )
        {
            var pair = new Parameter(
                name,
                call.Arguments[1].Value,
                Always: true,
                new Entry(call.Place, call.Arguments[0].Place, call.Arguments[1].Place, EntryForm.Element)
            );
            return Allocate(call.Place, Entity.Of(call.Type) with { Parameters = ParameterSet.Empty.With(pair) });
        }
        return null;
    }

    Value? ModelText(Call call)
    {
        var isString = call.Owner == "System.String" || call.Owner is null && (call.Receiver is null || call.Receiver.Value is Text);
        if (!isString)
            return
                call.Name == "ToString"
                && call.Arguments.IsEmpty
                && call.Receiver is { } shown
                && call.Method?.ContainingType.DeclaringSyntaxReferences.IsEmpty != false
                ? Shown(shown, call.Place)
                : null;
        switch (call.Name)
        {
            case "Concat":
                return call.Arguments is [var one] && EntityOf(one.Value) is not null
                    ? Joined(Text.Empty, call.Arguments, call.Place)
                    : call.Arguments.Aggregate((Value)Text.Empty, (text, argument) => Concat(text, argument.Value, argument.Place));
            case "Join" when call.Arguments.Length >= 2:
                return Joined(call.Arguments[0].Value, call.Arguments.RemoveAt(0), call.Place);
            case "Format" when call.Arguments.Length >= 1:
                var format = call.Arguments.TakeWhile(argument => argument.Value is not Text && argument.Value is not Choice).Count();
                return format >= call.Arguments.Length
                    ? null
                    : Formatted(call.Arguments[format].Value, call.Arguments.RemoveRange(0, format + 1), call.Place);
            case "Replace"
                when call.Arguments is [{ Value: Text { Exact: { Length: > 0 } from } }, var to, ..] && call.Receiver is { } target:
                return Choice.Combine(
                    target.Value,
                    to.Value,
                    (value, with) =>
                        TextOf(value, target.Place) is { CarriesParameters: true } text
                            ? text.Replace(from, TextOf(with, to.Place))
                            : MixOf(call)
                );
            case "TrimEnd"
            or "Trim"
            or "TrimStart"
            or "ToLower"
            or "ToLowerInvariant"
            or "ToUpper"
            or "ToUpperInvariant"
            or "ToString"
            or "Normalize" when call.Receiver is { } edited:
                return Choice.Map(
                    edited.Value,
                    value =>
                        value is Text { Exact: { } exact } text && call.Name is not "ToString" and not "Normalize"
                            ? Text.Literal(Edit(exact, call), text.Pieces.IsEmpty ? call.Place : ((LiteralPiece)text.Pieces[0]).Place)
                            : value
                );
            case "Substring"
            or "Remove"
            or "PadLeft"
            or "PadRight"
            or "Insert" when call.Receiver is { Value: Text { CarriesParameters: true } whole }:
                return whole;
            // url.Contains('?') ? "&" : "?": which of them is known once a parameter is there.
            case "Contains" when call.Receiver?.Value is Text searched && Searched(call) is { } wanted:
                return searched.PositionOf(wanted) is { } found ? new Constant(found >= 0) : Unknown.Value;
            case "IndexOf" when call.Receiver?.Value is Text searched && Searched(call) is { } wanted:
                return searched.PositionOf(wanted) is { } position ? new Constant(position) : Unknown.Value;
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when call.Arguments is [{ Value: var asked }]:
                return asked switch
                {
                    Constant { Content: null } => new Constant(true),
                    Text { Exact: { } exact } => new Constant(string.IsNullOrWhiteSpace(exact)),
                    Text { Pieces: var pieces } when pieces.Any(piece => piece is LiteralPiece) => new Constant(false),
                    _ => Unknown.Value,
                };
        }
        return null;

        static string Edit(string text, Call call) =>
            call.Name switch
            {
                "ToLower" or "ToLowerInvariant" => text.ToLowerInvariant(),
                "ToUpper" or "ToUpperInvariant" => text.ToUpperInvariant(),
                "TrimStart" => text.TrimStart(Characters(call)),
                "TrimEnd" => text.TrimEnd(Characters(call)),
                _ => text.Trim(Characters(call)),
            };

        static string? Searched(Call call) =>
            call.Arguments is not [{ Value: var wanted }, ..] ? null
            : wanted is Text { Exact: { Length: > 0 } text } ? text
            : (wanted as Constant)?.Content is char c ? c.ToString()
            : null;

        static char[]? Characters(Call call) =>
            call.Arguments.IsEmpty
                ? null
                :
                [
                    .. call
                        .Arguments.Select(argument => argument.Value)
                        .OfType<Constant>()
                        .Select(constant => constant.Content)
                        .OfType<char>(),
                ];
    }

    Value MixOf(Call call) =>
        new Unknown(call.ReceiverAndArguments.Aggregate(SourceSet.None, (all, argument) => all | SourcesOf(argument.Value)));

    Value Shown(Argument shown, SyntaxNode place) =>
        Choice.Map(
            shown.Value,
            value =>
                value switch
                {
                    Reference when EntityOf(value) is { } entity => entity.CarriesParameters
                    || entity.Content is Text
                    || entity.Members.ContainsKey("Query")
                        ? TextOf(value, place)
                        : new Unknown(SourcesOf(value)) { Sample = SampleOf(value) is { IsText: true } sample ? sample : null },
                    Text or Unknown => value,
                    Constant { Content: not null } or EnumMember => TextOf(value, place),
                    _ => new Unknown(SourcesOf(value)),
                }
        );

    Value Joined(Value separator, ImmutableArray<Argument> items, SyntaxNode place)
    {
        if (items is [{ Value: Reference } single] && EntityOf(single.Value) is { } entity)
        {
            Value text = Text.Empty;
            for (var i = 0; i < entity.Items.Length; i++)
                text = Concat(
                    i == 0 ? text : Concat(text, separator, place),
                    entity.Items[i] is Reference ? Unknown.Value : entity.Items[i],
                    single.Place
                );
            if (entity.Parameters.IsEmpty)
                return entity.Items.IsEmpty
                    ? new Unknown(entity.Drawn)
                    {
                        Sample = separator is Text { Exact: "" } && entity.Sample is { IsText: true } letters ? letters : null,
                    }
                    : text;
            return Concat(text, new Text([new QueryPiece(entity.Parameters)]), place);
        }
        Value joined = Text.Empty;
        for (var i = 0; i < items.Length; i++)
            joined = Concat(i == 0 ? joined : Concat(joined, separator, place), items[i].Value, items[i].Place);
        return joined;
    }

    /// <summary>A composite format string with its holes filled.</summary>
    Value Formatted(Value format, ImmutableArray<Argument> arguments, SyntaxNode place)
    {
        if (arguments is [{ Value: Reference }] && EntityOf(arguments[0].Value) is { Items.Length: > 0 } array)
            arguments = [.. array.Items.Select(item => new Argument(item, arguments[0].Operation, null))];
        return Choice.Map(
            format,
            value =>
            {
                Value text = Text.Empty;
                foreach (var piece in TextOf(value, place).Pieces)
                    text = piece is LiteralPiece literal ? Fill(text, literal) : Concat(text, new Text([piece]), place);
                return text;
            }
        );

        Value Fill(Value text, LiteralPiece literal)
        {
            var content = literal.Content;
            var start = 0;
            for (var at = 0; at < content.Length; at++)
            {
                if (content[at] is not ('{' or '}'))
                    continue;
                if (at + 1 < content.Length && content[at + 1] == content[at])
                {
                    Literal(at + 1);
                    start = ++at + 1;
                    continue;
                }
                var end = content.IndexOf('}', at);
                var digits = at + 1;
                while (digits < content.Length && char.IsDigit(content[digits]))
                    digits++;
                if (
                    content[at] == '}'
                    || end < 0
                    || digits == at + 1
                    || !int.TryParse(content.Substring(at + 1, digits - at - 1), out var index)
                )
                    continue;
                Literal(at);
                text =
                    index < arguments.Length
                        ? Concat(text, arguments[index].Value, arguments[index].Place)
                        : Concat(text, Unknown.Value, place);
                start = end + 1;
                at = end;
            }
            Literal(content.Length);
            return text;

            void Literal(int until)
            {
                if (until > start)
                    text = Concat(text, Text.Literal(content.Substring(start, until - start), literal.Place), literal.Place);
            }
        }
    }

    /// <summary>StringBuilder and the handlers of interpolated strings: text that grows in place.</summary>
    Value? ModelBuilder(Call call)
    {
        if (
            call.Receiver?.Value is not Reference builder
            || EntityOf(builder) is not { Content: { } content } entity
            || content is Reference
        )
            return null;
        // Edits in place are those of a string.
        if (call.Name is "Replace" or "Remove" && call.IsOn("System.Text.StringBuilder"))
        {
            var asString = new Call(call.Name, null, call.Receiver with { Value = content }, call.Arguments, null, call.Place);
            Update(
                builder,
                entity with
                {
                    Content = ModelEdit(asString) ?? ModelText(asString) ?? (Carries(content) ? content : new Unknown(SourcesOf(content))),
                }
            );
            return builder;
        }
        if (
            !call.Name.StartsWith("Append", StringComparison.Ordinal) && call.Name is not ("Insert" or "Clear")
            || !call.IsOn("System.Text.StringBuilder")
                && call.Owner?.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) != true
        )
            return null;
        if (call.Owner is null && entity.Type is null && call.Arguments.Length != 1)
            return null;
        var added = call.Name switch
        {
            "Clear" => null,
            "AppendFormat" => call.Arguments.SkipWhile(argument => argument.Value is not (Text or Choice)).ToImmutableArray()
                is [var format, .. var rest]
                ? Formatted(format.Value, rest, call.Place)
                : Unknown.Value,
            "AppendJoin" when call.Arguments.Length > 1 => Joined(call.Arguments[0].Value, call.Arguments.RemoveAt(0), call.Place),
            "AppendLine" when call.Arguments.IsEmpty => Text.Literal("\n", call.Place),
            "Insert" when call.Arguments.Length > 1 => call.Arguments[1].Value,
            _ => call.Arguments.FirstOrDefault(argument =>
                argument.Parameter?.Type.Name != "IFormatProvider"
                && (argument.Value is not Reference || EntityOf(argument.Value) is { Content: not null } or { CarriesParameters: true })
            )?.Value
                ?? MixOf(call),
        };
        var place = call.Arguments.FirstOrDefault()?.Place ?? call.Place;
        var atStart = call.Name == "Insert" && call.Arguments[0].Value is Constant { Content: 0 };
        Update(
            builder,
            entity with
            {
                Content =
                    added is null ? Text.Empty
                    : atStart ? Concat(added, content, place)
                    : Concat(content, added, place),
            }
        );
        return builder;
    }

    Value? ModelUri(Call call)
    {
        switch (call.Name)
        {
            case "EscapeDataString"
            or "UrlEncode"
            or "UrlPathEncode"
            or "Escape"
            or "EncodeUriComponent"
            or "UrlEncodeToBytes"
            or "Encode"
                when call.Arguments.Length >= 1
                    && call.Receiver?.Value is not Reference
                    && !(call.Name == "Encode" && call.Method is { } own && IsOwn(own)):
                return Choice.Map(
                    call.Arguments[0].Value,
                    value =>
                        value is Text { Exact: { } exact } && exact.All(c => IsUnreserved(c) || c == ' ')
                            ? value
                            : new Unknown(SourcesOf(value), Encoded: true) { Sample = SampleOf(value) }
                );
            // Of a package that is not at hand: what it does to a value is in its name.
            case var encoder
                when call.Method is null
                    && MemberNames.NamesEncoder(encoder)
                    && call.ReceiverAndArguments.ToList() is [{ Value: Text or Choice } plain]:
                return Choice.Map(
                    plain.Value,
                    value =>
                        value is Text { Exact: { } exact } && exact.All(IsUnreserved) || value is Text { CarriesParameters: true }
                            ? value
                            : new Unknown(SourcesOf(value), Encoded: true) { Sample = SampleOf(value) }
                );
            case "EscapeUriString" when call.Arguments.Length == 1:
                return call.Arguments[0].Value;
            case "ParseQueryString" when call.Arguments.Length >= 1:
                var set = Allocate(call.Place, Entity.Of(call.Type));
                var read = Choice.Map(call.Arguments[0].Value, value => value) is Text text
                    ? QueryReader.Read(text).Set
                    : ParameterSet.Empty;
                if (call.Arguments[0].Value is not Text { Exact: not null })
                    read =
                        read.IsEmpty && call.Arguments[0].Value is Unknown { From: var from } && from.Has(SourceKind.Caller)
                            ? read.OpenedBy(call.Place)
                            : read;
                Update(set, EntityOf(set)! with { Parameters = read });
                return set;
        }
        return null;
    }

    static bool IsUnreserved(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '~';

    /// <summary>new string('x', 43)</summary>
    static Value? Repeated(Call call) =>
        call.Arguments is [{ Value: Constant { Content: char letter } }, _] && Int(call, 1) is >= 0 and <= 4096 and var count
            ? Text.Literal(new string(letter, count), call.Place)
            : null;

    /// <summary>Calls that add a pair: of the framework's collections with any name, of any library's builders with the name of an OAuth
    /// parameter.</summary>
    Value? ModelPairs(Call call)
    {
        // Source code is run instead, and does what it does.
        var declared = options.Builds(call.Method);
        if (!declared && call.Method is { } method && cache.GraphOf(method.ReducedFrom ?? method, cancellation) is not null)
            return null;
        if (
            call.Receiver is { Value: Reference set }
            && EntityOf(set) is { } entity
            && call.Name is "Add" or "AddRange" or "Append" or "Push" or "Enqueue" or "UnionWith"
            && call.Arguments is [var only]
        )
        {
            if (
                call.Name == "AddRange"
                || call.Name == "UnionWith"
                || only.Value is Unknown && MemberNames.IsPairs(entity.Type) && entity.Items.IsEmpty
            )
                AddRange(set, only.Value, only.Place);
            else
                AddItem(set, only.Value, only.Place);
            return set;
        }
        if (
            call.Name == "Remove"
            && call.Receiver is { Value: Reference reduced }
            && EntityOf(reduced) is { } full
            && call.Arguments is [{ Value: Text { Exact: { } removed } }, ..]
        )
        {
            Update(reduced, full with { Parameters = full.Parameters.Without(removed) });
            return Unknown.Value;
        }
        // A part of a multipart form: the value first.
        if (
            call
                is {
                    Name: "Add",
                    Receiver.Value: Reference multipart,
                    Arguments: [var part, { Value: Text { Exact: not null } } field, ..]
                }
            && EntityOf(multipart)?.Type?.Name == "MultipartFormDataContent"
        )
        {
            var content = (part.Place as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
            AddPair(
                multipart,
                field.Value,
                EntityOf(part.Value)?.Content ?? Unknown.Value,
                new Entry(call.Place, field.Place, content, EntryForm.Call)
            );
            return multipart;
        }
        // values.Select(value => ("name", value)): as many pairs as there are values, maybe none.
        if (
            call
                is {
                    Name: "Select",
                    Arguments: [{ Value: Function { Result: Sequence { Items: [var key, var each, ..] } }, Place: var lambda }]
                }
            && call.Receiver is { } values
            && EntityOf(values.Value) is null
        )
        {
            var pairs = Allocate(call.Place, Entity.Of(call.Type));
            AddPair(pairs, key, each, new Entry(lambda, null, null, EntryForm.Member), always: false);
            return pairs;
        }
        if (call.Arguments.Length < 2 || !declared && MemberNames.OnlyReads(call.Name))
            return null;
        var arguments = call.Arguments;
        var receiver = call.Receiver;
        // new Dictionary<string, string> { { "response_type", "code" } }
        var form = call.Place is InitializerExpressionSyntax ? EntryForm.Element : EntryForm.Call;
        if (receiver is null && arguments.Length >= 3 && arguments[1].Value is Text { Exact: not null })
        {
            receiver = arguments[0];
            arguments = arguments.RemoveAt(0);
            form = EntryForm.Wrap;
        }
        // QueryString.Create("response_type", "code") begins a set.
        if (
            receiver is null
            && call is { Name: "Create", Type: { SpecialType: SpecialType.None } made }
            && arguments is [{ Value: Text { Exact: { } begin } }, var value]
            && WireNames.IsName(begin)
        )
        {
            var begun = new Parameter(
                begin,
                value.Value,
                Always: true,
                new Entry(call.Place, arguments[0].Place, value.Place, EntryForm.Call)
            );
            return Allocate(call.Place, Entity.Of(made) with { Parameters = ParameterSet.Empty.With(begun) });
        }
        if (receiver is null)
            return null;
        var known = EntityOf(receiver.Value);
        if (KeyOf(arguments[0].Value, arguments[0].Place) is not Text { Exact: { Length: > 0 } name })
        {
            if (
                known is not null
                && MemberNames.IsPairs(known.Type)
                && call.Name is "Add" or "TryAdd" or "Set" or "SetItem" or "Append" or "Insert"
            )
                AddPair(
                    (Reference)receiver.Value,
                    arguments[0].Value,
                    arguments[1].Value,
                    new Entry(call.Place, arguments[0].Place, arguments[1].Place, form)
                );
            return null;
        }
        if (
            !declared
            && !WireNames.IsName(name)
            && known is not { Parameters.Parameters.IsEmpty: false }
            && !MemberNames.IsPairs(known?.Type ?? receiver.Operation.Type)
        )
            return null;
        if (name.Any(c => !(char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']' or ':')))
            return null;
        var entry = AsWritten(
            (Text)KeyOf(arguments[0].Value, arguments[0].Place),
            new Entry(call.Place, arguments[0].Place, arguments[1].Place, form)
        );
        var parameter = new Parameter(name, arguments[1].Value, Always: true, entry);
        // An address that is not known is text all the same.
        var isText =
            receiver.Value is Text or Choice
            || call.Owner != "System.String" && receiver is { Value: Unknown, Operation.Type.SpecialType: SpecialType.System_String };
        if (isText || form == EntryForm.Wrap && known is null)
        {
            var appended = new Text([new QueryPiece(ParameterSet.Empty.With(parameter))]);
            return call.Type?.SpecialType == SpecialType.System_String || call.Type is null
                ? Concat(receiver.Value, appended, call.Place)
                : Allocate(call.Place, Entity.Of(call.Type) with { Content = Concat(receiver.Value, appended, call.Place) });
        }
        if (Materialise(receiver.Operation, receiver.Value) is not { } target)
            return null;
        Update(target, EntityOf(target)! with { Parameters = EntityOf(target)!.Parameters.With(parameter) });
        return target;
    }

    void AddItem(Reference collection, Value item, SyntaxNode place)
    {
        // One of a few values is one element: the arguments of a format are counted.
        if (
            item is Choice
            && EntityOf(collection) is { } counted
            && item.Alternatives.All(value => value is Unknown or Constant or EnumMember or Text { CarriesParameters: false })
        )
        {
            Update(collection, counted.With(item, place));
            return;
        }
        foreach (var alternative in item.Alternatives)
        {
            if (EntityOf(collection) is not { } entity)
                return;
            switch (alternative)
            {
                case Sequence { Items: [var name, var value, ..] }:
                    var (nameNode, valueNode) = PartsOf(place);
                    AddPair(collection, name, value, new Entry(place, nameNode, valueNode, EntryForm.Element), always: item is not Choice);
                    break;
                // An array of two, in an array of such: ["response_type", "code"].
                case Reference
                    when EntityOf(alternative) is { Items: [Text { Exact: { } named } first, var second] } && WireNames.IsName(named):
                    var (firstNode, secondNode) = PartsOf(place);
                    AddPair(collection, first, second, new Entry(place, firstNode, secondNode, EntryForm.Element));
                    break;
                case Reference when EntityOf(alternative) is { CarriesParameters: true } pair && !MemberNames.HoldsSets(entity.Type):
                    Update(collection, entity with { Parameters = entity.Parameters.With(pair.Parameters) });
                    break;
                default:
                    Update(collection, entity.With(alternative, place));
                    break;
            }
        }
    }

    void AddRange(Reference collection, Value items, SyntaxNode place)
    {
        if (EntityOf(collection) is not { } entity)
            return;
        if (EntityOf(items) is { } others)
            Update(
                collection,
                others.Items.Aggregate(
                    entity with
                    {
                        Parameters = entity.Parameters.With(others.Parameters),
                    },
                    (all, item) => all.With(item, place)
                )
            );
        else
            Update(collection, entity with { Parameters = entity.Parameters.OpenedBy(place) });
    }

    void AddPair(Reference set, Value name, Value value, Entry entry, bool always = true)
    {
        if (EntityOf(set) is not { } entity)
            return;
        var parameters = entity.Parameters;
        name = KeyOf(name, entry.Name ?? entry.Place);
        foreach (var alternative in name.Alternatives)
        {
            parameters = alternative is Text { Exact: { Length: > 0 } exact }
                ? parameters.With(new Parameter(exact, value, always && name is not Choice, AsWritten((Text)alternative, entry)))
                : parameters.OpenedBy(entry.Place);
        }
        Update(set, entity with { Parameters = parameters });
    }

    /// <summary>Where a parameter's name is written out: in the entry itself, or in the call that hands it to a helper, which is the
    /// place of interest then.</summary>
    Entry AsWritten(Text name, Entry entry)
    {
        if (
            name.Pieces is not [LiteralPiece { Place: ExpressionSyntax written }]
            || written.SyntaxTree == entry.Place.SyntaxTree && entry.Place.Span.Contains(written.Span)
        )
            return entry;
        if (PairOf(written) is { } pair)
            return pair;
        if (written.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument)
            return written.SyntaxTree == entry.Place.SyntaxTree || IsLookedAt(entry.Place)
                ? entry
                : new Entry(written, null, null, EntryForm.Member);
        var value = list.Arguments.IndexOf(argument) + 1;
        return new Entry(
            call,
            written,
            value < list.Arguments.Count ? list.Arguments[value].Expression : null,
            value > 1 ? EntryForm.Wrap : EntryForm.Call
        );
    }

    /// <summary>The pair whose name an expression writes, which a set may take up later; null where it is no part of one.</summary>
    static Entry? PairOf(ExpressionSyntax name) =>
        name.Parent switch
        {
            ArgumentSyntax { Parent: TupleExpressionSyntax { Arguments: [{ Expression: var first }, { Expression: var value }] } tuple }
                when first == name => new Entry(tuple, name, value, EntryForm.Element),
            ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments: [{ Expression: var first }, { Expression: var value }],
                    Parent: BaseObjectCreationExpressionSyntax creation
                }
            } when first == name => new Entry(creation, name, value, EntryForm.Element),
            InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.ComplexElementInitializerExpression,
                Expressions: [var first, var value]
            } element when first == name => new Entry(element, name, value, EntryForm.Element),
            ArgumentSyntax { Parent.Parent: ImplicitElementAccessSyntax { Parent: AssignmentExpressionSyntax element } } => new Entry(
                element,
                name,
                element.Right,
                EntryForm.Element
            ),
            _ => null,
        };

    /// <summary>Whether a place lies in a member whose own words lead to it; otherwise the file that writes the name out does.</summary>
    bool IsLookedAt(SyntaxNode place) =>
        place.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && place.SyntaxTree.GetText(cancellation) is var text
        && (
            TriggerWords.OfRequests.AreIn(text, member.Span)
            || cache.PassesGate(place.SyntaxTree, cancellation) && cache.Texts.AreUsedIn(member, cancellation)
        );

    /// <summary>A name or a value that the program keeps in a member is a part of the request where the member is used; one that holds
    /// parameters, where it is written.</summary>
    Value Used(Value value, SyntaxNode place) =>
        Choice.Map(
            value,
            known =>
                known is Text { Pieces: [LiteralPiece { Content: var content }] } && content.IndexOf('=') < 0 && IsLookedAt(place)
                    ? Text.Literal(content, place)
                    : known
        );

    /// <summary>The name of a parameter; where its value is not known, because a constant's declaration is not at hand, the
    /// parameter that the constant is named after (<c>OAuthConstants.CodeVerifierKey</c>).</summary>
    static Value KeyOf(Value key, SyntaxNode place)
    {
        if (key is not Unknown || place is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var constant })
            return key;
        return NamedKey(constant) is { } named ? Text.Literal(named, place)
            : place is MemberAccessExpressionSyntax { Expression: var owner } && MemberNames.HoldsWireNames(owner.GetLastToken().ValueText)
                ? Text.Literal(WireNames.Written(constant), place)
            : WireNames.FromIdentifier(constant) is { } name && name.IndexOf('_') > 0 ? Text.Literal(name, place)
            : key;
    }

    /// <summary>The parameter that a constant such as <c>ScopeKey</c> or <c>PromptParameterKey</c> is named after; null for any
    /// other.</summary>
    static string? NamedKey(string constant)
    {
        foreach (var suffix in (string[])["Key", "Name", "Parameter"])
        {
            if (constant.EndsWith(suffix, StringComparison.Ordinal) && constant.Substring(0, constant.Length - suffix.Length) is var stem)
                return WireNames.FromIdentifier(stem) ?? NamedKey(stem);
        }
        return null;
    }

    static (SyntaxNode? Name, SyntaxNode? Value) PartsOf(SyntaxNode element) =>
        element switch
        {
            ExpressionElementSyntax { Expression: var inner } => PartsOf(inner),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var name, var value, ..] } => (name.Expression, value.Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments: [var name, var value, ..] } => (name.Expression, value.Expression),
            TupleExpressionSyntax { Arguments: [var name, var value, ..] } => (name.Expression, value.Expression),
            InitializerExpressionSyntax { Expressions: [var name, var value, ..] } => (name, value),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => PartsOf(initializer),
            ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => PartsOf(initializer),
            CollectionExpressionSyntax { Elements: [ExpressionElementSyntax name, ExpressionElementSyntax value, ..] } => (
                name.Expression,
                value.Expression
            ),
            _ => (null, null),
        };
}
