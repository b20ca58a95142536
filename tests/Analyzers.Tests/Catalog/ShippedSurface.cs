using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.Testing;
using PkceAnalyzers.Tests.Libraries;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>The types and members of one version of a package.</summary>
sealed class ShippedSurface
{
    readonly Dictionary<string, INamedTypeSymbol> _types;
    readonly ILookup<string, IMethodSymbol> _extensions;

    public ShippedSurface(ShippedLibrary library)
    {
        Library = library;
        var own = library.Assemblies.Select(path => MetadataReference.CreateFromFile(path)).ToList();
        // What its types derive from may lie in another package.
        var others = ShippedLibrary.All.Where(other => other.Package != library.Package).DistinctBy(other => other.Package).SelectMany(other => other.Assemblies);
        var references = Frameworks.AspNetCore.Concat(others.Select(path => MetadataReference.CreateFromFile(path))).OfType<PortableExecutableReference>();
        var compilation = CSharpCompilation.Create("Surface", references: own.Concat(references).DistinctBy(reference => Path.GetFileName(reference.FilePath)));
        var types = own.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().SelectMany(assembly => Types(assembly.GlobalNamespace)).ToList();
        _types = types.GroupBy(type => type.ToDisplayString()).ToDictionary(group => group.Key, group => group.First());
        _extensions = types.Where(type => type.MightContainExtensionMethods).SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method.IsExtensionMethod).ToLookup(method => method.Name);
    }

    public ShippedLibrary Library { get; }

    /// <summary>A type of the package itself, nested ones too; null where it has none of that name.</summary>
    public INamedTypeSymbol? Find(string fullName) => _types.GetValueOrDefault(fullName);

    /// <summary>Whether a type has a member: by itself, from a base, or by an extension method. A path leads from member to member.</summary>
    public bool Has(INamedTypeSymbol type, string path)
    {
        if (path.Split('.', 2) is [var first, var rest])
            return Members(type, first).OfType<IPropertySymbol>().Any(property => property.Type is INamedTypeSymbol next && Has(next, rest));
        return path.EndsWith("()", StringComparison.Ordinal) ? Methods(type, path[..^2]).Any() : Members(type, path).Any(member => member is IPropertySymbol or IFieldSymbol);
    }

    /// <summary>The methods of a name that can be called on a type; constructors by the type's name.</summary>
    public IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, string name) =>
        (type.Name == name ? type.InstanceConstructors : Members(type, name).OfType<IMethodSymbol>())
            .Concat(_extensions[name].Where(method => method.ReduceExtensionMethod(type) is not null));

    public static IEnumerable<ISymbol> Members(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
                yield return member;
        }
        foreach (var member in type.AllInterfaces.SelectMany(contract => contract.GetMembers(name)))
            yield return member;
    }

    static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) => space.GetTypeMembers().SelectMany(WithNested).Concat(space.GetNamespaceMembers().SelectMany(Types));

    static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);
}
