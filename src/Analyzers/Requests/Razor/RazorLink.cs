using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Requests.Razor;

/// <summary>An authorization request in the attribute of an HTML element: <c>&lt;a
/// href="…/authorize?response_type=code&amp;client_id=@id"&gt;</c>.</summary>
/// <param name="Host">The host that it goes to; null where that is not known.</param>
/// <param name="Parameters">Its parameters; the value is null where an expression gives it.</param>
/// <param name="Place">The attribute's value.</param>
sealed record RazorLink(string? Host, ImmutableArray<(string Name, string? Value)> Parameters, Location Place)
{
    /// <summary>Stands for an expression.</summary>
    const char Hole = '\uFFFC';

    // @name.Member(argument)[index], and @(anything); brackets of one depth inside.
    static readonly Regex Expression = new(
        @"@(?:\((?:[^()]|\([^()]*\))*\)|[A-Za-z_][\w.]*(?:\([^()]*\)|\[[^\[\]]*\]|\.[A-Za-z_]\w*)*)",
        RegexOptions.CultureInvariant
    );

    public IEnumerable<string> Names => Parameters.Select(parameter => parameter.Name);

    public bool Has(string name) => Parameters.Any(parameter => parameter.Name == name);

    public string? ValueOf(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name).Value;

    /// <summary>What the request asks for; <see cref="Grants.None"/> where PKCE is no matter of it, or its parameters are
    /// elsewhere.</summary>
    public Grants Asks =>
        Has(WireNames.RequestUri) || Has(WireNames.Request) || !Has(WireNames.ClientId) || ValueOf(WireNames.ResponseType) is not { } type
            ? Grants.None
            : ResponseTypeGrants.Of(type);

    /// <summary>Reads an attribute's value; null where it is no URL with a query, or an expression may hold parameters.</summary>
    public static RazorLink? From(string url, Location place)
    {
        var text = Expression.Replace(url, Hole.ToString()).Replace("&amp;", "&");
        var mark = text.IndexOf('?');
        var isAbsolute =
            Uri.TryCreate(text.Substring(0, Math.Max(0, mark)), UriKind.Absolute, out var endpoint) && endpoint.Host.Length > 0;
        // The pages of an authorization server hand a request on among themselves, by relative URLs.
        if (mark < 0 || !isAbsolute && text[0] != Hole)
            return null;
        var parameters = ImmutableArray.CreateBuilder<(string, string?)>();
        foreach (var pair in text.Substring(mark + 1).Split('#')[0].Split('&'))
        {
            var equals = pair.IndexOf('=');
            var hole = pair.IndexOf(Hole);
            // A value may begin with an expression; anywhere else it may be the rest of the query.
            if (equals < 0 || hole >= 0 && hole != equals + 1)
                return null;
            parameters.Add(
                (pair.Substring(0, equals), hole < 0 ? Uri.UnescapeDataString(pair.Substring(equals + 1).Replace('+', ' ')) : null)
            );
        }
        return new RazorLink(isAbsolute ? endpoint!.Host : null, parameters.ToImmutable(), place);
    }

    static readonly Regex Attribute = new(
        @"(?<name>[\w-]+)\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)')",
        RegexOptions.CultureInvariant
    );

    /// <summary>What may add inputs that are not written in the form: helpers, partial views, components, other fields.</summary>
    static readonly Regex Other = new(
        @"@Html\.|<partial\b|<vc:|<component\b|<[A-Z]|<select\b|<textarea\b|@await\b",
        RegexOptions.CultureInvariant
    );

    /// <summary>Reads a form that sends its inputs to an endpoint; null where that is none of another server, or an expression may hold
    /// further inputs.</summary>
    public static RazorLink? FromForm(string attributes, string body, IEnumerable<(string Text, Location Place)> inputs)
    {
        var action = Expression.Replace(ValueIn(attributes, "action") ?? "", Hole.ToString());
        var isAbsolute = Uri.TryCreate(action, UriKind.Absolute, out var endpoint) && endpoint.Host.Length > 0;
        if (!isAbsolute && (action.Length == 0 || action[0] != Hole) || Other.IsMatch(body))
            return null;
        var parameters = ImmutableArray.CreateBuilder<(string, string?)>();
        Location? place = null;
        foreach (var input in inputs)
        {
            // An input without a name is not sent.
            if (ValueIn(input.Text, "name") is not { } name)
                continue;
            if (name.IndexOf('@') >= 0)
                return null;
            parameters.Add((name, ValueIn(input.Text, "value") is { } value && value.IndexOf('@') < 0 ? value : null));
            if (name == WireNames.ResponseType)
                place = input.Place;
        }
        return place is null ? null : new RazorLink(isAbsolute ? endpoint!.Host : null, parameters.ToImmutable(), place);
    }

    static string? ValueIn(string attributes, string name) =>
        Attribute
            .Matches(attributes)
            .Cast<Match>()
            .Where(match => match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(match => match.Groups["value"].Value)
            .FirstOrDefault();
}
