namespace PkceAnalyzers.Values.Models;

/// <summary><c>System.Linq</c> on sequences of pairs and of texts, gone through element by element.</summary>
static class EnumerableModel
{
    const string Enumerable = "System.Linq.Enumerable";

    public static void Register(ModelTable table) =>
        table
            .AddOf(Enumerable, Empty, "Empty")
            .AddOf(Enumerable, OfKnown(Append), "Append")
            .AddOf(Enumerable, OfKnown(Concat), "Concat", "Union")
            .AddOf(Enumerable, OfKnown(SelectMany), "SelectMany")
            .AddOf(Enumerable, OfKnown(ToDictionary), "ToDictionary")
            .AddOf(
                Enumerable,
                OfKnown((run, call, source) => source.CarriesParameters ? Copy(run, call, source) : null),
                "ToDictionary",
                "ToList",
                "ToArray",
                "AsEnumerable",
                "Distinct",
                "OrderBy",
                "ThenBy",
                "OrderByDescending"
            )
            .AddOf(Enumerable, OfKnown(Aggregate), "Aggregate");

    delegate Value? SequenceEffect(Interpreter run, Call call, AbstractObject source);

    /// <summary>The effect on a sequence whose elements are known.</summary>
    static CallEffect OfKnown(SequenceEffect effect) =>
        (run, call) =>
            call is { Owner: not null, Receiver.Value: Reference source }
            && run.ObjectOf(source) is { Content: null, Sample: null } obj
            && !obj.Members.ContainsKey(SequenceModel.Each)
                ? effect(run, call, obj)
                : null;

    static Value? Empty(Interpreter run, Call call) =>
        call is { Owner: not null, Receiver: null, Arguments.IsEmpty: true }
            ? run.Allocate(call.Place, AbstractObject.Of(call.Type))
            : null;

    static Value? Append(Interpreter run, Call call, AbstractObject source)
    {
        if (call.Arguments is not [{ Value: not Unknown } added])
            return null;
        var longer = Copy(run, call, source);
        run.AddItem(longer, added.Value, added.Place);
        return longer;
    }

    static Value? Concat(Interpreter run, Call call, AbstractObject source)
    {
        if (call.Arguments is not [var rest])
            return null;
        var both = Copy(run, call, source);
        run.AddRange(both, rest.Value, rest.Place);
        return both;
    }

    /// <summary>The sets of a list, joined: <c>sets.SelectMany(set => set)</c></summary>
    static Value? SelectMany(Interpreter run, Call call, AbstractObject source)
    {
        if (source.Items.IsEmpty || call.Arguments is not [{ Value: Function { Code: not null } select }])
            return null;
        var joined = run.Allocate(call.Place, AbstractObject.Of(call.Type));
        foreach (var item in source.Items)
            run.AddRange(joined, run.Run(select, item) ?? Unknown.Value, call.Place);
        return joined;
    }

    static Value? ToDictionary(Interpreter run, Call call, AbstractObject source)
    {
        if (
            call.Arguments is not [{ Value: Function key }, { Value: Function value }, ..]
            || Interpreter.ElementsOf(source) is not { } pairs
        )
            return null;
        var set = run.Allocate(call.Place, AbstractObject.Of(call.Type));
        foreach (var (element, entry) in pairs)
            run.AddPair(set, run.Run(key, element) ?? Unknown.Value, run.Run(value, element) ?? Unknown.Value, entry);
        return set;
    }

    static Value? Aggregate(Interpreter run, Call call, AbstractObject source)
    {
        if (
            call.Arguments is not [{ Value: Reference } seed, { Value: Function { Code: not null } step }]
            || Interpreter.ElementsOf(source) is not { } elements
        )
            return null;
        var result = seed.Value;
        foreach (var (element, _) in elements)
            result = run.Run(step, result, element) ?? new Unknown(run.SourcesOf(result));
        return result;
    }

    static Reference Copy(Interpreter run, Call call, AbstractObject source) =>
        run.Allocate(
            call.Place,
            AbstractObject.Of(call.Type) with
            {
                Parameters = source.Parameters,
                Items = source.Items,
                Length = source.Length,
            }
        );
}
