using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Inspecting;

/// <summary>A parameter of a request.</summary>
/// <param name="Name">As on the wire.</param>
/// <param name="Values">What it may be: texts in quotes, else the code that gives it.</param>
/// <param name="IsAlways">Whether it is there on every path.</param>
/// <param name="Place">Where it is put there.</param>
sealed record SeenParameter(string Name, IReadOnlyList<string> Values, bool IsAlways, Place Place);
