using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>Tells the types whose objects a container makes or hands out: nobody knows how long they live.</summary>
sealed class ContainedTypes(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>How the methods begin by which programs tell containers what to make.</summary>
    static readonly string[] Registrations =
    [
        "Add",
        "TryAdd",
        "Register",
        "Bind",
        "Replace",
        "Decorate",
        "Use",
        "Configure",
        "For",
        "Map",
        "Export",
        "Import",
        "Provide",
        "Inject",
    ];

    /// <summary>Those that make no object, or one that its maker keeps.</summary>
    static readonly string[] NoRegistrations = ["AddComponent"];

    readonly ObjectCreations _creations = new(cache, cancellation);

    /// <summary>Whether a container may make objects of a type, or hands one to whoever asks: the type or one of its interfaces is named,
    /// or an object of it given, in a call that registers it.</summary>
    public bool Register(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is { } name && (IsOf("Export", name) || IsOf("Inject", name)))
        || UsesOf(type).Any(use => use.Ancestors().OfType<InvocationExpressionSyntax>().Any(IsRegistration))
        || _creations
            .Of(type)
            .Select(ObjectCreations.DeclaredWith)
            .OfType<string>()
            .SelectMany(holder => cache.UsesOf(holder, cancellation))
            .Any(use => use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsRegistration(call));

    /// <summary>Whether the program asks somebody for an object of a type: by a type argument, or in a constructor that it does not call
    /// itself.</summary>
    public bool AreAskedFor(INamedTypeSymbol type) =>
        UsesOf(type)
            .Any(use =>
                use.Parent switch
                {
                    TypeArgumentListSyntax { Parent: GenericNameSyntax method } => IsCalled(method),
                    TypeOfExpressionSyntax { Parent: ArgumentSyntax } => true,
                    ParameterSyntax { Parent.Parent: ConstructorDeclarationSyntax or TypeDeclarationSyntax } => cache.TypeAt(
                        use,
                        cancellation
                    )
                        is { } asking
                        && !_creations.Of(asking).Any(),
                    _ => false,
                }
            );

    /// <summary>The uses of a type and of its interfaces of the program.</summary>
    IEnumerable<SimpleNameSyntax> UsesOf(INamedTypeSymbol type) =>
        type
            .AllInterfaces.Where(face => face.DeclaringSyntaxReferences.Length > 0)
            .Prepend(type)
            .SelectMany(named => cache.UsesOf(named.Name, cancellation));

    static bool IsOf(string attribute, string name) => name.StartsWith(attribute, StringComparison.Ordinal);

    static bool IsCalled(GenericNameSyntax method) =>
        method.Parent is InvocationExpressionSyntax
        || method.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Name == method;

    static bool IsRegistration(InvocationExpressionSyntax call)
    {
        var method = call.MethodName() ?? (call.Expression as SimpleNameSyntax)?.Identifier.ValueText;
        return method is not null
            && !NoRegistrations.Contains(method)
            && Registrations.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));
    }
}
