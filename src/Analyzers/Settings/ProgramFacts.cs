using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>What the rest of the program says about a setting.</summary>
sealed class ProgramFacts(CompilationCache cache, RegistrationFinder finder, CancellationToken cancellation)
{
    /// <summary>Whether the program shows that the client uses the code grant, where the row asks for it.</summary>
    public bool Shows(Setting row) =>
        row.Evidence.Length == 0
        || row.Evidence.Any(names =>
            cache.TreesHolding(names[0], cancellation).Any(tree => names.All(name => cache.NamesIn(tree, cancellation).Contains(name)))
        );

    /// <summary>Whether code elsewhere writes the member for a registration.</summary>
    public bool Writes(Registration registration, Setting row) =>
        row.Given.Length == 0
            ? finder.IsWrittenElsewhere(registration, row.Member)
            // What a method switches on for a whole server or page it does wherever it is called; what one object has says nothing of
            // another.
            : row.Instead.Concat(row.AtCreation ? [] : [row.Member]).Any(member => Uses(member.TrimEnd('(', ')')));

    /// <summary>Whether code elsewhere may write another value over that for which a row holds.</summary>
    public bool Overrides(Registration registration, Setting row) => finder.IsOverridden(registration, row);

    public bool IsAdvice(Setting row) =>
        row.AdviceIf.Any(name => name == "" || Uses(name)) || row.AdviceUnless.Length > 0 && !row.AdviceUnless.Any(Uses);

    /// <summary>Whether the method that a row asks for is called anywhere.</summary>
    public bool Requires(Setting row) => Uses(row.Member.TrimEnd('(', ')'));

    public bool MakesUpFor(Setting row) => row.Unless.Any(word => cache.Says(word, cancellation));

    bool Uses(string name) => cache.UsesOf(name, cancellation).Any();
}
