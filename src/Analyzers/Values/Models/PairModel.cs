using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values.Models;

/// <summary>Pairs and tuples.</summary>
static class PairModel
{
    public static void Register(ModelTable table) =>
        table
            .AddOf("System.Collections.Generic.KeyValuePair", Create, "Create")
            .AddOf("System.Tuple", Create, "Create")
            .AddOf("System.ValueTuple", Create, "Create")
            .AddOfProgram(Show, "ToString");

    public static void RegisterCreations(ModelTable table) => table.AddOfProgram(Make, "KeyValuePair", "Tuple", "ValueTuple");

    static Value? Create(Interpreter run, Call call) => call.Owner is null ? null : Make(run, call);

    static Value? Make(Interpreter run, Call call) =>
        call.Arguments.Length >= 2 ? new Sequence([.. call.Arguments.Select(argument => argument.Value)]) : null;

    static Value? Show(Interpreter run, Call call) => call.Receiver?.Value is Sequence pair ? new Unknown(run.SourcesOf(pair)) : null;

    /// <summary><c>new Parameter("grant_type", "authorization_code", …)</c> of any library.</summary>
    public static Value? CreateParameter(Interpreter run, Call call)
    {
        if (
            call.Arguments.Length < 2
            || call.Method?.ContainingType.DeclaringSyntaxReferences.IsEmpty == false
            || call.Arguments[0].Value is not Text { Exact: { } name }
            || !WireNames.IsName(name)
        )
            return null;
        var entry = new Entry(call.Place, call.Arguments[0].Place, call.Arguments[1].Place, EntryForm.Element);
        var pair = new Parameter(name, call.Arguments[1].Value, Always: true, entry);
        return run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Parameters = ParameterSet.Empty.With(pair) });
    }
}
