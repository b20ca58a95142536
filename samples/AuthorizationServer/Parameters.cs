using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthorizationServer;

/// <summary>
/// The parameters of a request: names are case-sensitive, and one without a value counts as left out (RFC 6749, sections 3.1 and 3.2).
/// The framework's own collections know no case and join what is repeated: they would read <c>x=&amp;x=1</c> as 1.
/// </summary>
sealed class Parameters
{
    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    Parameters(string text)
    {
        foreach (var pair in new QueryStringEnumerable(text))
            HasRepeated |= !values.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    /// <summary>Whether a parameter is there more than once: such a request is refused (RFC 6749, sections 3.1 and 3.2).</summary>
    public bool HasRepeated { get; }

    public string? this[string name] => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public static Parameters OfQuery(HttpRequest request) => new(request.QueryString.Value ?? "");

    /// <summary>Null where the body is anything but a form as RFC 6749, appendix B, has it.</summary>
    public static async Task<Parameters?> OfFormAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !string.Equals(type.MediaType, "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return null;
        using var body = new StreamReader(request.Body);
        return new(await body.ReadToEndAsync());
    }
}
