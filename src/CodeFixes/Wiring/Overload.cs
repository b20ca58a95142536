using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Wiring;

/// <summary>A method that gets the proof key's parameter, and stays, obsolete, as it was for those who call it today.</summary>
sealed class Overload
{
    readonly SourceFile _file;
    readonly MethodDeclarationSyntax _method;
    readonly IMethodSymbol _symbol;
    readonly List<Request> _requests = [];
    readonly string _parameter;

    Overload(SourceFile file, MethodDeclarationSyntax method, IMethodSymbol symbol, string parameter)
    {
        _file = file;
        _method = method;
        _symbol = symbol;
        _parameter = parameter;
    }

    string Key => $"{_file.Key}:{_method.Span}";

    /// <summary>One for each method that the diagnostics name.</summary>
    public static async Task<IReadOnlyList<Overload>> ReadAllAsync(SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var found = new List<Overload>();
        foreach (var diagnostic in diagnostics)
        {
            var side = diagnostic.Id == "PKCE1004" ? Repair.Token : Repair.Authorization;
            if (diagnostic.LocationAt(diagnostic.IndexOf(Repair.Overload)) is not { } place || await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file)
                continue;
            if (await Request.ReadAsync(files, diagnostic, side, cancellationToken).ConfigureAwait(false) is not { } request)
                continue;
            if (file.Root.FindNode(place.SourceSpan) is not MethodDeclarationSyntax { ContainsDiagnostics: false } method || file.Model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol)
                continue;
            var parameter = side == Repair.Token ? ParameterNames.CodeVerifier : ParameterNames.CodeChallenge;
            var overload = new Overload(file, method, symbol, parameter);
            var same = found.Find(other => other.Key == overload.Key);
            if (same is null)
                found.Add(same = overload);
            if (same._parameter == parameter && same._requests.TrueForAll(other => other.Key != request.Key))
                same._requests.Add(request);
        }
        return found;
    }

    /// <summary>Null where the code has not the shape that the diagnostics promise, or such an overload would not compile.</summary>
    public async Task<SolutionEdits?> PlanAsync(Solution solution, Names names, CancellationToken cancellationToken)
    {
        var name = ParameterNames.InCode(_parameter);
        if (IsDeclared() || names.Unique(name, null, _method) != name)
            return null;
        var edits = new SolutionEdits();
        ParameterInsertion.Insert(edits.In(_file), _method, name, ParameterNames.Document(_parameter));
        if (!_requests.All(request => RequestInsertion.TryInsert(edits.In(_file), request, ParameterNames.Given(_parameter, name))))
            return null;
        if (!await IsFreeToChangeAsync(solution, cancellationToken).ConfigureAwait(false))
            edits.In(_file).Insert(SourceFile.EndWithComments(_method.GetLastToken()), Former(), Layer.Following);
        return edits;
    }

    /// <summary>Whether nobody outside of the program can call the method, and nothing in it does.</summary>
    async Task<bool> IsFreeToChangeAsync(Solution solution, CancellationToken cancellationToken)
    {
        for (ISymbol symbol = _symbol; symbol.ContainingType is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return !await IsUsedAsync(solution, cancellationToken).ConfigureAwait(false);
        }
        return false;
    }

    async Task<bool> IsUsedAsync(Solution solution, CancellationToken cancellationToken)
    {
        var implements = _symbol.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(_symbol.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(_symbol.ContainingType.FindImplementationForInterfaceMember(member), _symbol));
        var found = await SymbolFinder.FindReferencesAsync(_symbol, solution, cancellationToken).ConfigureAwait(false);
        return implements || found.Any(reference => reference.Locations.Any());
    }

    /// <summary>Whether the type has a method of that shape already.</summary>
    bool IsDeclared()
    {
        var types = TypesOf(_symbol).ToList();
        types.Insert(ParameterInsertion.IndexIn(_method.ParameterList.Parameters), "string");
        return _symbol.ContainingType.GetMembers(_symbol.Name).OfType<IMethodSymbol>().Any(other => TypesOf(other).SequenceEqual(types));
    }

    static IEnumerable<string> TypesOf(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString());

    /// <summary>The method as it was, with its documentation.</summary>
    string Former()
    {
        var indent = _file.NewLine + _file.IndentAt(_method.SpanStart);
        var documentation = _method.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(trivia => indent + trivia.ToFullString().TrimEnd());
        var obsolete = _file.Model.LookupNamespacesAndTypes(_method.SpanStart, name: nameof(ObsoleteAttribute)).IsEmpty ? "System.Obsolete" : "Obsolete";
        var advice = _parameter == ParameterNames.CodeVerifier
            ? "Sends no code_verifier: call the overload that takes the one whose code_challenge went with the authorization request."
            : "Sends no code_challenge: call the overload that takes one, and send its code_verifier with the token request.";
        return $"{_file.NewLine}{string.Concat(documentation)}{indent}[{obsolete}(\"{advice}\")]{indent}{_file.Text.ToString(_method.Span)}";
    }
}
