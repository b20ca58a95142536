namespace PkceAnalyzers.Values.Models;

/// <summary>Collects the models of calls by the method's name.</summary>
sealed class ModelTable
{
    readonly Dictionary<string, List<CallModel>> _byName = new(StringComparer.Ordinal);

    /// <summary>Methods of any type that is not the program's own.</summary>
    public ModelTable Add(CallEffect effect, params string[] names) => Add(new CallModel(effect, []), names);

    /// <summary>Methods of one framework type.</summary>
    public ModelTable AddOf(string owner, CallEffect effect, params string[] names) => Add(new CallModel(effect, [owner]), names);

    /// <summary>Methods of whatever type, the program's own included.</summary>
    public ModelTable AddOfProgram(CallEffect effect, params string[] names) => Add(new CallModel(effect, []) { OfProgram = true }, names);

    ModelTable Add(CallModel model, string[] names)
    {
        foreach (var name in names)
        {
            if (!_byName.TryGetValue(name, out var models))
                _byName.Add(name, models = []);
            models.Add(model);
        }
        return this;
    }

    /// <summary>The first result that a model gives; null where none covers the call.</summary>
    public Value? Apply(Interpreter run, Call call)
    {
        if (!_byName.TryGetValue(call.Name, out var models))
            return null;
        foreach (var model in models)
        {
            if (model.Covers(call) && model.Effect(run, call) is { } result)
                return result;
        }
        return null;
    }
}
