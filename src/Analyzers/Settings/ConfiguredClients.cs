using Microsoft.CodeAnalysis;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>The clients that libraries are set up to be in one file, whose <c>client_id</c> is a constant.</summary>
static class ConfiguredClients
{
    public static IEnumerable<KnownClient> In(SyntaxTree tree, CompilationCache cache, ProjectFacts project, CancellationToken cancellation)
    {
        var finder = new RegistrationFinder(new TypeMatcher(cache, project, cancellation), cancellation);
        var findings = SettingFindings.In(tree, cache, project, cancellation);
        return from registration in finder.In(tree)
            where registration.Type.Side == Side.Client
            let id = registration.ClientId
            where id is not null
            select new KnownClient(
                id,
                IsForCode(registration) && DoesProofKeys(registration) && !findings.Any(finding => finding.Registration == registration)
            );
    }

    static bool IsForCode(Registration registration) => GrantReader.Of(registration) == Grants.Code;

    /// <summary>By what is written, or else by itself.</summary>
    static bool DoesProofKeys(Registration registration)
    {
        var switches = registration.Type.Settings.Where(row => row.Effect == SettingEffect.Off).ToList();
        var writes = switches.SelectMany(row => registration.LastWrites(row.Member)).ToList();
        return writes.Count > 0
            ? writes.All(write => write.Values.All(value => value == "true"))
            : switches.Count > 0 && registration is { IsWhole: true, IsOpen: false };
    }
}
