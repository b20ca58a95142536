namespace PkceAnalyzers.Values.Models;

/// <summary>What calls of the framework and of libraries do to values, in the order in which models are asked.</summary>
static class CallModels
{
    static readonly ModelTable Calls = Registered(
        RuntimeModel.Register,
        TaskModel.Register,
        PairModel.Register,
        RandomModel.Register,
        EncodingModel.Register,
        Base64Model.Register,
        HexModel.Register,
        GuidModel.Register,
        NumberModel.Register,
        DigestModel.Register,
        TextEditModel.Register,
        SequenceModel.Register,
        EnumeratorModel.Register,
        CharModel.Register,
        RegexModel.Register,
        StringModel.Register,
        UriModel.Register,
        EnumerableModel.Register
    );

    static readonly ModelTable Creations = Registered(
        PairModel.RegisterCreations,
        LazyModel.RegisterCreations,
        StringModel.RegisterCreations,
        RegexModel.RegisterCreations,
        StringBuilderModel.RegisterCreations,
        UriModel.RegisterCreations
    );

    /// <summary>Calls that are told by more than one name.</summary>
    static readonly CallEffect[] ByShape =
    [
        Base64Model.EncodeByName,
        StringModel.Show,
        StringBuilderModel.Append,
        UriModel.EncodeByName,
        PairSetModel.Change,
    ];

    /// <summary>The result of a call that is understood; null for any other.</summary>
    public static Value? ResultOf(Interpreter run, Call call)
    {
        if (OfName(run, call) is { } result)
            return result;
        foreach (var effect in ByShape)
        {
            if (effect(run, call) is { } shaped)
                return shaped;
        }
        return null;
    }

    /// <summary>The result of a call that is told by one name; null for any other.</summary>
    public static Value? OfName(Interpreter run, Call call) => Calls.Apply(run, call);

    /// <summary>The object that a creation gives, where it is more than what its arguments hold; null for any other.</summary>
    public static Value? Created(Interpreter run, Call creation) =>
        Creations.Apply(run, creation) ?? StringBuilderModel.CreateHandler(run, creation) ?? PairModel.CreateParameter(run, creation);

    static ModelTable Registered(params Action<ModelTable>[] models)
    {
        var table = new ModelTable();
        foreach (var register in models)
            register(table);
        return table;
    }
}
