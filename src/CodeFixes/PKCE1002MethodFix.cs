using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.ProofKeys;

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
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            var repair = new SolutionEdits();
            if (
                await NameAsync(files, diagnostic, repair, cancellationToken).ConfigureAwait(false)
                && await HashAsync(files, diagnostic, repair, edits, cancellationToken).ConfigureAwait(false)
            )
                edits.TryAdd(repair);
        }
        return edits;
    }

    /// <summary>Writes the name in place of the other, or adds it; false where the code has not the shape that the diagnostic
    /// promises.</summary>
    static async Task<bool> NameAsync(SourceFiles files, Diagnostic diagnostic, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (diagnostic.Properties.TryGetValue(Repair.MethodValue, out var value) && value is not null)
        {
            if (await files.FindNodeAsync(diagnostic, Repair.MethodAt, cancellationToken).ConfigureAwait(false) is not ({ } file, { } node))
                return false;
            edits.In(file).Replace(diagnostic.LocationAt(diagnostic.IndexOf(Repair.MethodAt))!.SourceSpan, value);
            DeadDeclarations.Remove(edits.In(file), node);
            return true;
        }
        return await Request.ReadAsync(files, diagnostic, Repair.Authorization, cancellationToken).ConfigureAwait(false) is { } request
            && RequestInsertion.TryInsert(edits, request, [Parameter.Fixed(ParameterNames.CodeChallengeMethod, "S256")]);
    }

    /// <summary>Sends the hash of the verifier in place of the verifier, where the diagnostic asks for it.</summary>
    static async Task<bool> HashAsync(
        SourceFiles files,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned,
        CancellationToken cancellationToken
    )
    {
        if (!diagnostic.Properties.ContainsKey(Repair.ChallengeAt))
            return true;
        if (
            await files.FindNodeAsync(diagnostic, Repair.ChallengeAt, cancellationToken).ConfigureAwait(false)
            is not
            ({ } file, ExpressionSyntax verifier)
        )
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
