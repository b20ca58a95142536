using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Libraries.Known;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Hosts of ABP that take its authorization server as it is, and seeders of applications.</summary>
sealed class AbpModules(TypeMatcher matcher, ProgramFacts program, CancellationToken cancellation)
{
    public IEnumerable<SettingFinding> In(SyntaxTree tree)
    {
        var names = matcher.Cache.NamesIn(tree, cancellation);
        var module = AbpOpenIddict
            .Modules.SelectMany(full => names[SimpleName(full)].Where(name => IsDependedOn(name) && IsType(name, full)))
            .FirstOrDefault();
        var seeded = names[AbpOpenIddict.SeedMethod].Where(SeedsCode);
        if (module is null && !seeded.Any() || program.Requires(AbpOpenIddict.Server))
            return [];
        var found = seeded.Select(name =>
            SettingFinding.At(name, new TypeMatch(AbpOpenIddict.Type, TypeOf(name)), AbpOpenIddict.Application, isAdvice: true)
        );
        return module is null
            ? found
            : found.Prepend(
                SettingFinding.At(
                    module,
                    new TypeMatch(AbpOpenIddict.Type, TypeOf(module)),
                    AbpOpenIddict.Server,
                    isAdvice: program.IsAdvice(AbpOpenIddict.Server)
                )
            );
    }

    /// <summary>[DependsOn(typeof(…))] on a class.</summary>
    static bool IsDependedOn(SimpleNameSyntax name) =>
        name.FirstAncestorOrSelf<TypeOfExpressionSyntax>()?.FirstAncestorOrSelf<AttributeSyntax>() is { Name: var attribute }
        && attribute.ToString().EndsWith("DependsOn", StringComparison.Ordinal);

    bool IsType(SimpleNameSyntax name, string full) =>
        TypeOf(name) is { } type
            ? Call.FullName(type) == full
            : matcher.Project.MatchesUnresolved && matcher.IsInScope(full.Substring(0, full.LastIndexOf('.')), name);

    INamedTypeSymbol? TypeOf(SimpleNameSyntax name) =>
        matcher.Cache.SymbolOf(name, cancellation) switch
        {
            INamedTypeSymbol type and not IErrorTypeSymbol => type,
            IMethodSymbol method => method.ContainingType,
            _ => null,
        };

    bool SeedsCode(SimpleNameSyntax name)
    {
        if (
            name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: var arguments } call
            || call.Expression != name && call.Expression != name.Parent
        )
            return false;
        var grants =
            arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == AbpOpenIddict.SeedGrants.Name)
            ?? (
                arguments.All(argument => argument.NameColon is null)
                    ? arguments.ElementAtOrDefault(AbpOpenIddict.SeedGrants.Position)
                    : null
            );
        if (grants is null || (GrantReader.In(grants.Expression) & (Grants.Code | Grants.Hybrid)) is null or Grants.None)
            return false;
        return TypeOf(name) is { } owner
            ? Call.FullName(owner) == AbpOpenIddict.Seeder
            : matcher.Project.MatchesUnresolved
                && name.FirstAncestorOrSelf<ClassDeclarationSyntax>()
                    ?.BaseList?.Types.Any(listed => listed.Type.ToString() == SimpleName(AbpOpenIddict.Seeder)) == true;
    }

    static string SimpleName(string full) => full.Substring(full.LastIndexOf('.') + 1);
}
