using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>The parameters that code puts together: in a dictionary, a form, a query string.</summary>
/// <param name="Parameters">Each name at most once; the later write counts.</param>
/// <param name="Open">Expressions that may add parameters which are not known; empty: the set is closed.</param>
sealed record ParameterSet(ImmutableArray<Parameter> Parameters, ImmutableArray<SyntaxNode> Open)
{
    /// <summary>More are not kept: the set counts as open then.</summary>
    const int Most = 64;

    const int MostCases = 4;

    public static readonly ParameterSet Empty = new([], []);

    /// <summary>Where paths met that ask for different grants: the set of each, so that what belongs to one grant is not
    /// missed in the other. Empty where there is but one. The parameters of the set itself are those of all cases.</summary>
    public ImmutableArray<ParameterSet> Cases { get; init; } = [];

    public bool IsEmpty => Parameters.IsEmpty && Open.IsEmpty;

    public Parameter? Find(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
                return parameter;
        }
        return null;
    }

    public bool Has(string name) => Find(name) is not null;

    public ParameterSet With(Parameter parameter)
    {
        if (Find(parameter.Name) is { } old)
            return InAllCases(this with { Parameters = Parameters.Replace(old, parameter) }, set => set.With(parameter));
        return Parameters.Length >= Most
            ? OpenedBy(parameter.Place)
            : InAllCases(this with { Parameters = Parameters.Add(parameter) }, set => set.With(parameter));
    }

    public ParameterSet With(ParameterSet other)
    {
        if (IsEmpty)
            return other;
        var all = other.Parameters.Aggregate(this, (set, parameter) => set.With(parameter));
        return other.Open.Aggregate(all, (set, place) => set.OpenedBy(place));
    }

    public ParameterSet Without(string name) =>
        Find(name) is { } old ? InAllCases(this with { Parameters = Parameters.Remove(old) }, set => set.Without(name)) : this;

    public ParameterSet OpenedBy(SyntaxNode place) =>
        Open.Contains(place) || Open.Length > 8 ? this : InAllCases(this with { Open = Open.Add(place) }, set => set.OpenedBy(place));

    static ParameterSet InAllCases(ParameterSet set, Func<ParameterSet, ParameterSet> change) =>
        set.Cases.IsEmpty ? set : set with { Cases = [.. set.Cases.Select(change)] };

    /// <summary>What is known where two paths meet.</summary>
    public static ParameterSet Join(ParameterSet one, ParameterSet other)
    {
        if (ReferenceEquals(one, other) || one.Equals(other))
            return one;
        var joined = one
            .Parameters.Select(parameter =>
                other.Find(parameter.Name) is { } twin ? parameter.JoinedWith(twin) : parameter with { Always = false }
            )
            .Concat(other.Parameters.Where(parameter => !one.Has(parameter.Name)).Select(parameter => parameter with { Always = false }));
        var set = other.Open.Aggregate(new ParameterSet([.. joined], one.Open), (set, place) => set.OpenedBy(place));
        if (one.Cases.IsEmpty && other.Cases.IsEmpty && one.Grant == other.Grant)
            return set;
        var cases = one
            .CasesOrSelf.Concat(other.CasesOrSelf)
            .GroupBy(known => known.Grant)
            .Select(same => same.Aggregate(Join))
            .ToImmutableArray();
        return cases.Length is > 1 and <= MostCases ? set with { Cases = cases } : set;
    }

    ImmutableArray<ParameterSet> CasesOrSelf => Cases.IsEmpty ? [this] : Cases;

    /// <summary>What tells one grant's request from another's.</summary>
    (string? GrantType, string? ResponseType) Grant => (Exact(WireNames.GrantType), Exact(WireNames.ResponseType));

    string? Exact(string name) => (Find(name)?.Value as Text)?.Exact;

    public bool Equals(ParameterSet? other) =>
        other is not null
        && Parameters.SequenceEqual(other.Parameters)
        && Open.SequenceEqual(other.Open)
        && (Cases.IsEmpty && other.Cases.IsEmpty || Cases.SequenceEqual(other.Cases));

    public override int GetHashCode() => Parameters.Length;
}

/// <summary>A parameter of a set.</summary>
/// <param name="Name">As on the wire.</param>
/// <param name="Value">What it may be.</param>
/// <param name="Always">Whether it is there on every path; otherwise on some.</param>
/// <param name="Entry">Where and how it was put there.</param>
sealed record Parameter(string Name, Value Value, bool Always, Entry Entry)
{
    public SyntaxNode Place => Entry.Place;

    /// <summary>The expression of its value, where it can be told from the text around it.</summary>
    public SyntaxNode ShownAt => Entry.Value ?? (Value as Text)?.Pieces.OfType<HolePiece>().FirstOrDefault()?.Place ?? Place;

    /// <summary>The expression that its value comes from, whatever variables it went through; null where that is not followed.</summary>
    public SyntaxNode? Origin =>
        Value switch
        {
            Unknown unknown => unknown.Origin,
            Text { Pieces: [HolePiece { Content: Unknown unknown }] } => unknown.Origin,
            _ => null,
        };

    public Parameter JoinedWith(Parameter twin) => this with { Value = Choice.Of(Value, twin.Value), Always = Always && twin.Always };
}
