using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Catalog;

namespace PkceAnalyzers.Recognition;

/// <summary>A row of the catalogue that holds for a registration.</summary>
/// <param name="Write">The write that makes it so; null when there is none.</param>
/// <param name="Grants">The grants of the client, as far as they are known.</param>
sealed record SettingFinding(Registration Registration, Setting Setting, MemberWrite? Write, Grants? Grants)
{
    public SyntaxNode Place => Write?.Place ?? Registration.Place;

    public Location Location => Place is BaseTypeDeclarationSyntax type ? type.Identifier.GetLocation() : Place.GetLocation();

    /// <summary>What is written, for a message.</summary>
    public string Shown => Write is null ? $"{Setting.Member} not set" : $"{Setting.Member} = {Short(Write.Value.ToString())}";

    static string Short(string text) => text.Length <= 40 && text.IndexOf('\n') < 0 ? text : text.Substring(0, Math.Min(37, text.Split('\r', '\n')[0].Length)) + "…";

    /// <summary>The rows that hold for a registration, each member's first.</summary>
    /// <param name="isWrittenElsewhere">Whether code that configures all objects of the type, or those of the same name, writes a member.</param>
    public static IEnumerable<SettingFinding> Of(Registration registration, LibraryVersion version, Func<bool> isHandMade, Func<string, bool> isWrittenElsewhere)
    {
        var grants = GrantReader.Of(registration);
        var settled = new HashSet<(string, Fact)>();
        foreach (var row in registration.Type.Settings)
        {
            if (row.Before is { } before && !version.IsBefore(before) || settled.Contains((row.Member, row.Fact)))
                continue;
            if (row.Of is { } wanted && grants is { } known && (known & wanted) == 0)
                continue;
            if (row.When == When.Unset)
            {
                var isDefault = registration is { IsWhole: true, IsOpen: false } && !registration.Writes.Any(write => write.Member == row.Member);
                if (!isDefault || row.Of is not null && grants is null || isHandMade() || isWrittenElsewhere(row.Member))
                    continue;
                settled.Add((row.Member, row.Fact));
                yield return new SettingFinding(registration, row, null, grants);
                continue;
            }
            if (row.When == When.Grant && grants is null || row.When == When.Hybrid && isHandMade())
                continue;
            foreach (var write in registration.LastWrites(row.Member))
            {
                if (row.When != When.Grant && !write.Values.All(value => value is not null && row.When.Holds(value)))
                    continue;
                settled.Add((row.Member, row.Fact));
                yield return new SettingFinding(registration, row, write, grants);
            }
        }
    }
}
