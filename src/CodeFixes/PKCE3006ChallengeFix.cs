using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Replaces a wrong transformation of the code verifier, or the whole helper that makes it, by S256.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3006ChallengeFix)), Shared]
public sealed class PKCE3006ChallengeFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3006"];

    private protected override string Title => "Compute the S256 code challenge";

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            var index = diagnostic.IndexOf(Repair.ChallengeAt);
            if (diagnostic.LocationAt(index) is not { } place || diagnostic.LocationAt(index + 1) is not { } verifier)
                continue;
            if (await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file)
                continue;
            var repair = new SolutionEdits();
            if (TryReplace(file, place.SourceSpan, verifier.SourceSpan, repair, edits))
                edits.TryAdd(repair);
        }
        return edits;
    }

    static bool TryReplace(SourceFile file, TextSpan span, TextSpan verifier, SolutionEdits edits, SolutionEdits planned)
    {
        var node = file.Root.FindNode(span, getInnermostNodeForTie: true);
        if (node.ContainsDiagnostics || PKCE3001VerifierFix.Maker(node) is not { } maker || !PKCE3001VerifierFix.GivesString(file, node))
            return false;
        var call = ProofKeyCode.At(file, maker.SpanStart, edits, planned).CreateChallenge(file.Text.ToString(verifier));
        if (maker is BlockSyntax { Statements: { Count: > 0 } body })
            edits.In(file).Replace(TextSpan.FromBounds(body.First().SpanStart, body.Last().Span.End), $"return {call};");
        else
            edits.In(file).Replace(maker.Span, call);
        DeadDeclarations.Remove(edits.In(file), maker);
        return true;
    }
}
