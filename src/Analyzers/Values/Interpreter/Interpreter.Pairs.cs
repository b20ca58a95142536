using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values.Models;

namespace PkceAnalyzers.Values;

/// <summary>Text that is joined, and pairs that are added to sets: each where it is written.</summary>
sealed partial class Interpreter
{
    /// <summary>The result of a call that is understood; null for any other.</summary>
    Value? Model(Call call)
    {
        if (DrawSources.Of(call) is not null && (call.Method is not { } method || !IsOwn(method)))
        {
            Draws++;
            _drawnHere.Add(Own(call.Place));
        }
        return CallModels.ResultOf(this, call);
    }

    /// <summary>Whether the user says that a method adds a pair.</summary>
    internal bool IsDeclaredBuilder(Call call) => options.Builds(call.Method);

    /// <summary>Whether a call runs code of the program.</summary>
    internal bool HasSource(Call call) =>
        call.Method is { } method && cache.GraphOf(method.ReducedFrom ?? method, cancellation) is not null;

    internal Unknown MixOf(Call call) =>
        new(call.ReceiverAndArguments.Aggregate(SourceSet.None, (all, argument) => all | SourcesOf(argument.Value)));

    internal Value Joined(Value separator, ImmutableArray<Argument> items, SyntaxNode place)
    {
        if (items is [{ Value: Reference } single] && ObjectOf(single.Value) is { } obj)
        {
            Value text = Text.Empty;
            for (var i = 0; i < obj.Items.Length; i++)
                text = Concat(
                    i == 0 ? text : Concat(text, separator, place),
                    obj.Items[i] is Reference ? Unknown.Value : obj.Items[i],
                    single.Place
                );
            if (obj.Parameters.IsEmpty)
                return obj.Items.IsEmpty
                    ? new Unknown(obj.Drawn)
                    {
                        Sample = separator is Text { Exact: "" } && obj.Sample is { IsText: true } letters ? letters : null,
                    }
                    : text;
            return Concat(text, new Text([new QueryPiece(obj.Parameters) { IsSealed = obj.IsSealed }]), place);
        }
        Value joined = Text.Empty;
        for (var i = 0; i < items.Length; i++)
            joined = Concat(i == 0 ? joined : Concat(joined, separator, place), items[i].Value, items[i].Place);
        return joined;
    }

    internal void AddItem(Reference collection, Value item, SyntaxNode place)
    {
        // One of a few values is one element: the arguments of a format are counted.
        if (
            item is Choice
            && ObjectOf(collection) is { } counted
            && item.Alternatives.All(value => value is Unknown or Constant or EnumMember or Text { CarriesParameters: false })
        )
        {
            Update(collection, counted.With(item, place));
            return;
        }
        foreach (var alternative in item.Alternatives)
        {
            if (ObjectOf(collection) is not { } obj)
                return;
            switch (alternative)
            {
                case Sequence { Items: [var name, var value, ..] }:
                    var (nameNode, valueNode) = PartsOf(place);
                    AddPair(collection, name, value, new Entry(place, nameNode, valueNode, EntryForm.Element), always: item is not Choice);
                    break;
                // An array of two, in an array of such: ["response_type", "code"].
                case Reference
                    when ObjectOf(alternative) is { Items: [Text { Exact: { } named } first, var second] } && WireNames.IsName(named):
                    var (firstNode, secondNode) = PartsOf(place);
                    AddPair(collection, first, second, new Entry(place, firstNode, secondNode, EntryForm.Element));
                    break;
                case Reference when ObjectOf(alternative) is { CarriesParameters: true } pair && !MemberNames.HoldsSets(obj.Type):
                    Update(collection, obj with { Parameters = obj.Parameters.With(pair.Parameters) });
                    break;
                default:
                    Update(collection, obj.With(alternative, place));
                    break;
            }
        }
    }

    internal void AddRange(Reference collection, Value items, SyntaxNode place)
    {
        if (ObjectOf(collection) is not { } obj)
            return;
        if (ObjectOf(items) is { } others)
            Update(
                collection,
                others.Items.Aggregate(
                    obj with
                    {
                        Parameters = obj.Parameters.With(others.Parameters),
                    },
                    (all, item) => all.With(item, place)
                )
            );
        else
            Update(collection, obj with { Parameters = obj.Parameters.OpenedBy(place) });
    }

    /// <summary>Keeps a function under its key, by which a table of functions is asked for it.</summary>
    internal void KeepFunction(Reference table, Value key, Value value)
    {
        if (value is Function && SlotOf(key) is { } slot && ObjectOf(table) is { } obj)
            Update(table, obj with { Members = obj.Members.SetItem(slot, value) });
    }

    Value? FunctionOf(Value table, Value key) =>
        SlotOf(key) is { } slot && ObjectOf(table)?.Members.TryGetValue(slot, out var function) == true ? function : null;

    bool HoldsFunctions(Reference table) => ObjectOf(table)?.Members.Any(member => member is { Key: ['[', ..], Value: Function }) == true;

    /// <summary>The name that an element is kept by; null of a key that is not known.</summary>
    static string? SlotOf(Value key) =>
        key switch
        {
            EnumMember { Content: { } number } => $"[#{number}]",
            Constant { Content: int number } => $"[#{number}]",
            Text { Exact: { } text } => $"[\"{text}\"]",
            _ => null,
        };

    internal void AddPair(Reference set, Value name, Value value, Entry entry, bool always = true)
    {
        KeepFunction(set, name, value);
        if (ObjectOf(set) is not { } obj)
            return;
        var parameters = obj.Parameters;
        name = KeyOf(name, entry.Name ?? entry.Place);
        foreach (var alternative in name.Alternatives)
        {
            parameters = alternative is Text { Exact: { Length: > 0 } exact }
                ? parameters.With(new Parameter(exact, value, always && name is not Choice, AsWritten((Text)alternative, entry)))
                : parameters.OpenedBy(entry.Place);
        }
        Update(set, obj with { Parameters = parameters });
    }

    /// <summary>Where a parameter's name is written out: in the entry itself, or in the call that hands it to a helper, which is the
    /// place of interest then.</summary>
    internal Entry AsWritten(Text name, Entry entry)
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
    internal static Value KeyOf(Value key, SyntaxNode place)
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
