using Microsoft.CodeAnalysis;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>A client that a library is set up to be.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="SendsProofKey">Whether the library is known to send a code challenge with each of its authorization requests.</param>
readonly record struct ClientRegistration(string Id, bool SendsProofKey)
{
    /// <summary>Those whose <c>client_id</c> is a constant, in one file.</summary>
    public static IEnumerable<ClientRegistration> In(
        SyntaxTree tree,
        CompilationCache cache,
        ProjectFacts project,
        CancellationToken cancellation
    )
    {
        var finder = new RegistrationFinder(new TypeMatcher(cache, project, cancellation), cancellation);
        var findings = SettingFindings.In(tree, cache, project, cancellation);
        return from registration in finder.In(tree)
            where registration.Type.Side == Side.Client
            let id = registration.ClientId
            where id is not null
            select new ClientRegistration(
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
