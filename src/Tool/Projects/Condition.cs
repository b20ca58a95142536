using System.Globalization;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>
/// A Condition attribute. What cannot be judged (unknown functions, item lists, metadata) holds: rather some source
/// too many is analysed than one too few.
/// </summary>
sealed class Condition
{
    readonly string _text;
    readonly Func<string, string?> _expand;
    readonly string _folder;
    int _at;

    Condition(string text, Func<string, string?> expand, string folder) => (_text, _expand, _folder) = (text, expand, folder);

    /// <param name="condition">The attribute's text; null and empty hold.</param>
    /// <param name="expand">Expands properties; null where it cannot.</param>
    /// <param name="folder">The folder to which <c>Exists</c> is relative.</param>
    public static bool Holds(string? condition, Func<string, string?> expand, string folder)
    {
        if (string.IsNullOrWhiteSpace(condition))
            return true;
        try
        {
            return new Condition(condition, expand, folder).Or() ?? true;
        }
        catch (FormatException)
        {
            return true;
        }
    }

    bool? Or()
    {
        var result = And();
        while (Word("or"))
        {
            var right = And();
            result =
                result == true || right == true ? true
                : result is null || right is null ? null
                : false;
        }
        return result;
    }

    bool? And()
    {
        var result = Term();
        while (Word("and"))
        {
            var right = Term();
            result =
                result == false || right == false ? false
                : result is null || right is null ? null
                : true;
        }
        return result;
    }

    bool? Term()
    {
        if (Take("!"))
            return !Term();
        if (Take("("))
        {
            var inner = Or();
            if (!Take(")"))
                throw new FormatException();
            return inner;
        }
        var left = Operand();
        foreach (var comparison in (ReadOnlySpan<string>)["==", "!=", "<=", ">=", "<", ">"])
        {
            if (Take(comparison))
                return Compare(left, Operand(), comparison);
        }
        return left?.Trim().ToLowerInvariant() switch
        {
            "true" or "on" or "yes" => true,
            "false" or "off" or "no" => false,
            _ => null,
        };
    }

    static bool? Compare(string? left, string? right, string comparison)
    {
        if (left is null || right is null)
            return null;
        if (comparison is "==" or "!=")
        {
            var same = left.Equals(right, StringComparison.OrdinalIgnoreCase) || Number(left) is { } x && Number(right) is { } y && x == y;
            return same == (comparison == "==");
        }
        if (Number(left) is not { } a || Number(right) is not { } b)
            return null;
        return comparison switch
        {
            "<=" => a <= b,
            ">=" => a >= b,
            "<" => a < b,
            _ => a > b,
        };
    }

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A string, property, number, word or function call; null if its value is not known.</summary>
    string? Operand()
    {
        Skip();
        if (_at == _text.Length)
            throw new FormatException();
        var start = _at;
        if (_text[_at] == '\'')
        {
            _at = QuoteEnd(start + 1);
            return Value(_text[(start + 1).._at++]);
        }
        if (_text[_at] is '$' or '@' or '%' && _at + 1 < _text.Length && _text[_at + 1] == '(')
        {
            _at = PropertyExpansion.Closing(_text, _at + 1) + 1;
            return _at == 0 ? throw new FormatException() : Value(_text[start.._at]);
        }
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_' or '-'))
            _at++;
        if (_at == start)
            throw new FormatException();
        var word = _text[start.._at];
        return Take("(") ? Function(word) : word;
    }

    string? Function(string name)
    {
        var argument = Operand();
        if (!Take(")"))
            throw new FormatException();
        if (argument is null)
            return null;
        return name.ToLowerInvariant() switch
        {
            "exists" => Exists(argument) ? "true" : "false",
            "hastrailingslash" => argument.EndsWith('/') || argument.EndsWith('\\') ? "true" : "false",
            _ => null,
        };
    }

    bool Exists(string path)
    {
        var full = Path.Combine(_folder, path.Replace('\\', '/'));
        return path.Length > 0 && (File.Exists(full) || Directory.Exists(full));
    }

    string? Value(string written) =>
        written.Contains("@(", StringComparison.Ordinal) || written.Contains("%(", StringComparison.Ordinal) ? null : _expand(written);

    /// <summary>The end of a string; quotes inside <c>$(…)</c> belong to the expression there.</summary>
    int QuoteEnd(int at)
    {
        while (at < _text.Length && _text[at] != '\'')
        {
            var closing = _text[at] == '$' && at + 1 < _text.Length && _text[at + 1] == '(' ? PropertyExpansion.Closing(_text, at + 1) : -1;
            at = closing < 0 ? at + 1 : closing + 1;
        }
        return at < _text.Length ? at : throw new FormatException();
    }

    bool Word(string word)
    {
        Skip();
        if (
            string.Compare(_text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || _at + word.Length < _text.Length && char.IsLetterOrDigit(_text[_at + word.Length])
        )
            return false;
        _at += word.Length;
        return true;
    }

    bool Take(string token)
    {
        Skip();
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
            return false;
        _at += token.Length;
        return true;
    }

    void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
