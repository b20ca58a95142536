using Microsoft.CodeAnalysis;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>What the catalogue says that a library has.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Types">The types of which each that a version has must have it, or one of them, where it is enough.</param>
/// <param name="What">What they have, for a message.</param>
/// <param name="Holds">Whether one of the types has it.</param>
sealed record CatalogueClaim(string Library, string[] Types, string What, Func<ShippedSurface, INamedTypeSymbol, bool> Holds)
{
    /// <summary>Whether one of the types is enough: overloads have moved from type to type.</summary>
    public bool OfAny { get; init; }

    /// <summary>Whether a version has one of the types, and they have it.</summary>
    public bool HoldsIn(ShippedSurface surface)
    {
        var types = Types.Select(surface.Find).OfType<INamedTypeSymbol>().ToList();
        return types.Count > 0 && (OfAny ? types.Any(type => Holds(surface, type)) : types.All(type => Holds(surface, type)));
    }

    public static IEnumerable<CatalogueClaim> All => [.. Configurations.All.SelectMany(Of), .. LibraryRegistry.Calls.SelectMany(Of), .. LibraryRegistry.Requests.SelectMany(Of)];

    static IEnumerable<CatalogueClaim> Of(ConfiguredType type)
    {
        // What is said of a type and not of a member: another type does what it does not.
        var members = type.Settings.Where(setting => setting.Member != "PkceGoogleAuthorizationCodeFlow").SelectMany(setting => setting.Given.Prepend(setting.Member));
        var names = Configurations.All.Where(other => other.Library == type.Library).SelectMany(other => other.Names).ToList();
        foreach (var member in members.Concat(type.Grant is { } grant ? [grant.Name] : []).Distinct())
        {
            // A builder hands its options on, which have the member.
            yield return new(type.Library, type.Names, member, (surface, owner) =>
                surface.Has(owner, member) || names.Select(surface.Find).Any(other => other is not null && other.Name.EndsWith("Options", StringComparison.Ordinal) && surface.Has(other, member)));
        }
    }

    static IEnumerable<CatalogueClaim> Of(CallFact call)
    {
        yield return new(call.Library, call.Owners, Signature(call), (surface, owner) => IsThere(call, surface, owner)) { OfAny = true };
    }

    static bool IsThere(CallFact call, ShippedSurface surface, INamedTypeSymbol owner) =>
        call.Argument is null && call.Count is null && ShippedSurface.Members(owner, call.Name).Any(member => member is IPropertySymbol)
        || surface.Methods(owner, call.Name).Any(method =>
            (call.Count is not { } count || method.Parameters.Length == count)
            && (call.Argument?.Name is not { } name || method.Parameters.Any(parameter => parameter.Name == name)));

    static string Signature(CallFact call) => $"{call.Name}({call.Argument?.Name}{(call.Count is { } count ? $"{count} arguments" : "")})";

    static IEnumerable<CatalogueClaim> Of(RequestApi api)
    {
        yield return new(api.Library, api.Owners, $"{api.Name}({string.Join(", ", api.Arguments)})", (surface, owner) => surface.Methods(owner, api.Name).Any(method => Fits(api, method))) { OfAny = true };
        foreach (var proof in api.Proof)
        {
            yield return new(api.Library, api.ProofType is { } other ? [.. api.Owners.Select(owner => owner[..(owner.LastIndexOf('.') + 1)] + other)] : api.Owners, $"{api.Name}, {proof}", (surface, owner) =>
                surface.Has(owner, proof) || surface.Methods(owner, api.Name).Any(method => method.Parameters.Any(parameter => parameter.Name == proof))) { OfAny = true };
        }
        foreach (var proof in api.ProofCalls)
            yield return new(api.Library, api.Owners, $"{api.Name}(…).{proof}", (surface, owner) => surface.Methods(owner, api.Name).Any(method => method.ReturnType is INamedTypeSymbol builder && surface.Methods(builder, proof).Any())) { OfAny = true };
    }

    /// <summary>Whether the parameters of an overload are what the row says that they are on the wire.</summary>
    static bool Fits(RequestApi api, IMethodSymbol method)
    {
        var parameters = method.IsExtensionMethod ? method.Parameters.Skip(1).ToList() : [.. method.Parameters];
        return parameters.Count >= api.Least && (api.Named.Length == 0 || api.IsObject && api.Arguments.Length == 0
            || parameters.Zip(api.Arguments).All(pair => pair.Second.Length == 0 || OnTheWire(api, pair.First.Name) == pair.Second));
    }

    static string OnTheWire(RequestApi api, string name) => api.Named.FirstOrDefault(named => named.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Parameter
        ?? string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
