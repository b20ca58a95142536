using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>The places of a parameter's name and value in code that sets it: the pattern for further parameters.</summary>
sealed class Pair(SourceFile file, TextSpan name, TextSpan value)
{
    public TextSpan Name => name;

    /// <summary>The code at <paramref name="span"/> with <paramref name="parameter"/>'s name and value in it.</summary>
    public string Copy(TextSpan span, AddedParameter parameter)
    {
        var code = file.Text.ToString(span);
        return name.Start < value.Start
            ? Put(Put(code, span, value, parameter.Code), span, name, NameCode(parameter))
            : Put(Put(code, span, name, NameCode(parameter)), span, value, parameter.Code);
    }

    public bool LiesIn(TextSpan span) => span.Contains(name) && span.Contains(value) && !name.OverlapsWith(value);

    string NameCode(AddedParameter parameter)
    {
        var isMemberName = file.Root.FindToken(name.Start).Parent is { Parent: NameEqualsSyntax };
        return isMemberName ? parameter.Name : $"\"{parameter.Name}\"";
    }

    static string Put(string code, TextSpan span, TextSpan part, string text) =>
        code.Remove(part.Start - span.Start, part.Length).Insert(part.Start - span.Start, text);
}
