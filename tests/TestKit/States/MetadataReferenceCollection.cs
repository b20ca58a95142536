using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>References beyond the reference assemblies.</summary>
public class MetadataReferenceCollection : List<MetadataReference>
{
    public void Add(Assembly assembly) => Add(assembly.Location);

    public void Add(string path) => Add(MetadataReferenceCache.Get(path));
}
