using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>A settings or Razor file, as analyzers get it.</summary>
sealed class AdditionalFile(string path, SourceText text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
