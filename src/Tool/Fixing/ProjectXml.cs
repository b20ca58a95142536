using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Fixing;

/// <summary>Adds items to files of MSBuild as text, so that nothing else in them changes.</summary>
static class ProjectXml
{
    /// <summary>The places of a file that an item can be added at, as offsets.</summary>
    /// <param name="Root">Where the root element begins.</param>
    /// <param name="RootEnd">Where its end tag begins; null where it has none.</param>
    /// <param name="Child">Where its first child begins, if it has one.</param>
    /// <param name="Last">The last item of the kind that stands in a group without conditions.</param>
    sealed record Places(int Root, int? RootEnd, int? Child, TextSpan? Last);

    /// <summary>The text with an item after the last one of its kind, else in a group of its own.</summary>
    /// <param name="kind">The item's name, such as <c>PackageReference</c>.</param>
    /// <param name="item">The whole element.</param>
    /// <exception cref="XmlException">The text is not XML.</exception>
    public static SourceText WithItem(SourceText text, string kind, string item)
    {
        var places = Read(text.ToString(), kind);
        if (places.Last is { } last)
        {
            var separator = IndentationAt(text, last.Start) is { } own ? NewLine(text) + own : "";
            return Inserted(text, EndWithComment(text, last.End), separator + item);
        }
        if (places.RootEnd is not { } end)
            return WithContent(text, places.Root, item);
        return IndentationAt(text, end) is { } outer
            ? Inserted(text, end - outer.Length, Group(outer, places.Child is { } child ? IndentationAt(text, child) : null))
            : Inserted(text, end, $"<ItemGroup>{item}</ItemGroup>");

        string Group(string outer, string? inner)
        {
            var isDeeper = inner is not null && inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal);
            var unit = isDeeper ? inner![outer.Length..] : "  ";
            var line = NewLine(text);
            return $"{outer}{unit}<ItemGroup>{line}{outer}{unit}{unit}{item}{line}{outer}{unit}</ItemGroup>{line}";
        }
    }

    static Places Read(string text, string kind)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var at = new Offsets(text, (IXmlLineInfo)reader);
        int? root = null,
            end = null,
            child = null;
        TextSpan? last = null;
        var isInGroup = false;
        reader.Read();
        while (!reader.EOF)
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, Depth: 0 }:
                    root = at.Current - 1;
                    break;
                case { NodeType: XmlNodeType.EndElement, Depth: 0 }:
                    end = at.Current - 2;
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 1 }:
                    child ??= at.Current - 1;
                    isInGroup = reader.LocalName == "ItemGroup" && reader.GetAttribute("Condition") is null;
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 2 }
                    when isInGroup && reader.LocalName == kind && reader.GetAttribute("Include") is not null:
                    var start = at.Current - 1;
                    reader.Skip();
                    last = TextSpan.FromBounds(start, at.Current - MarkOf(reader.NodeType));
                    continue;
            }
            reader.Read();
        }
        return new Places(root!.Value, end, child, last);
    }

    /// <summary>How many characters lie between the beginning of a node and what a reader calls its place.</summary>
    static int MarkOf(XmlNodeType node) =>
        node switch
        {
            XmlNodeType.Element => "<".Length,
            XmlNodeType.EndElement => "</".Length,
            XmlNodeType.Comment => "<!--".Length,
            XmlNodeType.ProcessingInstruction => "<?".Length,
            XmlNodeType.CDATA => "<![CDATA[".Length,
            XmlNodeType.EntityReference => "&".Length,
            _ => 0,
        };

    /// <summary>The end of a comment that stands behind an item in its line; it says something about the item.</summary>
    static int EndWithComment(SourceText text, int end)
    {
        var rest = text.ToString(TextSpan.FromBounds(end, text.Lines.GetLineFromPosition(end).End)).TrimEnd();
        var isComment =
            rest.TrimStart() is ['<', '!', '-', '-', ..] comment && comment.IndexOf("-->", StringComparison.Ordinal) == comment.Length - 3;
        return isComment ? end + rest.Length : end;
    }

    /// <summary>A root element without content gets some.</summary>
    static SourceText WithContent(SourceText text, int root, string item)
    {
        char? quote = null;
        var end = root;
        for (; quote is not null || text[end] != '>'; end++)
        {
            if (text[end] is '"' or '\'' && (quote is null || quote == text[end]))
                quote = quote is null ? text[end] : null;
        }
        var name = new string([.. text.ToString(TextSpan.FromBounds(root + 1, end)).TakeWhile(c => !char.IsWhiteSpace(c) && c != '/')]);
        var start = end - 1;
        while (char.IsWhiteSpace(text[start - 1]))
            start--;
        var line = NewLine(text);
        var content = $">{line}  <ItemGroup>{line}    {item}{line}  </ItemGroup>{line}</{name}>";
        return text.WithChanges(new TextChange(TextSpan.FromBounds(start, end + 1), content));
    }

    static SourceText Inserted(SourceText text, int position, string inserted) =>
        text.WithChanges(new TextChange(new TextSpan(position, 0), inserted));

    /// <summary>The blanks in front of what stands first in its line; null where it does not.</summary>
    static string? IndentationAt(SourceText text, int position)
    {
        var before = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    static string NewLine(SourceText text) =>
        text.Lines[0] is var first && first.EndIncludingLineBreak > first.End
            ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak))
            : "\n";

    /// <summary>Where a reader is, as an offset. It counts lines by other characters than <see cref="SourceText"/> does.</summary>
    sealed class Offsets
    {
        readonly List<int> _lines = [0];
        readonly IXmlLineInfo _place;

        public Offsets(string text, IXmlLineInfo place)
        {
            _place = place;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n' || text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                    _lines.Add(i + 1);
            }
        }

        public int Current => _lines[_place.LineNumber - 1] + _place.LinePosition - 1;
    }
}
