using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Libraries;

/// <summary>A type of the catalogue that code names.</summary>
/// <param name="Symbol">The type that was matched, which may derive from that of the catalogue; null where it does not resolve.</param>
sealed record TypeMatch(ConfiguredType Type, INamedTypeSymbol? Symbol)
{
    /// <summary>Whether it is known for certain.</summary>
    public bool IsResolved { get; init; } = Symbol is not null;
}

/// <summary>Tells which types of code are types of the catalogue: by full name where they resolve, else, and only where the project
/// asks for it, by simple name and the namespaces in scope.</summary>
sealed class TypeMatcher(CompilationCache cache, ProjectFacts project, CancellationToken cancellation)
{
    public CompilationCache Cache => cache;

    public ProjectFacts Project => project;

    /// <summary>The catalogue's type that a type is or derives from.</summary>
    public TypeMatch? Of(ITypeSymbol? type)
    {
        for (var current = type as INamedTypeSymbol; current is not null and not IErrorTypeSymbol; current = current.BaseType)
        {
            if (Configurations.OfFullName(Call.FullName(current)) is { } found)
                return new TypeMatch(found, (INamedTypeSymbol)type!);
            // A type of the program may derive from one that does not resolve.
            if (current.BaseType is IErrorTypeSymbol && BaseOf(current) is { } unresolved)
                return unresolved;
        }
        return null;
    }

    /// <summary>The catalogue's type that a type is or, where it does not resolve, is named as.</summary>
    /// <param name="at">Where it is named.</param>
    public TypeMatch? Of(ITypeSymbol? type, SyntaxNode at) => type is IErrorTypeSymbol ? Named(type.Name, at) : Of(type);

    /// <summary>The catalogue's type that a name in code means.</summary>
    public TypeMatch? Of(TypeSyntax name)
    {
        var type = cache.TypeOf(name, cancellation) ?? cache.SymbolOf(name, cancellation) as ITypeSymbol;
        return type is null or IErrorTypeSymbol ? Named(name.ToString(), name) : Of(type);
    }

    /// <summary>The type that a registration method which does not resolve sets up.</summary>
    public TypeMatch? OfRegistration(SimpleNameSyntax method)
    {
        if (!project.MatchesUnresolved)
            return null;
        foreach (var type in Configurations.OfRegistration(method.Identifier.ValueText))
        {
            if (
                !type.NeedsPackage
                || type.Packages.Any(project.PackageVersions.ContainsKey)
                || type.Names.Any(full => IsInScope(full.Substring(0, full.LastIndexOf('.')), method))
            )
                return new TypeMatch(type, null);
        }
        return null;
    }

    /// <summary>Whether what a name calls or creates is declared by one of these types.</summary>
    /// <param name="isStatic">Whether it is called on its own type's name.</param>
    /// <param name="use">The call or creation.</param>
    /// <param name="owner">The type that declares it; null where it does not resolve.</param>
    public bool IsDeclaredBy(string[] owners, bool isStatic, SimpleNameSyntax name, ExpressionSyntax use, out INamedTypeSymbol? owner)
    {
        var model = cache.ModelOf(name.SyntaxTree);
        var found = model.GetSymbolInfo(use, cancellation);
        owner = (found.Symbol ?? found.CandidateSymbols.FirstOrDefault())?.ContainingType;
        if (owner is { TypeKind: not TypeKind.Error })
            return !cache.Declares(owner) && owner.AllInterfaces.Append(owner).Any(declaring => owners.Contains(Call.FullName(declaring)));
        owner = null;
        if (
            !project.MatchesUnresolved
            || use is ObjectCreationExpressionSyntax && model.GetTypeInfo(use, cancellation).Type is { } created and not IErrorTypeSymbol
        )
            return false;
        return owners.Any(full => (!isStatic || IsCalledOn(full, use)) && IsInScope(full.Substring(0, full.LastIndexOf('.')), name));
    }

    static bool IsCalledOn(string type, ExpressionSyntax use) =>
        use is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var written } }
        && (type == written.ToString() || type.EndsWith("." + written, StringComparison.Ordinal));

    TypeMatch? BaseOf(INamedTypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.Where(reference => cache.IsOwn(reference.SyntaxTree))
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.BaseList?.Types ?? default)
            // A class that resolves and yet is no base is one that derives from itself.
            .Where(listed => cache.TypeOf(listed.Type, cancellation) is not { TypeKind: TypeKind.Class })
            .Select(listed => Of(listed.Type))
            .FirstOrDefault(match => match is not null);

    TypeMatch? Named(string name, SyntaxNode at)
    {
        if (!project.MatchesUnresolved)
            return null;
        name = name.Substring(name.IndexOf("::", StringComparison.Ordinal) is >= 0 and var alias ? alias + 2 : 0).TrimEnd('?');
        if (AliasOf(name, at) is { } aliased)
            name = aliased;
        var dot = name.LastIndexOf('.');
        foreach (var type in Configurations.OfSimpleName(name.Substring(dot + 1)))
        {
            foreach (var full in type.Names)
            {
                if (
                    full == name
                    || dot < 0
                        && full.EndsWith("." + name, StringComparison.Ordinal)
                        && IsInScope(full.Substring(0, full.Length - name.Length - 1), at)
                )
                    return new TypeMatch(type, null);
            }
        }
        return null;
    }

    /// <summary>Whether the types of a namespace can be named at a place without it.</summary>
    public bool IsInScope(string space, SyntaxNode at) =>
        NamespaceScope.Of(cache.Compilation).Holds(space, at, cache.Compilation, cancellation);

    /// <summary>What a name stands for by an alias of its file.</summary>
    string? AliasOf(string name, SyntaxNode at) =>
        at
            .SyntaxTree.GetRoot(cancellation)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .FirstOrDefault(directive => directive.Alias?.Name.Identifier.ValueText == name)
            ?.Name?.ToString()
            .Replace("global::", "");
}
