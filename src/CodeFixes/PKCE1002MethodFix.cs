using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.ProofKeys;
using PkceAnalyzers.Requests;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Makes the authorization request name S256, and where it sends the code verifier as its own challenge, send the challenge in the
/// same edit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE1002MethodFix)), Shared]
public sealed class PKCE1002MethodFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE1002"];

    private protected override string Title => "Use S256";

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files,
        IReadOnlyList<Defect> defects,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        foreach (var defect in defects)
        {
            if (
                defect.Model is not Request request
                || RequestProvider.WithoutS256([request]) is not null
                || MethodRepair.Of(request, defect.File.Cache, cancellationToken) is not { } method
            )
                continue;
            var repair = new SolutionEdits();
            if (
                await NameAsync(files, method, repair, cancellationToken).ConfigureAwait(false)
                && await HashAsync(files, method, repair, edits, cancellationToken).ConfigureAwait(false)
            )
                edits.TryAdd(repair);
        }
        return edits;
    }

    /// <summary>Writes the name in place of the other, or adds it; false where the code has not the shape that is expected.</summary>
    static async Task<bool> NameAsync(SourceFiles files, MethodRepair repair, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (repair.Method is { Place: { SourceTree: { } tree, SourceSpan: var span }, S256: var name })
        {
            var node = (await tree.GetRootAsync(cancellationToken).ConfigureAwait(false)).FindNode(span, getInnermostNodeForTie: true);
            if (await files.FindCompleteAsync(node, cancellationToken).ConfigureAwait(false) is not { } file)
                return false;
            edits.In(file).Replace(span, name);
            DeadDeclarations.Remove(edits.In(file), node);
            return true;
        }
        // The members that a library has for the proof key begin with the challenge, which is there.
        return repair.Added is { } point
            && await InsertionTarget.OfAsync(files, point with { Names = [] }, cancellationToken).ConfigureAwait(false) is { } request
            && RequestInsertion.TryInsert(edits, request, [AddedParameter.Fixed(ProofKeyParameters.CodeChallengeMethod, "S256")]);
    }

    /// <summary>Sends the hash of the verifier in place of the verifier, where that is sent.</summary>
    static async Task<bool> HashAsync(
        SourceFiles files,
        MethodRepair repair,
        SolutionEdits edits,
        SolutionEdits planned,
        CancellationToken cancellationToken
    )
    {
        if (repair.Challenge is not { } verifier)
            return true;
        if (await files.FindCompleteAsync(verifier, cancellationToken).ConfigureAwait(false) is not { } file)
            return false;
        // There is no hash of a verifier that is missing.
        if (
            file.Model.GetTypeInfo(verifier, cancellationToken)
            is not { Type.SpecialType: SpecialType.System_String, Nullability.FlowState: not NullableFlowState.MaybeNull }
        )
            return false;
        var challenge = ProofKeyCode.At(file, verifier.SpanStart, edits, planned).CreateChallenge(verifier.ToString());
        edits.In(file).Replace(verifier.Span, verifier.Parent is InterpolationSyntax ? Hole.Of(challenge) : challenge);
        return true;
    }
}
