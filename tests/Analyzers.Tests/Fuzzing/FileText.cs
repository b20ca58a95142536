using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tests.Fuzzing;

/// <summary>A settings or Razor file.</summary>
sealed class FileText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
