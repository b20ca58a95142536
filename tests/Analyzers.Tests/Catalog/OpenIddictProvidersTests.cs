using System.Reflection;
using System.Runtime.Loader;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>What OpenIddict's client, as it is shipped, knows of providers: where that is no method, it sends no code_challenge.</summary>
public sealed class OpenIddictProvidersTests
{
    const string Space = "OpenIddict.Client.WebIntegration.OpenIddictClientWebIntegration";

    static readonly AssemblyLoadContext Context = ShippedLibrary.Context("OpenIddict");
    static readonly Assembly Client = Load("OpenIddict.Client");
    static readonly Assembly Providers = Load("OpenIddict.Client.WebIntegration");

    [Fact]
    public void Catalogue_has_the_providers_of_which_no_method_is_known()
    {
        var known = LibraryRegistry.Calls.Where(call => call is { After: "UseWebProviders", Before: null }).Select(call => call.Name["Add".Length..]);
        var shipped = Constants($"{Space}Constants+ProviderTypes").Keys.Where(DoesNoPkce).ToList();
        Assert.Empty(known.Except(shipped));
        Assert.Empty(shipped.Except(known));
    }

    static bool DoesNoPkce(string provider) => Configure(provider) is { } server && Values(server, "CodeChallengeMethodsSupported").Count == 0
        && Values(server, "GrantTypesSupported") is var grants && (grants.Count == 0 || grants.Contains("authorization_code"));

    /// <summary>What the client knows of a provider's server; null where it has to ask, or is not told enough.</summary>
    static object? Configure(string name)
    {
        var settings = Activator.CreateInstance(Type(Providers, $"{Space}Settings+{name}"))!;
        foreach (var setting in settings.GetType().GetProperties().Where(setting => setting.GetValue(settings) is null))
        {
            // Such as the regions, of which one has to be chosen.
            if (setting.PropertyType == typeof(string))
                setting.SetValue(settings, Providers.GetType($"{Space}Constants+{name}+{setting.Name}s") is { } choices ? Constants(choices.FullName!).Values.First() : "any");
            else if (setting.PropertyType == typeof(Uri))
                setting.SetValue(settings, new Uri("https://server.example.com/"));
        }
        var registration = Activator.CreateInstance(Type(Client, "OpenIddict.Client.OpenIddictClientRegistration"))!;
        Set(registration, "ClientId", "app");
        Set(registration, "ProviderType", Constants($"{Space}Constants+ProviderTypes")[name]);
        Set(registration, "ProviderSettings", settings);
        try
        {
            Type(Providers, $"{Space}Configuration").GetMethod("ConfigureProvider")!.Invoke(null, [registration]);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
        return registration.GetType().GetProperty("Configuration")!.GetValue(registration);
    }

    static void Set(object target, string property, object? value) => target.GetType().GetProperty(property)!.SetValue(target, value);

    static HashSet<string> Values(object server, string set) => (HashSet<string>)server.GetType().GetProperty(set)!.GetValue(server)!;

    static Dictionary<string, string> Constants(string type) =>
        Type(Providers, type).GetFields().Where(field => field.IsLiteral).ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

    static Type Type(Assembly assembly, string name) => assembly.GetType(name, throwOnError: true)!;

    static Assembly Load(string package) => Context.LoadFromAssemblyPath(ShippedLibrary.AssembliesOf(package).Single());
}
