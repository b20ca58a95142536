using System.Text;
using System.Text.RegularExpressions;

namespace PkceAnalyzers.Tool.Projects;

/// <summary>
/// <c>$(Name)</c> and the few property functions on which sources, constants and imports depend in practice. Any
/// other function yields null: not known.
/// </summary>
sealed partial class PropertyExpansion(Func<string, string> valueOf)
{
    const int Deepest = 32;

    public string? Expand(string text) => Expand(text, 0);

    string? Expand(string text, int depth)
    {
        if (!text.Contains("$(", StringComparison.Ordinal))
            return text;
        if (depth > Deepest)
            return null;
        var result = new StringBuilder();
        for (var at = 0; at < text.Length; )
        {
            if (string.CompareOrdinal(text, at, "$(", 0, 2) != 0)
            {
                result.Append(text[at++]);
                continue;
            }
            var end = Closing(text, at + 1);
            if (end < 0 || Evaluate(text[(at + 2)..end].Trim(), depth + 1) is not { } value)
                return null;
            result.Append(value);
            at = end + 1;
        }
        return result.ToString();
    }

    string? Evaluate(string expression, int depth)
    {
        if (Name().IsMatch(expression))
            return valueOf(expression);
        if (Call().Match(expression) is not { Success: true } call || Closing(expression, call.Length - 1) != expression.Length - 1)
            return null;
        var arguments = new List<string>();
        foreach (var written in Arguments(expression[call.Length..^1]))
        {
            if (Expand(written, depth) is not { } argument)
                return null;
            arguments.Add(argument);
        }
        var target = call.Groups["type"].Success ? null : valueOf(call.Groups["name"].Value);
        return Apply(target, call.Groups["method"].Value.ToLowerInvariant(), arguments);
    }

    static string? Apply(string? target, string method, IReadOnlyList<string> arguments) =>
        (target, method, arguments) switch
        {
            ({ } text, "contains", [var part]) => Bool(text.Contains(part, StringComparison.Ordinal)),
            ({ } text, "startswith", [var part, ..]) => Bool(text.StartsWith(part, StringComparison.Ordinal)),
            ({ } text, "endswith", [var part, ..]) => Bool(text.EndsWith(part, StringComparison.Ordinal)),
            ({ } text, "replace", [{ Length: > 0 } old, var other]) => text.Replace(old, other, StringComparison.Ordinal),
            ({ } text, "tolower" or "tolowerinvariant", []) => text.ToLowerInvariant(),
            ({ } text, "trim", []) => text.Trim(),
            (null, "getpathoffileabove", [var file]) => Above(file, "."),
            (null, "getpathoffileabove", [var file, var start]) => Above(file, start),
            (null, "getdirectorynameoffileabove", [var start, var file]) => Path.GetDirectoryName(Above(file, start)) ?? "",
            (null, "gettargetframeworkidentifier", [var framework]) => TargetFramework.Parse(framework).Identifier,
            (null, "istargetframeworkcompatible", [var framework, var wanted]) => Bool(
                TargetFramework.Parse(framework).IsCompatibleWith(TargetFramework.Parse(wanted))
            ),
            (null, "isosplatform", [var platform]) => Bool(OperatingSystem.IsOSPlatform(platform)),
            (null, "isnullorempty", [var text]) => Bool(text.Length == 0),
            (null, "combine" or "normalizepath", [_, ..]) => Path.Combine([.. arguments.Select(a => a.Replace('\\', '/'))]),
            (null, "ensuretrailingslash", [var folder]) => folder.TrimEnd('/', '\\') + "/",
            _ => null,
        };

    static string Above(string file, string start)
    {
        for (var folder = Path.GetFullPath(start.Replace('\\', '/')); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, file)))
                return Path.Combine(folder, file);
        }
        return "";
    }

    static string Bool(bool value) => value ? "true" : "false";

    /// <summary>The place of the parenthesis that closes the one at a place, quotes aside; -1 if there is none.</summary>
    internal static int Closing(string text, int open)
    {
        var depth = 0;
        var quote = '\0';
        for (var at = open; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' or '`' && depth > 0)
                quote = c;
            else if (c == '(')
                depth++;
            else if (c == ')' && --depth == 0)
                return at;
        }
        return -1;
    }

    static IEnumerable<string> Arguments(string list)
    {
        if (list.AsSpan().Trim().IsEmpty)
            yield break;
        int start = 0,
            depth = 0;
        var quote = '\0';
        for (var at = 0; at < list.Length; at++)
        {
            var c = list[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' or '`')
                quote = c;
            else if (c == '(')
                depth++;
            else if (c == ')')
                depth--;
            else if (c == ',' && depth == 0)
            {
                yield return Unquoted(list[start..at]);
                start = at + 1;
            }
        }
        yield return Unquoted(list[start..]);

        static string Unquoted(string text) => text.Trim() is ['\'' or '"' or '`', .. var inner, '\'' or '"' or '`'] ? inner : text.Trim();
    }

    [GeneratedRegex(@"^[A-Za-z_][\w.-]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:\[(?<type>[\w.]+)\]::|(?<name>[A-Za-z_]\w*)\.)(?<method>\w+)\(")]
    private static partial Regex Call();
}
