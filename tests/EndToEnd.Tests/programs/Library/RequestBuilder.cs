using System.Text;

namespace Library;

/// <summary>The parameters of a request, for an address or a form.</summary>
public sealed class RequestBuilder
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    public RequestBuilder With(string name, string value)
    {
        _parameters.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    public string ToUrl(string endpoint)
    {
        var url = new StringBuilder(endpoint);
        var separator = '?';
        foreach (var parameter in _parameters)
        {
            url.Append(separator).Append(parameter.Key).Append('=').Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        return url.ToString();
    }

    public FormUrlEncodedContent ToForm() => new(_parameters);
}
