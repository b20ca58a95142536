using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Tells programs from libraries.</summary>
static class ProgramOutput
{
    /// <summary>Whether a compilation becomes a program. A host that does not build its project may compile it as a library: then the entry
    /// point tells.</summary>
    public static bool IsExecutable(Compilation compilation, CancellationToken cancellation) =>
        compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary
        || compilation
            .GetSymbolsWithName(WellKnownMemberNames.EntryPointMethodName, SymbolFilter.Member, cancellation)
            .OfType<IMethodSymbol>()
            .Any(method => method.IsStatic && method.Parameters is [] or [{ Type: IArrayTypeSymbol }]);
}
