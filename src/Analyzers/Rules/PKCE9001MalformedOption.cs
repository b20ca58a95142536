using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>An option of ours that cannot be understood.</summary>
sealed class PKCE9001MalformedOption : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning("PKCE9001",
        title: "Option cannot be understood",
        message: "The option {0} has the entry '{1}', which is ignored: write {2}",
        description: "An option that is ignored leaves requests judged, or not judged, against the intention of whoever wrote it.",
        cwe: 1188, section: "docs/options.md");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Judge(FileModel file)
    {
        // Once in a compilation, and not by whichever file comes first today: the options of its first file.
        if (file.Model.Compilation.SyntaxTrees.First() != file.Model.SyntaxTree)
            yield break;
        foreach (var option in file.Options.Malformed)
            yield return Diagnostic.Create(Finding, Location.Create(file.Model.SyntaxTree, new TextSpan(0, 0)), option.Key, option.Entry, option.Expected);
    }
}
