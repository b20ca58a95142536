using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Reads a text file as the C# compiler does: by its byte order mark, else as UTF-8, else as Latin-1.</summary>
static class SourceReader
{
    static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InputException">The file cannot be read.</exception>
    public static SourceText Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            try
            {
                return SourceText.From(stream, StrictUtf8);
            }
            catch (DecoderFallbackException)
            {
                stream.Position = 0;
                return SourceText.From(stream, Encoding.Latin1);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }
}
