using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.CodeFixes;

/// <summary>Lets the method that begins logins make the code verifier, which an object made once for all of them. Offered for private
/// members of objects alone: what the whole process shares would still be shared by logins at the same time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PKCE3003RenewalFix)), Shared]
public sealed class PKCE3003RenewalFix : PlaceRepairProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["PKCE3003"];

    private protected override string Title => "Create a code verifier for each authorization request";

    private protected override SyntaxNode? PlaceOf(Defect defect) => (defect.Model as SharedVerifier)?.Renewal?.Value;

    private protected override void Plan(SourceFile file, SyntaxNode place, Defect defect, SolutionEdits edits, SolutionEdits planned)
    {
        var (value, declaration, use) = ((SharedVerifier)defect.Model).Renewal!;
        // The outermost statement: whatever path the method takes, it has passed there.
        if (
            StatementInsertionPoint.Around(use).LastOrDefault() is not { } spot
            || file.Model.GetSymbolInfo(use).Symbol is not (IFieldSymbol or IPropertySymbol)
        )
            return;
        var document = edits.In(file);
        document.InsertBefore(spot, $"{use} = {value};");
        MakeWritable(declaration, document);
        var mayBeNull = !file.AllowsNullable(declaration.SpanStart) || TypeOf(declaration) is NullableTypeSyntax;
        if (value.Parent is EqualsValueClauseSyntax initializer)
            RemoveInitializer(initializer, mayBeNull, document);
        else
        {
            document.Replace(DeadDeclarations.Lines(file, value.FirstAncestorOrSelf<StatementSyntax>()!), "");
            if (!mayBeNull)
                Initialize(declaration, document);
        }
    }

    static TypeSyntax? TypeOf(SyntaxNode declaration) =>
        declaration switch
        {
            PropertyDeclarationSyntax property => property.Type,
            { Parent: VariableDeclarationSyntax list } => list.Type,
            _ => null,
        };

    static void MakeWritable(SyntaxNode declaration, DocumentEdits document)
    {
        foreach (
            var keyword in declaration
                .FirstAncestorOrSelf<MemberDeclarationSyntax>()!
                .Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
        )
            document.Replace(TextSpan.FromBounds(keyword.SpanStart, keyword.GetNextToken().SpanStart), "");
        if (declaration is PropertyDeclarationSyntax { AccessorList.Accessors: [var getter] })
            document.Insert(getter.Span.End, " set;");
    }

    static void RemoveInitializer(EqualsValueClauseSyntax initializer, bool mayBeNull, DocumentEdits document)
    {
        if (!mayBeNull)
        {
            document.Replace(initializer.Value.Span, "null!");
            return;
        }
        // A property without one ends with its accessors.
        var end = initializer.Parent is PropertyDeclarationSyntax property ? property.SemicolonToken.Span.End : initializer.Span.End;
        document.Replace(TextSpan.FromBounds(initializer.EqualsToken.GetPreviousToken().Span.End, end), "");
    }

    static void Initialize(SyntaxNode declaration, DocumentEdits document)
    {
        if (declaration is PropertyDeclarationSyntax { Initializer: null } property)
            document.Insert(property.Span.End, " = null!;");
        else if (declaration is VariableDeclaratorSyntax { Initializer: null } variable)
            document.Insert(variable.Span.End, " = null!");
    }
}
