namespace PkceAnalyzers.Tool.Compiling;

/// <summary>A file by the name of a text holds something else.</summary>
sealed class BinaryFileException(string path, Exception cause) : InputException($"{path}: is no text and passed over", cause);
