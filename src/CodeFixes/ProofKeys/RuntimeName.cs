using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>How a type of the namespace <c>Pkce</c> is called at a place.</summary>
static class RuntimeName
{
    const string Namespace = "Pkce";

    /// <summary>The simple name, with a using directive where there is none yet; the qualified name where the simple one
    /// or another name of the namespace means something else in the file.</summary>
    public static string At(SourceFile file, int position, string name, SolutionEdits edits)
    {
        var visible = file.Model.LookupSymbols(position, name: name);
        if (visible.Any(IsRuntime))
            return name;
        if (visible.IsEmpty && !HidesOtherNames(file, position) && UsingDirective.TryAdd(edits.In(file), position, Namespace))
            return name;
        var root = file.Model.LookupSymbols(position, name: Namespace);
        return root.Length == 1 && root[0] is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true }
            ? $"{Namespace}.{name}"
            : $"global::{Namespace}.{name}";
    }

    static bool IsRuntime(ISymbol symbol) =>
        symbol is INamedTypeSymbol && symbol.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a using directive would make a type name that the file uses ambiguous.</summary>
    static bool HidesOtherNames(SourceFile file, int position)
    {
        var runtime = file.Model.Compilation.GetTypesByMetadataName($"{Namespace}.ProofKey").FirstOrDefault()!.ContainingNamespace;
        return runtime
            .GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .Any(type => file.Model.LookupNamespacesAndTypes(position, name: type.Name).Any(found => !IsRuntime(found)));
    }
}
