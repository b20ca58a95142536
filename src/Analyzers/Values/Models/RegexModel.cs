using System.Text.RegularExpressions;

namespace PkceAnalyzers.Values.Models;

/// <summary><c>System.Text.RegularExpressions.Regex</c>: what it replaces in texts whose specimens are known.</summary>
static class RegexModel
{
    const string Owner = "System.Text.RegularExpressions.Regex";
    const int MostPattern = 64;

    public static void Register(ModelTable table) => table.Add(Replace, "Replace");

    public static void RegisterCreations(ModelTable table) => table.Add(Create, "Regex");

    /// <summary>The pattern is kept as what is known of the object: no request is read out of it.</summary>
    static Value? Create(Interpreter run, Call call) =>
        call.Exact(0) is string pattern
            ? run.Allocate(call.Place, AbstractObject.Of(call.Type) with { Sample = SampledValue.Fixed(pattern) })
            : null;

    /// <summary><c>Regex.Replace(text, pattern, replacement)</c>, <c>regex.Replace(text, replacement)</c></summary>
    static Value? Replace(Interpreter run, Call call)
    {
        if (call.Owner is null ? call.WrittenOwner != nameof(Regex) : call.Owner != Owner)
            return null;
        var (pattern, replacement) = call.Receiver is { Value: Reference regex }
            ? (run.SampleOf(regex)?.Specimens[0] as string, call.Exact(1) as string)
            : (call.Exact(1) as string, call.Exact(2) as string);
        if (
            call.Arguments is not [var given, ..]
            || pattern is null
            || replacement is null
            || !IsPlain(pattern)
            || run.TextIn(given) is not { } text
        )
            return null;
        return run.GiveKnown(call, text.Edited(Edit));

        string Edit(string value) => Regex.Replace(value, pattern, replacement, RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a pattern takes no long time on any text: no part that repeats holds another.</summary>
    static bool IsPlain(string pattern)
    {
        if (pattern.Length > MostPattern || pattern.Replace("\\(", "").IndexOf('(') >= 0)
            return false;
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
