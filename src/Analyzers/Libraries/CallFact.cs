namespace PkceAnalyzers.Libraries;

/// <summary>A row about a call or an object creation: what it means for PKCE by itself.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Name">The method; the type's simple name for a creation.</param>
/// <param name="Owners">Full names of the types that declare the method; of the type itself.</param>
sealed record CallFact(string Library, string Name, string[] Owners, SettingEffect Effect)
{
    /// <summary>Whether the method is static, and so called on its type's name.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The row holds for versions of the library before this one.</summary>
    public Version? Before { get; init; }

    public string[] Packages { get; init; } = [];

    /// <summary>An argument, by its name or else its position, and the value that it must have.</summary>
    public GivenArgument? Argument { get; init; }

    /// <summary>How many arguments the overload has that is meant.</summary>
    public int? Count { get; init; }

    /// <summary>Full name of the type of what the method is called on, where a type that it derives from declares it.</summary>
    public string? On { get; init; }

    /// <summary>A call that comes before it in the chain, where the name by itself is that of other libraries too.</summary>
    public string? After { get; init; }

    /// <summary>What the finding is, for a message; null where the name and the argument say it.</summary>
    public string? Message
    {
        get => field ?? (Argument is { Name: { } name, Value: var value } ? $"{name}: {value}" : null);
        init;
    }

    /// <summary>What to do, as the end of a message.</summary>
    public string Advice { get; init; } = "";
}
