using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.Servers;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Compares the code challenge in a time that does not tell where it differs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE4003ComparisonFix)), Shared]
public sealed class PKCE4003ComparisonFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE4003"];

    private protected override string Title => "Compare in constant time";

    private protected override SyntaxNode? PlaceOf(Defect defect) =>
        // Beside the plain transformation, what is missing on both sides would be equal.
        defect.Model
            is ChallengeComparison { IsOfVerifier: false, Texts: not null, Place: var place }
            ? place
            : null;

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned)
    {
        if (
            defect.Model is not ChallengeComparison { Texts: var (one, other) }
            || !HasFixedTimeEquals(file)
            || Octets(file, one) is not { } left
            || Octets(file, other) is not { } right
        )
            return;
        var negated = place.IsKind(SyntaxKind.NotEqualsExpression) ? "!" : "";
        var operations = Name(file, place.SpanStart, "System.Security.Cryptography", "CryptographicOperations");
        edits.In(file).Replace(place.Span, $"{negated}{operations}.FixedTimeEquals({left}, {right})");
    }

    static bool HasFixedTimeEquals(SourceFile file) =>
        file
            .Model.Compilation.GetTypesByMetadataName("System.Security.Cryptography.CryptographicOperations")
            .Any(type => type.DeclaredAccessibility == Accessibility.Public && type.GetMembers("FixedTimeEquals").Any());

    /// <summary>The octets of an operand. What is missing is no challenge: the other side is a hash, which is never empty.</summary>
    static string? Octets(SourceFile file, SyntaxNode code)
    {
        if (code is not ExpressionSyntax compared)
            return null;
        var operand = WithCase(compared);
        var type = file.Model.GetTypeInfo(operand);
        if (type.Type?.SpecialType != SpecialType.System_String)
            return null;
        var text =
            type.Nullability.FlowState == NullableFlowState.NotNull || operand is InvocationExpressionSyntax
                ? operand.ToString()
                : $"{operand} ?? \"\"";
        return $"{Name(file, operand.SpanStart, "System.Text", "Encoding")}.ASCII.GetBytes({text})";
    }

    /// <summary>The text of which only the letters were compared: their case tells challenges apart.</summary>
    static ExpressionSyntax WithCase(ExpressionSyntax compared) =>
        compared
            is InvocationExpressionSyntax
            {
                ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant",
                    Expression: var folded
                }
            }
            ? WithCase(folded)
            : compared;

    static string Name(SourceFile file, int position, string space, string type) =>
        file.Model.LookupNamespacesAndTypes(position, name: type).Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == space)
            ? type
            : $"global::{space}.{type}";
}
