using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.Settings;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that gives one setting of a library the value that it should have: in place of another, or added.</summary>
public abstract class SettingRepairProvider : PlaceRepairProvider
{
    private protected sealed override SyntaxNode? PlaceOf(Defect defect) =>
        defect.Model is not SettingFinding { Setting: var setting } finding || setting.BreaksTheLoginOf(finding.Grants) ? null
        : setting.RepairCall is not null ? finding.Place.FirstAncestorOrSelf<InvocationExpressionSyntax>()
        : setting is { Repair: not null } and ({ Given: [] } or { AtCreation: true })
            ? finding.Write?.Value ?? finding.Registration.InsertionPlace
        : null;

    private protected sealed override void Plan(
        SourceFile file,
        SyntaxNode place,
        Defect defect,
        SolutionEdits edits,
        SolutionEdits planned
    )
    {
        var finding = (SettingFinding)defect.Model;
        if (finding.Setting.RepairCall is { } call)
        {
            SettingInsertion.InsertCall(edits.In(file), (InvocationExpressionSyntax)place, call);
            return;
        }
        var (member, value) = (finding.Setting.Member, finding.Setting.Repair!);
        if (finding.Write is not null)
            edits.In(file).Replace(place.Span, Written(value, file.Model.GetTypeInfo(place).ConvertedType, file, place));
        else
            SettingInsertion.Insert(edits.In(file), place, member, Written(value, TypeOf(member, file, place), file, place));
    }

    /// <summary>A value as it can be written: a namespace may hide the name of its type, as the Runtime's namespace does with Scalar's
    /// enumeration.</summary>
    static string Written(string value, ITypeSymbol? type, SourceFile file, SyntaxNode node)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
            type = underlying;
        if (type is not { TypeKind: TypeKind.Enum } || !value.StartsWith(type.Name + ".", StringComparison.Ordinal))
            return value;
        var bound = file.Model.GetSpeculativeSymbolInfo(
            node.SpanStart,
            SyntaxFactory.ParseExpression(value),
            SpeculativeBindingOption.BindAsExpression
        );
        return bound.Symbol is not null ? value : $"{file.Rooted(node.SpanStart, type.ContainingNamespace.ToDisplayString())}.{value}";
    }

    /// <summary>The type of a member of the object that is made or set up.</summary>
    static ITypeSymbol? TypeOf(string member, SourceFile file, SyntaxNode node)
    {
        var owner =
            node is AnonymousFunctionExpressionSyntax
                ? (file.Model.GetSymbolInfo(node).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type
                : file.Model.GetTypeInfo(node).Type;
        return owner?.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
    }
}
