using System.Xml;
using System.Xml.Linq;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>Reads XML of others: without document types, so that no entity grows without end or reads another file.</summary>
static class SafeXml
{
    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="XmlException">It is not well formed, or has a document type.</exception>
    public static XElement Load(string path)
    {
        using var file = RegularFile.Open(path);
        using var reader = XmlReader.Create(file, Settings);
        return XElement.Load(reader);
    }

    /// <exception cref="XmlException">It is not well formed, or has a document type.</exception>
    public static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        return XElement.Load(reader);
    }
}
