namespace PkceAnalyzers.Values;

enum EscapeKind
{
    /// <summary>Passed to code that is not looked into.</summary>
    Passed,

    /// <summary>Returned by the member that was run.</summary>
    Returned,

    /// <summary>In a variable, field or object when the member ended.</summary>
    Left,
}
