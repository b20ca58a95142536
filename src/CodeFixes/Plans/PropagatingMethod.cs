using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans.Carriers;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A method that gets the proof key's parameter from its callers.</summary>
/// <param name="Declarations">The method, then the interface methods that it alone implements.</param>
/// <param name="Calls">All its calls.</param>
sealed record PropagatingMethod(
    IReadOnlyList<(SourceFile File, MethodDeclarationSyntax Method)> Declarations,
    IReadOnlyList<InsertionTarget> Calls
)
{
    /// <summary>Innermost first; null where one of their files cannot be edited.</summary>
    public static async Task<IReadOnlyList<PropagatingMethod>?> OfAsync(
        SourceFiles files,
        IEnumerable<ParameterPropagation> propagations,
        CancellationToken cancellationToken
    )
    {
        var methods = new List<PropagatingMethod>();
        foreach (var propagation in propagations)
        {
            if (await OfAsync(files, propagation, cancellationToken).ConfigureAwait(false) is not { } method)
                return null;
            methods.Add(method);
        }
        return methods;
    }

    /// <summary>Whether the solution has no calls that the project of the exchange does not.</summary>
    public async Task<bool> KnowsAllCallsAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var (file, method) in Declarations)
        {
            if (file.Model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol)
                return false;
            var found = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
            var uses = found.SelectMany(reference => reference.Locations).Where(use => !use.IsImplicit);
            if (
                !uses.All(use =>
                    Calls.Any(call => call.File.Key == SourceFile.KeyOf(use.Document) && call.Span.Contains(use.Location.SourceSpan))
                )
            )
                return false;
        }
        return true;
    }

    static async Task<PropagatingMethod?> OfAsync(SourceFiles files, ParameterPropagation propagation, CancellationToken cancellationToken)
    {
        var methods = new List<(SourceFile, MethodDeclarationSyntax)>();
        var calls = new List<InsertionTarget>();
        foreach (var declaration in propagation.Declarations)
        {
            if (await files.FindCompleteAsync(declaration, cancellationToken).ConfigureAwait(false) is not { } file)
                return null;
            methods.Add((file, declaration));
        }
        foreach (var call in propagation.Calls)
        {
            if (await files.FindAsync(call.SyntaxTree, cancellationToken).ConfigureAwait(false) is not { } file)
                return null;
            calls.Add(InsertionTarget.OfCall(file, call.Span));
        }
        return new PropagatingMethod(methods, calls);
    }
}
