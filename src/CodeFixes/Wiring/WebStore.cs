using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>The code that keeps a code verifier for one user agent from one HTTP request to another.</summary>
/// <param name="Write">The statement that keeps what an expression gives.</param>
/// <param name="Read">The expression that gives it back, or null.</param>
/// <param name="Remove">The statement that forgets it; null where reading does.</param>
/// <param name="Namespace">What <paramref name="Write"/> and <paramref name="Read"/> need in scope.</param>
sealed record WebStore(Func<string, string> Write, string Read, string? Remove, string? Namespace)
{
    const string Key = "\"code_verifier\"";
    const string Session = "HttpContext.Session";

    /// <summary>Null where <paramref name="carry"/> is another way than a store.</summary>
    public static WebStore? Of(string? carry) => carry switch
    {
        Repair.CarryTempData => new(value => $"TempData[{Key}] = {value};", $"TempData[{Key}] as string", null, null),
        Repair.CarrySession => new(value => $"Session[{Key}] = {value};", $"Session[{Key}] as string", $"Session.Remove({Key});", null),
        Repair.CarryHttpSession => new(value => $"{Session}.SetString({Key}, {value});", $"{Session}.GetString({Key})", $"{Session}.Remove({Key});", "Microsoft.AspNetCore.Http"),
        _ => null,
    };

    /// <summary>Brings what the code needs into scope; false where that cannot be done.</summary>
    public bool TryImport(SourceFile file, int position, SolutionEdits edits) =>
        Namespace is null
        || file.Model.LookupNamespacesAndTypes(position, name: "SessionExtensions").Any(type => type.ContainingNamespace?.ToDisplayString() == Namespace)
        || UsingDirective.TryAdd(edits.In(file), position, Namespace);
}
