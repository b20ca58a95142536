namespace Desktop;

static class QueryExtensions
{
    public static string AddParameter(this string url, string name, string value) =>
        url + (url.Contains('?') ? "&" : "?") + name + "=" + Uri.EscapeDataString(value);
}
