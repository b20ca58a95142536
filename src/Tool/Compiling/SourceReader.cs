using System.Text;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Tool.Projects;

namespace PkceAnalyzers.Tool.Compiling;

/// <summary>Reads a text file as the C# compiler does: by its byte order mark, else as UTF-8, else as Latin-1.</summary>
static class SourceReader
{
    static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="BinaryFileException">The file is no text.</exception>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static SourceText Read(string path)
    {
        try
        {
            using var stream = RegularFile.Open(path);
            return Read(path, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    /// <param name="path">Names the content.</param>
    /// <param name="stream">The content; can be read from its beginning again.</param>
    /// <exception cref="BinaryFileException">It is no text.</exception>
    public static SourceText Read(string path, Stream stream)
    {
        try
        {
            try
            {
                return SourceText.From(stream, StrictUtf8, throwIfBinaryDetected: true);
            }
            catch (DecoderFallbackException)
            {
                stream.Position = 0;
                return SourceText.From(stream, Encoding.Latin1, throwIfBinaryDetected: true);
            }
        }
        catch (InvalidDataException e)
        {
            throw new BinaryFileException(path, e);
        }
    }
}
