using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Replaces a wrong transformation of the code verifier, or the whole helper that makes it, by S256.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3006ChallengeFix)), Shared]
public sealed class PKCE3006ChallengeFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3006"];

    private protected override string Title => "Compute the S256 code challenge";

    /// <summary>The expression that makes it and nothing else, wherever the challenge is sent; else the whole helper.</summary>
    private protected override SyntaxNode? PlaceOf(Defect defect)
    {
        var place = Transformation(defect)?.Maker ?? (defect.Model is Challenge { Verifier: not null, Place: var helper } ? helper : null);
        return place is not null && new PureCode(defect.File.Cache, CancellationToken.None).Is(place) ? place : null;
    }

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned)
    {
        if (Maker.Of(file, place) is not { } maker)
            return;
        var verifier = Transformation(defect)?.Verifier ?? ((Challenge)defect.Model).Verifier!;
        var written = verifier.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? verifier.Parent! : verifier;
        maker.ReplaceBy(ProofKeyCode.At(file, maker.Start, edits, planned).CreateChallenge(written.ToString()), edits.In(file));
    }

    static ChallengeTransformation? Transformation(Defect defect) =>
        defect.Model is Challenge { Place: var place, Fault: var fault }
        && ChallengeTransformation.Of(place, defect.File.Cache, CancellationToken.None) is { } made
        // A digest that is computed out of sight would be hashed once more.
        && (!made.IsPlain || fault == ChallengeFault.NotHashed)
            ? made
            : null;
}
