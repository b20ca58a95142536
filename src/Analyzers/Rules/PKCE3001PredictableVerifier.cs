using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Evaluation;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A code verifier from a source that is not a cryptographically secure random number generator (RFC 7636 section 7.1).</summary>
sealed class PKCE3001PredictableVerifier : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning("PKCE3001",
        title: "Code verifier from a predictable source",
        message: "The client's code verifier comes from {0}: make it with ProofKey.Create(), or from 32 octets of RandomNumberGenerator",
        description: "Whoever can guess the code verifier can redeem an intercepted authorization code. It has to come from a cryptographically secure random number generator.",
        cwe: 338, section: "RFC 7636 7.1");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Judge(FileModel file)
    {
        if (file.Project.IsTestProject)
            yield break;
        var reported = new HashSet<SyntaxNode>();
        // The sink that a fix can start from reports, where there is one.
        foreach (var verifier in file.Verifiers.OrderBy(verifier => verifier.Maker is null))
        {
            if (verifier.Sources.Has(SourceKind.SecureRandom) || Weakest(verifier.Sources) is not { } source)
                continue;
            // A generator in another file has no say there: what uses it is reported.
            var place = source.Place.SyntaxTree == file.Model.SyntaxTree ? source.Place : verifier.Sink;
            if (place.SyntaxTree != file.Model.SyntaxTree || !reported.Add(place))
                continue;
            var properties = verifier.Maker is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Repair.VerifierAt, "0");
            // A name alone is a guess, unless the file makes challenges too.
            var severity = verifier.IsSent || MakesChallenges(file) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
            yield return Diagnostic.Create(Finding, place.GetLocation(), severity, [(verifier.Maker ?? source.Place).GetLocation()], properties, Name(source));
        }
    }

    static bool MakesChallenges(FileModel file) =>
        file.Model.SyntaxTree.GetRoot().DescendantTokens().Any(token => token.Text.IndexOf("challenge", StringComparison.OrdinalIgnoreCase) >= 0);

    // Where it is drawn says more than where the generator is made.
    static Source? Weakest(SourceSet sources)
    {
        var weak = sources.Items.Where(source => source.Kind is SourceKind.PredictableRandom or SourceKind.Guid).ToList();
        return weak.Count == 0 ? null : weak.Where(source => source.Place is not BaseObjectCreationExpressionSyntax).DefaultIfEmpty(weak[0]).First();
    }

    static string Name(Source source) => source.Kind == SourceKind.Guid
        ? "a GUID, which has at most 122 random bits and no promise of unpredictability"
        : "System.Random, which is predictable";
}
