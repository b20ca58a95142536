using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>A method that gets a parameter, and may stay as it was beside it.</summary>
sealed class OverloadedMethod
{
    readonly SourceFile _file;
    readonly MethodDeclarationSyntax _method;
    readonly IMethodSymbol _symbol;

    OverloadedMethod(SourceFile file, MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        _file = file;
        _method = method;
        _symbol = symbol;
    }

    /// <summary>Equal for one method seen from several diagnostics.</summary>
    public string Key => $"{_file.Key}:{_method.Span}";

    public static OverloadedMethod? Of(SourceFile file, MethodDeclarationSyntax method) =>
        file.Model.GetDeclaredSymbol(method) is { } symbol ? new OverloadedMethod(file, method, symbol) : null;

    public bool Holds(InsertionTarget site) => site.File == _file && _method.Span.Contains(site.Span);

    /// <summary>The value of one of its parameters, which nobody may leave out any longer.</summary>
    public string Demand(string name, InsertionTarget site)
    {
        var parameter = _symbol.Parameters.First(parameter => parameter.Name == name);
        return parameter.IsOptional || parameter.NullableAnnotation == NullableAnnotation.Annotated
            ? site.OrThrow(name, nameof(ArgumentNullException), $"nameof({name})")
            : name;
    }

    /// <summary>False where the type has a method of that shape already, or the name is taken.</summary>
    /// <param name="isOverload">Whether others call the method by the list that it has: of those within, the calls are changed.</param>
    public bool TryAddParameter(SolutionEdits edits, string name, string document, Names names, bool isOverload)
    {
        var parameters = _method.ParameterList.Parameters;
        var index = isOverload ? ParameterInsertion.OverloadIndexIn(parameters) : ParameterInsertion.IndexIn(parameters);
        if (IsDeclared(index) || names.Unique(name, null, _method) != name)
            return false;
        if (isOverload)
            ParameterInsertion.InsertOverload(edits.In(_file), _method, name, document);
        else
            ParameterInsertion.Insert(edits.In(_file), _method, name, document);
        return true;
    }

    /// <summary>Writes the method as it was, with its documentation, behind the new one.</summary>
    public void KeepFormer(SolutionEdits edits, string advice)
    {
        var indent = _file.NewLine + _file.IndentAt(_method.SpanStart);
        var documentation = _method
            .GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .Select(trivia => indent + trivia.ToFullString().TrimEnd());
        var obsolete = _file.Model.LookupNamespacesAndTypes(_method.SpanStart, name: nameof(ObsoleteAttribute)).IsEmpty
            ? "System.Obsolete"
            : "Obsolete";
        var former =
            $"{_file.NewLine}{string.Concat(documentation)}{indent}[{obsolete}(\"{advice}\")]{indent}{_file.Text.ToString(_method.Span)}";
        edits.In(_file).Insert(SourceFile.EndWithComments(_method.GetLastToken()), former, Layer.Following);
    }

    /// <summary>Whether nobody outside of the program can call the method, and nothing in it does.</summary>
    public async Task<bool> IsFreeToChangeAsync(Solution solution, CancellationToken cancellationToken)
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
        var implements = _symbol
            .ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(_symbol.Name))
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(_symbol.ContainingType.FindImplementationForInterfaceMember(member), _symbol)
            );
        var found = await SymbolFinder.FindReferencesAsync(_symbol, solution, cancellationToken).ConfigureAwait(false);
        return implements || found.Any(reference => reference.Locations.Any());
    }

    bool IsDeclared(int index)
    {
        var types = TypesOf(_symbol).ToList();
        types.Insert(index, "string");
        return _symbol.ContainingType.GetMembers(_symbol.Name).OfType<IMethodSymbol>().Any(other => TypesOf(other).SequenceEqual(types));
    }

    static IEnumerable<string> TypesOf(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString());
}
