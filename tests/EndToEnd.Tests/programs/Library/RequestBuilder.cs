using System.Text;

namespace Library;

/// <summary>A query or form that grows.</summary>
sealed class RequestBuilder
{
    private readonly StringBuilder _text = new();

    public RequestBuilder With(string name, string value)
    {
        if (_text.Length > 0)
        {
            _text.Append('&');
        }

        _text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public string Build() => _text.ToString();
}
