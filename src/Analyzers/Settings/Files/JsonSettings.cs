using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Settings.Files;

/// <summary>
/// Reads JSON as the configuration reader of .NET does, into keys and values, and keeps their places: comments and trailing commas
/// are allowed. A reader of our own, since not every host of analyzers has System.Text.Json. What is no JSON is read as far as it
/// makes sense: the file may be in the middle of an edit.
/// </summary>
sealed class JsonSettings
{
    /// <summary>The configuration reader takes no file that is nested deeper.</summary>
    const int MaxDepth = 64;

    readonly string _text;
    readonly Stack<Level> _levels = new();
    readonly ImmutableArray<SettingValue>.Builder _values = ImmutableArray.CreateBuilder<SettingValue>();
    readonly ImmutableArray<TextSpan>.Builder _comments = ImmutableArray.CreateBuilder<TextSpan>();
    int _at;

    JsonSettings(string text) => _text = text;

    /// <summary>The values of a file, and its comments that begin with two slashes.</summary>
    public static (ImmutableArray<SettingValue> Values, ImmutableArray<TextSpan> Comments) Read(SourceText text)
    {
        var reader = new JsonSettings(text.ToString());
        return reader.ReadAll() ? (reader._values.ToImmutable(), reader._comments.ToImmutable()) : ([], []);
    }

    bool ReadAll()
    {
        while (SkipToToken())
        {
            switch (_text[_at])
            {
                case '{' or '[':
                    if (_levels.Count == MaxDepth)
                        return false;
                    _levels.Push(new Level(NextPath(), IsArray: _text[_at++] == '['));
                    break;
                case '}' or ']':
                    _at++;
                    if (_levels.Count > 0)
                        _levels.Pop();
                    break;
                case ',' or ':':
                    _at++;
                    break;
                default:
                    ReadText();
                    break;
            }
        }
        return true;
    }

    /// <summary>Goes on to what is neither space nor comment; false at the end.</summary>
    bool SkipToToken()
    {
        for (; _at < _text.Length; _at++)
        {
            if (char.IsWhiteSpace(_text[_at]))
                continue;
            if (_text[_at] != '/' || _at + 1 == _text.Length || _text[_at + 1] is not ('/' or '*'))
                return true;
            var isLine = _text[_at + 1] == '/';
            var end = isLine ? _text.IndexOfAny(['\r', '\n'], _at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            end = end < 0 ? _text.Length : end;
            if (isLine)
                _comments.Add(TextSpan.FromBounds(_at, end));
            _at = isLine ? end - 1 : end + 1;
        }
        return false;
    }

    /// <summary>A key, or a value that is no object or list.</summary>
    void ReadText()
    {
        var start = _at;
        var text = _text[_at] == '"' ? ReadString() : ReadLiteral();
        if (_levels.Count == 0)
            return;
        if (_levels.Peek() is { IsArray: false, Key: null } level)
        {
            level.Key = text;
            level.KeyStart = start;
            return;
        }
        var first = _levels.Peek().IsArray ? start : _levels.Peek().KeyStart;
        _values.Add(SettingValue.At(NextPath(), text, TextSpan.FromBounds(first, _at), TextSpan.FromBounds(start, _at)));
    }

    /// <summary>The path of the value that begins here.</summary>
    string NextPath()
    {
        if (_levels.Count == 0)
            return "";
        var level = _levels.Peek();
        var name = level.IsArray ? level.Count++.ToString(System.Globalization.CultureInfo.InvariantCulture) : level.Key ?? "";
        level.Key = null;
        return level.Path.Length == 0 ? name : level.Path + ":" + name;
    }

    string ReadString()
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] is not ('"' or '\n'); _at++)
            value.Append(_text[_at] == '\\' ? ReadEscape() : _text[_at]);
        _at = Math.Min(_at + 1, _text.Length);
        return value.ToString();
    }

    char ReadEscape()
    {
        _at++;
        if (_at == _text.Length)
            return '\\';
        if (
            _text[_at] != 'u'
            || _at + 4 >= _text.Length
            || !ushort.TryParse(
                _text.Substring(_at + 1, 4),
                System.Globalization.NumberStyles.HexNumber,
                System.Globalization.CultureInfo.InvariantCulture,
                out var code
            )
        )
            return _text[_at] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            };
        _at += 4;
        return (char)code;
    }

    string ReadLiteral()
    {
        var start = _at++;
        while (
            _at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not (',' or ':' or '{' or '}' or '[' or ']' or '"' or '/')
        )
            _at++;
        return _text.Substring(start, _at - start);
    }

    /// <summary>An object or list that is not read to its end.</summary>
    sealed record Level(string Path, bool IsArray)
    {
        public string? Key { get; set; }

        public int KeyStart { get; set; }

        public int Count { get; set; }
    }
}
