using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>Packages as they are shipped.</summary>
public static class Packages
{
    public static readonly MetadataReference[] Msal = Of("Microsoft.Identity.Client", "Microsoft.IdentityModel.Abstractions");
    public static readonly MetadataReference[] GoogleApisAuth = Of("Google.Apis", "Google.Apis.Auth", "Google.Apis.Core");
    public static readonly MetadataReference[] AzureIdentity = Of("Azure.Identity", "Azure.Core", "System.ClientModel", "Microsoft.Identity.Client");
    public static readonly MetadataReference[] BlazorAuthentication = Of("Microsoft.AspNetCore.Components.WebAssembly.Authentication");
    public static readonly MetadataReference[] SwaggerUi = Of("Swashbuckle.AspNetCore.SwaggerUI");

    static MetadataReference[] Of(params string[] assemblies) =>
        [.. assemblies.Select(name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll")))];
}
