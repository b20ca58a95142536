using System.Reflection;
using System.Runtime.Loader;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Assemblies of a folder of the SDK, which share this tool's C# compiler and .NET.</summary>
sealed class SdkAssemblies(string folder) : AssemblyLoadContext(nameof(SdkAssemblies))
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
