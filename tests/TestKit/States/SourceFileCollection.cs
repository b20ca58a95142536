using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files by path and content.</summary>
public class SourceFileCollection : List<(string filename, SourceText content)>
{
    public void Add((string filename, string content) file)
        => Add((file.filename, SourceText.From(file.content, Encoding.UTF8)));
}
