using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>A piece of code.</summary>
/// <param name="Text">Its text, in one line, perhaps shortened.</param>
sealed record SeenCode(string Text, Place Place);
