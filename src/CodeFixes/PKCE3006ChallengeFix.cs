using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Replaces a wrong transformation of the code verifier, or the whole helper that makes it, by S256.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3006ChallengeFix)), Shared]
public sealed class PKCE3006ChallengeFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3006"];

    private protected override string Title => "Compute the S256 code challenge";

    private protected override string PlaceProperty(Diagnostic diagnostic) => Repair.ChallengeAt;

    private protected override void Plan(
        SourceFile file,
        SyntaxNode node,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned
    )
    {
        if (
            diagnostic.LocationAt(diagnostic.IndexOf(Repair.ChallengeAt) + 1) is not { SourceSpan: var verifier }
            || Maker.Of(file, node) is not { } maker
        )
            return;
        maker.ReplaceBy(ProofKeyCode.At(file, maker.Start, edits, planned).CreateChallenge(file.Text.ToString(verifier)), edits.In(file));
    }
}
