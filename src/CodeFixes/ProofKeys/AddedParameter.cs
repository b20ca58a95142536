namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>A parameter to add to a request: its name on the wire, and a C# expression or a fixed text as its value.</summary>
sealed class AddedParameter
{
    AddedParameter(string name, string value, bool isFixed)
    {
        Name = name;
        Value = value;
        IsFixed = isFixed;
    }

    public string Name { get; }

    /// <summary>The expression or the text itself; neither needs URL encoding, both being unreserved characters only
    /// (RFC 7636, sections 4.1 and 4.2).</summary>
    public string Value { get; }

    public bool IsFixed { get; }

    /// <summary>The value as a C# expression.</summary>
    public string Code => IsFixed ? $"\"{Value}\"" : Value;

    public static AddedParameter Computed(string name, string expression) => new(name, expression, isFixed: false);

    public static AddedParameter Fixed(string name, string text) => new(name, text, isFixed: true);
}
