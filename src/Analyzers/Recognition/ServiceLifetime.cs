using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>How long a container keeps the objects that it makes of a type.</summary>
sealed class ServiceLifetime(CompilationCache cache, CancellationToken cancellation)
{
    static readonly string[] WebHosts = ["WebApplication", "IApplicationBuilder", "ConfigureWebHostDefaults", "UseStartup"];
    static readonly string[] Registrations = ["AddTransient", "AddSingleton", "AddHttpClient", "TryAddTransient", "TryAddSingleton"];

    /// <summary>Whether another object of the type may serve the next step of a login, or the same one several users at once.</summary>
    public bool IsOfOtherUsers(INamedTypeSymbol type) =>
        Registers("AddScoped", type) || Registers("TryAddScoped", type) || Registrations.Any(name => Registers(name, type)) && WebHosts.Any(host => cache.UsesOf(host, cancellation).Any());

    bool Registers(string method, INamedTypeSymbol type) =>
        cache.UsesOf(method, cancellation).OfType<GenericNameSyntax>().SelectMany(name => name.TypeArgumentList.Arguments).Any(argument => LastName(argument) == type.Name);

    static string? LastName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => null,
    };
}
