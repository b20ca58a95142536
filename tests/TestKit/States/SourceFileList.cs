using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Source files; one without a path is called after its place in the list, <c>/0/Test0.cs</c>.</summary>
public class SourceFileList(string defaultPrefix, string defaultExtension) : SourceFileCollection
{
    public void Add(string content) => Add(SourceText.From(content, Encoding.UTF8));

    public void Add(SourceText content) => Add(($"{defaultPrefix}{Count}.{defaultExtension}", content));
}
