using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Values;

/// <summary>Reads the members of an object out of a text that is JSON, as far as it is known: a request body that code writes by
/// hand.</summary>
sealed class JsonText
{
    readonly StringBuilder _name = new();
    readonly ImmutableArray<Piece>.Builder _value = ImmutableArray.CreateBuilder<Piece>();
    ParameterSet _set = ParameterSet.Empty;
    SyntaxNode? _place;
    int _depth;
    int _nameDepth;

    /// <summary>The quotation mark of the text that is being read; <c>\0</c> outside of one.</summary>
    char _quote;

    bool _isValue;
    bool _isClosed;

    /// <summary>Whether a text begins like a JSON object with a member.</summary>
    public static bool Is(Text text) =>
        text.Pieces is [LiteralPiece { Content: var start }, ..]
        && start.TrimStart() is ['{', .. var rest]
        && rest.TrimStart() is ['"' or '\'', ..];

    /// <summary>The members of the outermost object; open where a hole may hold further ones.</summary>
    public static ParameterSet Read(Text text)
    {
        var reader = new JsonText();
        foreach (var piece in text.Pieces)
            reader.Read(piece);
        reader.End();
        return reader._set;
    }

    void Read(Piece piece)
    {
        if (piece is LiteralPiece literal)
        {
            for (var i = 0; i < literal.Content.Length; i++)
            {
                if (literal.Content[i] == '\\' && _quote != '\0')
                    i++;
                else
                    Read(literal.Content[i], literal);
            }
        }
        else if (_isValue && !_isClosed)
            _value.Add(piece);
        else if (piece is HolePiece hole)
            _set = _set.OpenedBy(hole.Place);
    }

    void Read(char c, LiteralPiece literal)
    {
        if (_quote != '\0')
            ReadInText(c, literal);
        else if (c is '"' or '\'')
            BeginText(c, literal);
        else if (c == ':')
            _isValue = true;
        else if (c is '{' or '[')
            _depth++;
        else if (c is ',' or '}' or ']')
        {
            End();
            if (c != ',')
                _depth--;
        }
        else if (_isValue && !char.IsWhiteSpace(c))
            Take(c, literal);
    }

    void BeginText(char quote, LiteralPiece literal)
    {
        _quote = quote;
        if (_isValue)
            return;
        (_nameDepth, _place) = (_depth, literal.Place);
        _name.Clear();
    }

    void ReadInText(char c, LiteralPiece literal)
    {
        if (c != _quote)
        {
            Take(c, literal);
            return;
        }
        _quote = '\0';
        _isClosed = _isValue;
    }

    void Take(char c, LiteralPiece literal)
    {
        if (!_isValue)
            _name.Append(c);
        else if (_value.Count > 0 && _value[_value.Count - 1] is LiteralPiece last && last.Place == literal.Place)
            _value[_value.Count - 1] = last with { Content = last.Content + c };
        else
            _value.Add(literal with { Content = c.ToString() });
    }

    void End()
    {
        if (_isValue && _nameDepth == 1 && _name.Length > 0)
        {
            // No fix knows how to write JSON text: the entry counts as a member.
            var entry = new Entry(_place!, null, null, EntryForm.Member);
            _set = _set.With(new Parameter(_name.ToString(), new Text(_value.ToImmutable()).Unfolded(), Always: true, entry));
        }
        _isValue = _isClosed = false;
        _value.Clear();
    }
}
