namespace PkceAnalyzers.Values.Models;

/// <summary><c>Lazy&lt;T&gt;</c>: its value is what its function gives.</summary>
static class LazyModel
{
    public static void RegisterCreations(ModelTable table) => table.AddOfProgram(Create, "Lazy");

    static Value? Create(Interpreter run, Call call)
    {
        if (!call.IsOn("System.Lazy") || call.Arguments is not [{ Value: Function { Result: var later } }, ..])
            return null;
        var lazy = AbstractObject.Of(call.Type);
        return run.Allocate(call.Place, lazy with { Members = lazy.Members.SetItem("Value", later) });
    }
}
