using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>What the registrations of a file, and its calls into libraries, mean for PKCE.</summary>
static class SettingFindings
{
    /// <summary>The findings in one file.</summary>
    public static ImmutableArray<SettingFinding> In(
        SyntaxTree tree,
        CompilationCache cache,
        ProjectFacts project,
        CancellationToken cancellation
    )
    {
        var matcher = new TypeMatcher(cache, project, cancellation);
        var finder = new RegistrationFinder(matcher, cancellation);
        var program = new ProgramFacts(cache, finder, cancellation);
        var handMade = new HandMadeProof(cache, cancellation);
        var found = new List<SettingFinding>();
        var reported = new HashSet<(SyntaxNode, Setting)>();
        foreach (var registration in finder.In(tree))
        {
            var version = LibraryVersion.Of(registration.Type, registration.Match.Symbol, project);
            foreach (var finding in SettingFinding.Of(registration, version, handMade, program))
            {
                // A helper's write is found with the helper and with each registration that it serves.
                if (finding.Place.SyntaxTree == tree && reported.Add((finding.Place, finding.Setting)))
                    found.Add(finding);
            }
        }
        found.AddRange(new CallFacts(matcher, cancellation).In(tree));
        found.AddRange(new HandlerTraps(matcher, finder, cancellation).In(tree));
        found.AddRange(new ForeignChallenges(matcher, cancellation).In(tree));
        found.AddRange(new ChallengeMethodSets(matcher, cancellation).In(tree));
        found.AddRange(new AbpModules(matcher, program, cancellation).In(tree));
        found.AddRange(new KeycloakAttributes(matcher, cancellation).In(tree));
        return [.. found.OrderBy(finding => finding.Place.SpanStart)];
    }
}
