namespace PkceAnalyzers.Tool.Projects;

/// <summary>The namespaces that the SDKs import where a project enables ImplicitUsings.</summary>
static class ImplicitUsings
{
    static readonly string[] Base =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];
    static readonly string[] Extensions =
    [
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Logging",
    ];
    static readonly string[] Hosting = [.. Extensions, "Microsoft.Extensions.Hosting"];
    static readonly string[] Web =
    [
        .. Hosting,
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
    ];
    static readonly string[] Maui =
    [
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Maui",
        "Microsoft.Maui.Accessibility",
        "Microsoft.Maui.ApplicationModel",
        "Microsoft.Maui.ApplicationModel.Communication",
        "Microsoft.Maui.ApplicationModel.DataTransfer",
        "Microsoft.Maui.Authentication",
        "Microsoft.Maui.Controls",
        "Microsoft.Maui.Controls.Hosting",
        "Microsoft.Maui.Controls.Xaml",
        "Microsoft.Maui.Devices",
        "Microsoft.Maui.Devices.Sensors",
        "Microsoft.Maui.Dispatching",
        "Microsoft.Maui.Graphics",
        "Microsoft.Maui.Hosting",
        "Microsoft.Maui.Media",
        "Microsoft.Maui.Networking",
        "Microsoft.Maui.Storage",
    ];

    /// <param name="sdk">The project's SDK, perhaps with a version (<c>Name/1.0</c>).</param>
    /// <param name="isOn">Whether a property is true.</param>
    public static IEnumerable<string> Of(string sdk, Func<string, bool> isOn)
    {
        IEnumerable<string> namespaces =
        [
            .. Base,
            .. sdk.Split('/')[0].ToLowerInvariant() switch
            {
                "microsoft.net.sdk.web" => Web,
                "microsoft.net.sdk.worker" => Hosting,
                "microsoft.net.sdk.blazorwebassembly" => [.. Extensions, "System.Net.Http.Json"],
                _ => Array.Empty<string>(),
            },
        ];
        if (isOn("UseMaui"))
            namespaces = namespaces.Concat(Maui);
        if (isOn("UseWindowsForms"))
            namespaces = namespaces.Concat(["System.Drawing", "System.Windows.Forms"]);
        if (isOn("UseWPF"))
            namespaces = namespaces.Except(["System.IO", "System.Net.Http"]);
        return namespaces;
    }
}
