using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>Puts a <see cref="Fragment"/> together: escapes what is no fragment itself.</summary>
[InterpolatedStringHandler]
readonly ref struct FragmentHandler(int literalLength, int formattedCount)
{
    readonly StringBuilder _markup = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string markup) => _markup.Append(markup);

    public void AppendFormatted(Fragment fragment) => _markup.Append(fragment.ToString());

    public void AppendFormatted(IEnumerable<Fragment> fragments)
    {
        foreach (var fragment in fragments)
            AppendFormatted(fragment);
    }

    // An encoded mark that turns the direction of writing would still turn it.
    public void AppendFormatted(string? text) => _markup.Append(HtmlEncoder.Default.Encode(Printable.Line(text ?? "")));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _markup.ToString();
}
