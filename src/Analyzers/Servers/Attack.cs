using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Servers;

/// <summary>A token request that has to be refused, and what is wrong with a server that lets it through.</summary>
/// <param name="Altered">The inputs in which it differs from a request that passes: where a condition on them is not known, nothing
/// is.</param>
sealed record Attack(GapKind Kind, Scenario Scenario, params SourceKind[] Altered)
{
    const string WrongVerifier = "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /// <summary>What RFC 7636 section 4.6 lets through.</summary>
    public static readonly Scenario Right = new(Scenario.RightVerifier, Scenario.RightChallenge, WireNames.S256);

    /// <summary>What it lets through where a server takes the plain transformation.</summary>
    public static readonly Scenario RightPlain = new(Scenario.RightVerifier, Scenario.RightVerifier, Scenario.Plain);

    /// <summary>The same with a verifier that is not the client's.</summary>
    public static Scenario WrongOf(Scenario right) => right with { Verifier = WrongVerifier };

    /// <summary>The list: what RFC 7636 section 4.6 and RFC 9700 section 2.1.1 refuse, beside what passes.</summary>
    public static IEnumerable<Attack> On(Scenario right)
    {
        var wrong = WrongOf(right);
        foreach (var unknown in new[] { "unknown", null, "" })
            yield return new(GapKind.UnknownMethod, wrong with { Method = unknown }, SourceKind.StoredMethod);
        foreach (var nothing in new[] { null, "" })
        {
            yield return new(GapKind.NoVerifier, right with { Verifier = nothing }, SourceKind.PresentedVerifier);
            yield return new(
                GapKind.NoChallenge,
                right with
                {
                    Challenge = nothing,
                    Method = nothing,
                },
                SourceKind.StoredChallenge,
                SourceKind.StoredMethod
            );
            yield return new(GapKind.NotRequired, right with { Verifier = nothing, IsRequired = false }, SourceKind.PresentedVerifier);
            yield return new(GapKind.Confidential, right with { Verifier = nothing, IsPublic = false }, SourceKind.PresentedVerifier);
        }
        yield return new(GapKind.NotRequired, wrong with { IsRequired = false });
        yield return new(GapKind.Confidential, wrong with { IsPublic = false });
    }
}
