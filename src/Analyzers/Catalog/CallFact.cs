namespace PkceAnalyzers.Catalog;

/// <summary>A row about a call or an object creation: what it means for PKCE by itself.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Name">The method; the type's simple name for a creation.</param>
/// <param name="Owners">Full names of the types that declare the method; of the type itself.</param>
sealed record CallFact(string Library, string Name, string[] Owners, Fact Fact)
{
    /// <summary>Whether the method is static, and so called on its type's name.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The row holds for versions of the library before this one.</summary>
    public Version? Before { get; init; }

    public string[] Packages { get; init; } = [];

    /// <summary>An argument and the value that it must have.</summary>
    public (string Name, string Value)? Argument { get; init; }

    /// <summary>What to do, as the end of a message.</summary>
    public string Advice { get; init; } = "";

    /// <summary>All rows.</summary>
    public static readonly CallFact[] All = [.. GoogleApis.Calls, .. Unsupported.Calls];

    static readonly ILookup<string, CallFact> ByName = All.ToLookup(call => call.Name);

    public static IEnumerable<CallFact> OfName(string name) => ByName[name];

    public static bool Knows(string name) => ByName.Contains(name);
}
