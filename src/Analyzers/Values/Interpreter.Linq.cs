using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>Sequences of name/value pairs and of texts, gone through element by element.</summary>
sealed partial class Interpreter
{
    /// <summary>No request has as many parameters.</summary>
    const int MostElements = 32;

    /// <summary>What <c>System.Linq</c> makes of a sequence whose elements are known; null for any other call.</summary>
    Value? ModelLinq(Call call)
    {
        if (call.Owner != "System.Linq.Enumerable")
            return null;
        if (call is { Name: "Empty", Receiver: null, Arguments.IsEmpty: true })
            return Allocate(call.Place, Entity.Of(call.Type));
        if (
            call.Receiver is not { Value: Reference source }
            || EntityOf(source) is not { Content: null, Sample: null } entity
            || entity.Members.ContainsKey("[*]")
        )
            return null;
        switch (call.Name)
        {
            case "Append" when call.Arguments is [{ Value: not Unknown } added]:
                var longer = Copy(entity, call);
                AddItem(longer, added.Value, added.Place);
                return longer;
            case "Concat" or "Union" when call.Arguments is [var rest]:
                var both = Copy(entity, call);
                AddRange(both, rest.Value, rest.Place);
                return both;
            case "ToDictionary"
                when call.Arguments is [{ Value: Function key }, { Value: Function value }, ..] && ElementsOf(entity) is { } pairs:
                var set = Allocate(call.Place, Entity.Of(call.Type));
                foreach (var (element, entry) in pairs)
                    AddPair(set, Run(key, element) ?? Unknown.Value, Run(value, element) ?? Unknown.Value, entry);
                return set;
            case "ToDictionary"
            or "ToList"
            or "ToArray"
            or "AsEnumerable"
            or "Distinct"
            or "OrderBy"
            or "ThenBy"
            or "OrderByDescending" when entity.CarriesParameters:
                return Copy(entity, call);
            case "Aggregate"
                when call.Arguments is [{ Value: Reference } seed, { Value: Function { Code: not null } step }]
                    && ElementsOf(entity) is { } folded:
                var result = seed.Value;
                foreach (var (element, _) in folded)
                    result = Run(step, result, element) ?? new Unknown(SourcesOf(result));
                return result;
            default:
                return null;
        }
    }

    Reference Copy(Entity entity, Call call) =>
        Allocate(call.Place, Entity.Of(call.Type) with { Parameters = entity.Parameters, Items = entity.Items, Length = entity.Length });

    /// <summary>The pairs of a set that is wholly known, each with the code that put it there; null of any other.</summary>
    static ImmutableArray<(Value Element, Entry Entry)>? ElementsOf(Entity entity) =>
        entity
            is {
                Items.IsEmpty: true,
                Parameters: { Open.IsEmpty: true, Cases.IsEmpty: true, Parameters: { Length: > 0 and <= MostElements } parameters }
            }
        && parameters.All(parameter => parameter.Always)
            ?
            [
                .. parameters.Select(parameter =>
                    (
                        (Value)new Sequence([Text.Literal(parameter.Name, parameter.Entry.Name ?? parameter.Place), parameter.Value]),
                        parameter.Entry
                    )
                ),
            ]
            : null;

    /// <summary>An element of a set of pairs by its position.</summary>
    Value? PairAt(Value list, Value index) =>
        EntityOf(list) is { } entity
        && index is Constant { Content: int position and >= 0 }
        && ElementsOf(entity) is { } pairs
        && position < pairs.Length
            ? pairs[position].Element
            : null;
}
