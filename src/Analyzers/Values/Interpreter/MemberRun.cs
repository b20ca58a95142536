namespace PkceAnalyzers.Values;

/// <summary>A member that was run to its end.</summary>
/// <param name="Sent">The texts and sets of parameters that left it.</param>
sealed record MemberRun(Interpreter Interpreter, IReadOnlyList<Variant> Sent);
