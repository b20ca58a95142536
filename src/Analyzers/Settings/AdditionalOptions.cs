using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Configuration;

namespace PkceAnalyzers.Settings;

/// <summary>What cannot be understood of the options that hold for an additional file, such as those of an <c>[*.json]</c>
/// section.</summary>
sealed record AdditionalOptions(Location Place, ImmutableArray<MalformedOption> Malformed)
{
    /// <summary>The entries that are said at this file: once in a compilation, at the file that they hold for whose path is the
    /// first.</summary>
    public static AdditionalOptions Of(AdditionalText file, PkceOptions options, AnalyzerOptions all, SyntaxTree? firstSource)
    {
        var place = PlaceIn(file);
        if (options.Malformed.IsEmpty)
            return new AdditionalOptions(place, []);
        // What holds for sources too, as in a global configuration, is said there. Hosts order files as they like.
        var earlier = all
            .AdditionalFiles.Where(other => string.CompareOrdinal(other.Path, file.Path) < 0)
            .Select(all.AnalyzerConfigOptionsProvider.GetOptions)
            .Concat(firstSource is null ? [] : [all.AnalyzerConfigOptionsProvider.GetOptions(firstSource)])
            .SelectMany(other => PkceOptions.Read(other).Malformed);
        return new AdditionalOptions(place, [.. options.Malformed.Except(earlier)]);
    }

    /// <summary>What cannot be understood of a baseline: all of it, or nothing.</summary>
    public static AdditionalOptions OfBaseline(AdditionalText file, bool isReadable) =>
        new(PlaceIn(file), isReadable ? [] : [new MalformedOption(PkceOptions.BaselineKey, Path.GetFileName(file.Path))]);

    static Location PlaceIn(AdditionalText file) => Location.Create(file.Path, new TextSpan(0, 0), default);
}
