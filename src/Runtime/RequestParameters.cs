using System.Collections.Specialized;

namespace Pkce;

/// <summary>
/// The parameters that a proof key adds to a request, and how they are added to each shape of it: all or none, and
/// never beside one of the same name.
/// </summary>
sealed class RequestParameters(params KeyValuePair<string, string>[] added)
{
    /// <summary>The parameters as <c>application/x-www-form-urlencoded</c> text. Their names and values need no encoding.</summary>
    internal string Form => string.Join("&", added.Select(pair => pair.Key + '=' + pair.Value));

    internal string AddToUrl(string url, string argument)
    {
        if (url is null)
            throw new ArgumentNullException(argument);

        var fragment = url.IndexOf('#');
        if (fragment < 0)
            fragment = url.Length;
        var query = url.IndexOf('?', 0, fragment);
        if (query < 0)
            return url.Insert(fragment, '?' + Form);

        query++;
        return url.Substring(0, query)
            + AddToForm(url.Substring(query, fragment - query), argument)
            + url.Substring(fragment);
    }

    internal string AddToForm(string form, string argument)
    {
        if (form is null)
            throw new ArgumentNullException(argument);

        Refuse(form.Split('&').Select(NameOf), argument);
        return form.Length == 0 || form[form.Length - 1] == '&' ? form + Form : form + '&' + Form;
    }

    internal void AddTo(ICollection<KeyValuePair<string, string>> parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);
        if (parameters.IsReadOnly)
            throw new ArgumentException("The collection is read-only; the method whose name begins with Append takes it.", argument);

        Refuse(parameters.Select(pair => pair.Key), argument);
        foreach (var pair in added)
            parameters.Add(pair);
    }

    internal void AddTo(NameValueCollection parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);

        Refuse(parameters.AllKeys, argument);
        foreach (var pair in added)
            parameters.Add(pair.Key, pair.Value);
    }

    internal IReadOnlyList<KeyValuePair<string, string>> AppendTo(IEnumerable<KeyValuePair<string, string>> parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);

        var all = new List<KeyValuePair<string, string>>(parameters);
        AddTo(all, argument);
        return all;
    }

    // In any case: many collections know no case, and a name that differs by it only is a slip.
    void Refuse(IEnumerable<string?> names, string argument)
    {
        foreach (var name in names)
            foreach (var pair in added)
                if (string.Equals(name, pair.Key, StringComparison.OrdinalIgnoreCase))
                    throw new ArgumentException($"The request has the parameter {name} already; a request carries one proof key.", argument);
    }

    static string NameOf(string pair)
    {
        var end = pair.IndexOf('=');
        return Uri.UnescapeDataString(end < 0 ? pair : pair.Substring(0, end));
    }
}
