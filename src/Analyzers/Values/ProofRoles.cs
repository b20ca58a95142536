using Microsoft.CodeAnalysis;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>What a name says of a value in verification code.</summary>
static class ProofRoles
{
    static readonly string[] Switching = ["use", "enable", "enabled", "enforce", "validate", "verify", "check"];

    static readonly string[] Excusing = ["skip", "disable", "disabled", "ignore", "bypass", "optional", "without"];

    /// <summary>By the name on the wire that an attribute gives, else by its own.</summary>
    public static ProofRole Of(ISymbol member) =>
        MemberNames.WireNameOf(member) is { } wire && OfWireName(wire) is not ProofRole.None and var role ? role : OfName(member.Name);

    public static ProofRole OfName(string name) =>
        Identifier.IsVerifier(name) ? ProofRole.Verifier
        : Identifier.IsChallenge(name) ? ProofRole.Challenge
        : Identifier.IsChallengeMethod(name) ? ProofRole.Method
        : ProofRole.None;

    public static ProofRole OfWireName(string name) =>
        WireNames.Unprefixed(name) switch
        {
            WireNames.CodeChallenge => ProofRole.Challenge,
            WireNames.CodeVerifier => ProofRole.Verifier,
            WireNames.CodeChallengeMethod => ProofRole.Method,
            _ => ProofRole.None,
        };

    /// <summary>What a switch of that name is in a scenario; null where it says nothing of PKCE or the kind of client.</summary>
    public static bool? Switch(string name, Scenario scenario)
    {
        var words = Identifier.Words(name).ToList();
        if (words.Contains("public") || words.Contains("confidential"))
            return scenario.IsPublic == words.Contains("public");
        if (words is ["require" or "requires", "client", "secret"])
            return !scenario.IsPublic;
        if (Identifier.IsRequirement(name))
            return scenario.IsRequired;
        if (!words.Exists(word => word is "pkce" or "proof" or "challenge" or "verifier"))
            return null;
        return words.Exists(word => word is "plain") ? false
            : words.Exists(word => Array.IndexOf(Excusing, word) >= 0) ? !scenario.IsRequired
            : words.Exists(word => Array.IndexOf(Switching, word) >= 0) ? scenario.IsRequired
            : words[0] is "has" ? (words.Contains("verifier") ? scenario.Verifier : scenario.Challenge) is not null
            : null;
    }
}
