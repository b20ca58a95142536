using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>Reads the members of an object out of a text that is JSON, as far as it is known: a request body that code writes by
/// hand.</summary>
static class JsonText
{
    /// <summary>Whether a text begins like a JSON object with a member.</summary>
    public static bool Is(Text text) =>
        text.Pieces is [LiteralPiece { Content: var start }, ..]
        && start.TrimStart() is ['{', .. var rest]
        && rest.TrimStart() is ['"' or '\'', ..];

    /// <summary>The members of the outermost object; open where a hole may hold further ones.</summary>
    public static ParameterSet Read(Text text)
    {
        var set = ParameterSet.Empty;
        var name = new StringBuilder();
        var value = ImmutableArray.CreateBuilder<Piece>();
        SyntaxNode? place = null;
        int depth = 0,
            nameDepth = 0;
        char quote = '\0';
        bool isValue = false,
            isClosed = false;
        foreach (var piece in text.Pieces)
        {
            if (piece is not LiteralPiece literal)
            {
                if (isValue && !isClosed)
                    value.Add(piece);
                else if (piece is HolePiece hole)
                    set = set.OpenedBy(hole.Place);
                continue;
            }
            for (var i = 0; i < literal.Content.Length; i++)
            {
                var c = literal.Content[i];
                if (c == '\\' && quote != '\0')
                    i++;
                else if (quote != '\0' && c == quote)
                {
                    quote = '\0';
                    isClosed = isValue;
                }
                else if (quote != '\0')
                    Take(c, literal);
                else if (c is '"' or '\'')
                {
                    quote = c;
                    if (!isValue)
                        (nameDepth, place) = (depth, literal.Place);
                    if (!isValue)
                        name.Clear();
                }
                else if (c == ':')
                    isValue = true;
                else if (c is '{' or '[')
                    depth++;
                else if (c is ',' or '}' or ']')
                {
                    End();
                    if (c != ',')
                        depth--;
                }
                else if (isValue && !char.IsWhiteSpace(c))
                    Take(c, literal);
            }
        }
        End();
        return set;

        void Take(char c, LiteralPiece literal)
        {
            if (!isValue)
                name.Append(c);
            else if (value.Count > 0 && value[value.Count - 1] is LiteralPiece last && last.Place == literal.Place)
                value[value.Count - 1] = last with { Content = last.Content + c };
            else
                value.Add(literal with { Content = c.ToString() });
        }

        void End()
        {
            // No fix knows how to write JSON text: the entry counts as a member.
            if (isValue && nameDepth == 1 && name.Length > 0)
                set = set.With(
                    new Parameter(
                        name.ToString(),
                        new Text(value.ToImmutable()).Unfolded(),
                        Always: true,
                        new Entry(place!, null, null, EntryForm.Member)
                    )
                );
            isValue = isClosed = false;
            value.Clear();
        }
    }
}
