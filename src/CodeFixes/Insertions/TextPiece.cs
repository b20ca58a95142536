using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>A part of a text to write: fixed text, or an expression whose value stands there.</summary>
readonly struct TextPiece
{
    TextPiece(string text, bool isCode)
    {
        Text = text;
        IsCode = isCode;
    }

    public string Text { get; }

    public bool IsCode { get; }

    public static TextPiece Fixed(string text) => new(text, isCode: false);

    /// <summary><c>&amp;name=value</c> for each of <paramref name="parameters"/>.</summary>
    public static IReadOnlyList<TextPiece> Query(IReadOnlyList<AddedParameter> parameters) =>
        [
            .. parameters.SelectMany(parameter =>
                new[]
                {
                    new TextPiece($"&{parameter.Name}=", isCode: false),
                    parameter.IsFixed ? Fixed(parameter.Value) : new TextPiece(Hole.Of(parameter.Value), isCode: true),
                }
            ),
        ];
}
