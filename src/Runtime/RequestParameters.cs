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
        return url.Substring(0, query) + AddToPairs(url.Substring(query, fragment - query), argument) + url.Substring(fragment);
    }

    internal string AddToForm(string form, string argument)
    {
        if (form is null)
            throw new ArgumentNullException(argument);

        // A query is often handed on with its question mark, which is no part of the first name.
        return form.StartsWith("?", StringComparison.Ordinal) ? '?' + AddToPairs(form.Substring(1), argument) : AddToPairs(form, argument);
    }

    internal void AddTo(ICollection<KeyValuePair<string, string>> parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);
        if (parameters.IsReadOnly)
            throw new ArgumentException("The collection is read-only; the method whose name begins with Append takes it.", argument);

        Refuse(parameters.Select(pair => pair.Key), argument);
        var dictionary = parameters as IDictionary<string, string>;
        AddAll(parameters.Add, name => dictionary?.ContainsKey(name) == true, pair => parameters.Remove(pair), argument);
    }

    internal void AddTo(NameValueCollection parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);

        // What HttpUtility.ParseQueryString makes of a parameter without a value is a value without a name.
        Refuse(parameters.AllKeys.Concat(parameters.GetValues(null) ?? []), argument);
        AddAll(Add, name => parameters[name] is not null, pair => parameters.Remove(pair.Key), argument);

        void Add(KeyValuePair<string, string> pair)
        {
            try
            {
                parameters.Add(pair.Key, pair.Value);
            }
            catch (NotSupportedException)
            {
                // The only way to know: IsReadOnly is protected.
                throw new ArgumentException("The collection is read-only; a new NameValueCollection of it is not.", argument);
            }
        }
    }

    internal IReadOnlyList<KeyValuePair<string, string>> AppendTo(IEnumerable<KeyValuePair<string, string>> parameters, string argument)
    {
        if (parameters is null)
            throw new ArgumentNullException(argument);

        var all = new List<KeyValuePair<string, string>>(parameters);
        AddTo(all, argument);
        return all;
    }

    /// <summary>All or none: by a comparer of its own, a collection may take one of the names for another that it has.</summary>
    void AddAll(
        Action<KeyValuePair<string, string>> add,
        Predicate<string> has,
        Action<KeyValuePair<string, string>> remove,
        string argument
    )
    {
        for (var i = 0; i < added.Length; i++)
        {
            if (has(added[i].Key))
            {
                foreach (var pair in added.Take(i))
                    remove(pair);
                throw Present(added[i].Key, argument);
            }
            add(added[i]);
        }
    }

    string AddToPairs(string pairs, string argument)
    {
        Refuse(pairs.Split('&').Select(NameOf), argument);
        return pairs.Length == 0 || pairs[pairs.Length - 1] == '&' ? pairs + Form : pairs + '&' + Form;
    }

    // In any case: many collections know no case, and a name that differs by it only is a slip.
    void Refuse(IEnumerable<string?> names, string argument)
    {
        foreach (var name in names)
        foreach (var pair in added)
            if (string.Equals(name, pair.Key, StringComparison.OrdinalIgnoreCase))
                throw Present(name, argument);
    }

    static string NameOf(string pair)
    {
        var end = pair.IndexOf('=');
        return Uri.UnescapeDataString(end < 0 ? pair : pair.Substring(0, end));
    }

    static ArgumentException Present(string? name, string argument) =>
        new($"The request has the parameter {name} already; a request carries one proof key.", argument);
}
