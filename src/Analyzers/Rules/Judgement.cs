using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.Rules;

/// <summary>What a rule finds wrong with a model: what a reader is told of it, and the model itself, from which a fix plans.</summary>
sealed class Judgement(DiagnosticDescriptor rule, Location place, DiagnosticSeverity severity, params object?[] arguments)
{
    /// <summary>One as grave as the rule says.</summary>
    public Judgement(DiagnosticDescriptor rule, Location place, params object?[] arguments)
        : this(rule, place, rule.DefaultSeverity, arguments) { }

    /// <summary>The id of the rule.</summary>
    public string Id => rule.Id;

    public Location Place => place;

    /// <summary>The model that was judged; null where no fix asks for it.</summary>
    public object? Subject { get; init; }

    /// <summary>What else a reader has to see to understand it.</summary>
    public ImmutableArray<Location> Related { get; init; } = [];

    /// <summary>The reason for which the code excepts it; null where it does not.</summary>
    public string? ExceptedBecause { get; init; }

    /// <param name="compilation">What it was found in; null where all its places lie in that.</param>
    public Diagnostic ToDiagnostic(Compilation? compilation = null) =>
        Diagnostic.Create(
            rule,
            place,
            severity,
            Related.Where(other => other != place).Distinct().Select(other => Shown(other, compilation)),
            ExceptedBecause is null ? null : ImmutableDictionary<string, string?>.Empty.Add(NoPkceMarker.ReasonProperty, ExceptedBecause),
            arguments
        );

    /// <summary>The compiler takes no place in the source of another project, but one in any file.</summary>
    static Location Shown(Location place, Compilation? compilation) =>
        compilation is not null && place.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree)
            ? Location.Create(tree.FilePath, place.SourceSpan, place.GetLineSpan().Span)
            : place;
}
