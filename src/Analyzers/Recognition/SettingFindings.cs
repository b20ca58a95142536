using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>What the registrations of a compilation mean for PKCE.</summary>
sealed class SettingFindings
{
    static readonly ConditionalWeakTable<CompilationCache, SettingFindings> OfCompilation = new();
    static readonly TriggerWords HandMade = new(["code_challenge", "codechallenge"]);

    readonly TypeMatcher _matcher;
    readonly RegistrationFinder _finder;
    readonly ProgramFacts _program;
    readonly ApiRequests _requests;

    SettingFindings(CompilationCache cache, ProjectFacts project)
    {
        // Serves all files of the compilation: no single callback's token.
        _matcher = new TypeMatcher(cache, project, CancellationToken.None);
        _finder = new RegistrationFinder(_matcher, CancellationToken.None);
        _requests = new ApiRequests(_matcher, CancellationToken.None);
        _program = new ProgramFacts(cache, _finder, CancellationToken.None);
    }

    /// <summary>The findings in one file.</summary>
    public static ImmutableArray<SettingFinding> In(SyntaxTree tree, CompilationCache cache, ProjectFacts project) =>
        OfCompilation.GetValue(cache, cache => new SettingFindings(cache, project)).In(tree);

    /// <summary>The requests that calls and objects of libraries are.</summary>
    public static ImmutableArray<Request> RequestsIn(SyntaxTree tree, CompilationCache cache, ProjectFacts project) =>
        OfCompilation.GetValue(cache, cache => new SettingFindings(cache, project))._requests.In(tree);

    ImmutableArray<SettingFinding> In(SyntaxTree tree)
    {
        var isHandMade = new Lazy<bool>(() => HandMade.AreIn(tree.GetText()));
        var found = new List<SettingFinding>();
        var reported = new HashSet<(SyntaxNode, Setting)>();
        foreach (var registration in _finder.In(tree))
        {
            var version = LibraryVersion.Of(registration.Type, registration.Match.Symbol, _matcher.Project);
            foreach (var finding in SettingFinding.Of(registration, version, () => isHandMade.Value, _program))
            {
                // A helper's write is found with the helper and with each registration that it serves.
                if (finding.Place.SyntaxTree == tree && reported.Add((finding.Place, finding.Setting)))
                    found.Add(finding);
            }
        }
        found.AddRange(new CallFacts(_matcher, CancellationToken.None).In(tree));
        found.AddRange(new HandlerTraps(_matcher, CancellationToken.None).In(tree));
        return [.. found.OrderBy(finding => finding.Place.SpanStart)];
    }
}
