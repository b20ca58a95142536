using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;

namespace PkceAnalyzers.Settings;

/// <summary>A row of the catalogue that holds for a registration.</summary>
/// <param name="Write">The write that makes it so; null when there is none.</param>
/// <param name="Grants">The grants of the client, as far as they are known.</param>
sealed record SettingFinding(Registration Registration, Setting Setting, MemberWrite? Write, Grants? Grants)
{
    public SyntaxNode Place { get; init; } = Registration.Place;

    /// <summary>Whether it is inferred, and so no more than advice.</summary>
    public bool IsAdvice { get; private init; }

    public Location Location =>
        Place switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.GetLocation(),
            MethodDeclarationSyntax method => method.Identifier.GetLocation(),
            _ => Place.GetLocation(),
        };

    /// <summary>What the code does instead of writing the setting; null where it is the setting itself.</summary>
    public SettingTrap? Trap { get; private init; }

    /// <summary>A finding about a piece of code that is no registration.</summary>
    public static SettingFinding At(SyntaxNode place, TypeMatch match, Setting row, SettingTrap? trap = null, bool isAdvice = false) =>
        new(new Registration(match, place, [], RegistrationKind.HandedIn, IsWhole: false, IsOpen: false, Scheme: null), row, null, null)
        {
            IsAdvice = isAdvice,
            Trap = trap,
        };

    /// <summary>The rows that hold for a registration, each member's first.</summary>
    /// <param name="handMade">Whether PKCE is made by hand where the object is set up.</param>
    public static IEnumerable<SettingFinding> Of(
        Registration registration,
        LibraryVersion version,
        HandMadeProof handMade,
        ProgramFacts program
    )
    {
        var grants = GrantReader.Of(registration);
        var settled = new HashSet<(string, SettingEffect)>();
        foreach (var row in registration.Type.Settings)
        {
            if (
                row.Before is { } before && !version.IsBefore(before)
                || row.From is { } from && !version.IsNotBefore(from)
                || settled.Contains((row.Member, row.Effect))
            )
                continue;
            if (row.Of is { } wanted && grants is { } known && (known & wanted) == 0 || program.MakesUpFor(row))
                continue;
            if (row.Condition == ValueCondition.Unset)
            {
                if (
                    WhereUnset(registration, row) is not { } places
                    || row.Of is not null && grants is null
                    || !program.Shows(row)
                    || handMade.IsWhole(registration)
                    || program.Writes(registration, row)
                )
                    continue;
                settled.Add((row.Member, row.Effect));
                foreach (var place in places)
                    yield return new SettingFinding(registration, row, null, grants)
                    {
                        Place = place,
                        IsAdvice = program.IsAdvice(row) || registration.IsIncomplete,
                    };
                continue;
            }
            if (
                row.Condition == ValueCondition.Grant && grants is null
                || row.Condition == ValueCondition.Hybrid && handMade.IsWhole(registration)
                || row.Effect == SettingEffect.Off && registration.LastWrites(row.Member).Any() && handMade.IsSent(registration)
            )
                continue;
            foreach (var write in registration.LastWrites(row.Member))
            {
                if (
                    row.Condition != ValueCondition.Grant
                    && !(write.Values.Count > 0 && write.Values.All(value => value is not null && row.Condition.Holds(value)))
                    && row.Condition != ValueCondition.Written
                )
                    continue;
                settled.Add((row.Member, row.Effect));
                if (program.Overrides(registration, row))
                    continue;
                yield return new SettingFinding(registration, row, write, grants) { Place = write.Place, IsAdvice = program.IsAdvice(row) };
            }
        }
    }

    /// <summary>Where the absence of a member shows; null where it is not known to be absent, or does not matter.</summary>
    static IReadOnlyList<SyntaxNode>? WhereUnset(Registration registration, Setting row)
    {
        if (registration.IsOpen || registration.Writes.Any(write => write.Member == row.Member || row.Instead.Contains(write.Member)))
            return null;
        if (row.Given.Length == 0)
            return registration.IsWhole ? [registration.Place] : null;
        return registration.Writes.FirstOrDefault(write => row.Given.Contains(write.Member)) is { } given
            ? [row.AtCreation ? registration.Place : given.Place]
            : null;
    }
}
