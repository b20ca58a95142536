namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>A piece of HTML. It is made from interpolated strings alone, whose holes are escaped: no text of the scanned code can become
/// markup.</summary>
readonly record struct Fragment
{
    readonly string? _markup;

    Fragment(string markup) => _markup = markup;

    public static readonly Fragment Empty;

    /// <param name="markup">Markup whose holes are text, or fragments.</param>
    public static Fragment Of(FragmentHandler markup) => new(markup.ToString());

    /// <summary>Markup of our own as a whole, such as a style sheet.</summary>
    public static Fragment Trusted(string markup) => new(markup);

    public override string ToString() => _markup ?? "";
}
