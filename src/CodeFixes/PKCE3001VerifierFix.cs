using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Replaces a code verifier that is predictable, constant, malformed or weak, or the whole helper that makes it, by one from the
/// system's cryptographic random number generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3001VerifierFix)), Shared]
public sealed class PKCE3001VerifierFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3001", "PKCE3002", "PKCE3004", "PKCE3005"];

    private protected override string Title => "Create the code verifier from cryptographic randomness";

    /// <summary>What makes the verifier and nothing else. Where it serves many logins it would do so anew: another fault for this
    /// one.</summary>
    private protected override SyntaxNode? PlaceOf(Defect defect) =>
        defect.Model is VerifierFinding { Verifier: var verifier }
        && (verifier.Maker ?? new VerifierMaker(defect.File.Cache, CancellationToken.None).Of(verifier)) is { } maker
        && !defect.File.SharedVerifiers.Any(shared => !shared.IsMade && maker.Contains(shared.Made))
        && new PureCode(defect.File.Cache, CancellationToken.None).Is(maker)
        && !new RepeatedVerifier(defect.File, CancellationToken.None).MayBeMadeTwice(verifier, maker)
        && Appendage.Of(maker, defect.File.Cache, CancellationToken.None) is not null
            ? maker
            : null;

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned)
    {
        Replace(file, place, edits, planned);
        foreach (var statement in Appendage.Of(place, defect.File.Cache, CancellationToken.None) ?? [])
            edits.In(file).Replace(DeadDeclarations.Lines(file, statement), "");
    }

    internal static void Replace(SourceFile file, SyntaxNode place, SolutionEdits edits, SolutionEdits planned)
    {
        if (Maker.Of(file, place) is { } maker)
            maker.ReplaceBy(ProofKeyCode.At(file, maker.Start, edits, planned).CreateVerifier, edits.In(file));
    }
}
