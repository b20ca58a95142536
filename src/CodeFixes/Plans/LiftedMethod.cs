using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A method that gets the proof key's parameter from its callers.</summary>
/// <param name="Declarations">The method, then the interface methods that it alone implements.</param>
/// <param name="Calls">All its calls.</param>
sealed record LiftedMethod(IReadOnlyList<(SourceFile File, MethodDeclarationSyntax Method)> Declarations, IReadOnlyList<Request> Calls)
{
    /// <summary>The methods that <paramref name="diagnostic"/> names for one side, innermost first; null where it names none that can be
    /// read.</summary>
    public static async Task<IReadOnlyList<LiftedMethod>?> ReadAllAsync(
        SourceFiles files,
        Diagnostic diagnostic,
        string side,
        CancellationToken cancellationToken
    )
    {
        var methods = new List<LiftedMethod>();
        if (!diagnostic.Properties.TryGetValue(side + Repair.Lifts, out var lifts) || lifts is null)
            return methods;
        foreach (var lift in lifts.Split(' '))
        {
            var numbers = Array.ConvertAll(lift.Split(':'), int.Parse);
            if (
                await ReadAsync(files, diagnostic, numbers[0], numbers[1], numbers[2], cancellationToken).ConfigureAwait(false)
                is not { } method
            )
                return null;
            methods.Add(method);
        }
        return methods;
    }

    /// <summary>Whether the solution has no calls of which the analyzer of one project did not know.</summary>
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

    static async Task<LiftedMethod?> ReadAsync(
        SourceFiles files,
        Diagnostic diagnostic,
        int at,
        int declarations,
        int calls,
        CancellationToken cancellationToken
    )
    {
        var methods = new List<(SourceFile, MethodDeclarationSyntax)>();
        var requests = new List<Request>();
        for (var i = at; i < at + declarations; i++)
        {
            if (
                await files.FindNodeAsync(diagnostic.LocationAt(i), cancellationToken).ConfigureAwait(false)
                is not
                ({ } file, MethodDeclarationSyntax method)
            )
                return null;
            methods.Add((file, method));
        }
        for (var i = at + declarations; i < at + declarations + calls; i++)
        {
            if (
                diagnostic.LocationAt(i) is not { } place
                || await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file
            )
                return null;
            requests.Add(Request.OfCall(file, place.SourceSpan));
        }
        return new LiftedMethod(methods, requests);
    }
}
