using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>One way in which a text or set of parameters can be put together, read as a request.</summary>
sealed record Variant(Text Text, Text Endpoint, ParameterSet Set)
{
    /// <summary>What its code challenge looks like; null where that is not known.</summary>
    public SampledValue? Challenge { get; init; }

    public Parameter? Find(string name) =>
        Set.Find(name) ?? Set.Parameters.FirstOrDefault(parameter => WireNames.Unprefixed(parameter.Name) == name);
}
