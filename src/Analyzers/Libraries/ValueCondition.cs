using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>The values of a member at which a fact holds.</summary>
/// <param name="Text">For documentation.</param>
/// <param name="Holds">Given the value as text: <c>false</c>, the name of an enum's member, a string's content.</param>
sealed record ValueCondition(string Text, Func<string, bool> Holds)
{
    /// <summary>Nothing is written.</summary>
    public static readonly ValueCondition Unset = new("not set", static _ => false);

    /// <summary>A response type with <c>code</c> in it that is not exactly <c>code</c>, which is what handlers compare with.</summary>
    public static readonly ValueCondition Hybrid = new(
        "a response type other than exactly `code` that yields a code",
        static value => value != WireNames.Code && ResponseTypes.AsksFor(WireNames.Code, value)
    );

    /// <summary>A response type with an access token in it (RFC 9700 section 2.1.2).</summary>
    public static readonly ValueCondition FrontChannel = new(
        "a response type with `token` in it",
        static value => ResponseTypes.AsksFor(WireNames.Token, value)
    );

    /// <summary>Anything is written.</summary>
    public static readonly ValueCondition Written = new("set", static _ => true);

    /// <summary>Whatever the member tells of the grants decides (<see cref="Setting.Of"/>).</summary>
    public static readonly ValueCondition Grant = new("a list of grants with one of those", static _ => true);

    public static ValueCondition Is(params string[] values) =>
        new(string.Join(", ", values.Select(value => $"`{value}`")), value => values.Contains(value, StringComparer.Ordinal));
}
