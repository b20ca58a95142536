using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Replaces a code verifier that is predictable, constant, malformed or weak, or the whole helper that makes it, by one from the system's
/// cryptographic random number generator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3001VerifierFix)), Shared]
public sealed class PKCE3001VerifierFix : RepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3001", "PKCE3002", "PKCE3004", "PKCE3005"];

    private protected override string Title => "Create the code verifier from cryptographic randomness";

    private protected override async Task<SolutionEdits> PlanAsync(
        SourceFiles files, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var edits = new SolutionEdits();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.LocationAt(diagnostic.IndexOf(Repair.VerifierAt)) is not { } place)
                continue;
            if (await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file)
                continue;
            var repair = new SolutionEdits();
            if (TryReplace(file, place.SourceSpan, repair, edits))
                edits.TryAdd(repair);
        }
        return edits;
    }

    static bool TryReplace(SourceFile file, TextSpan span, SolutionEdits edits, SolutionEdits planned)
    {
        var node = file.Root.FindNode(span, getInnermostNodeForTie: true);
        if (node.ContainsDiagnostics || Maker(node) is not { } maker || !GivesString(file, node))
            return false;
        var call = ProofKeyCode.At(file, maker.SpanStart, edits, planned).CreateVerifier;
        if (maker is BlockSyntax { Statements: { Count: > 0 } body })
            edits.In(file).Replace(TextSpan.FromBounds(body.First().SpanStart, body.Last().Span.End), $"return {call};");
        else
            edits.In(file).Replace(maker.Span, call);
        DeadDeclarations.Remove(edits.In(file), maker);
        return true;
    }

    /// <summary>The expression, or the body of the method, local function or getter, that makes the verifier.</summary>
    internal static SyntaxNode? Maker(SyntaxNode node) => node switch
    {
        ExpressionSyntax => node,
        MethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody?.Expression ?? method.Body,
        LocalFunctionStatementSyntax function => (SyntaxNode?)function.ExpressionBody?.Expression ?? function.Body,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value ?? Maker(property.AccessorList),
        _ => null,
    };

    static SyntaxNode? Maker(AccessorListSyntax? accessors)
    {
        var getter = accessors?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return (SyntaxNode?)getter?.ExpressionBody?.Expression ?? getter?.Body;
    }

    internal static bool GivesString(SourceFile file, SyntaxNode node)
    {
        if (file.IsValue(node))
            return file.Model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_String;
        var type = file.Model.GetDeclaredSymbol(node) switch
        {
            IMethodSymbol { IsAsync: false } method => method.ReturnType,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type?.SpecialType == SpecialType.System_String;
    }
}
