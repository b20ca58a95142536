namespace PkceAnalyzers.Values.Models;

/// <summary>What a call does to values: gives its result, or null where the call is none of those that are meant.</summary>
delegate Value? CallEffect(Interpreter run, Call call);

/// <summary>The effect of the calls of one name.</summary>
/// <param name="Owners">Full names of the types that declare the method; empty where its name and the shape of the call tell. A call that
/// does not resolve is told by those alone.</param>
sealed record CallModel(CallEffect Effect, string[] Owners)
{
    /// <summary>Whether methods that the program declares itself are meant as well.</summary>
    public bool OfProgram { get; init; }

    public bool Covers(Call call) =>
        (OfProgram || call.Method is not { } method || !Interpreter.IsOwn(method))
        && (Owners.Length == 0 || call.Owner is null || Array.IndexOf(Owners, call.Owner) >= 0);
}
