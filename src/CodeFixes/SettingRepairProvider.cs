using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;

namespace PkceAnalyzers.CodeFixes;

/// <summary>A fix that gives one setting of a library the value that it should have: in place of another, or added.</summary>
public abstract class SettingRepairProvider : PlaceRepairProvider
{
    private protected sealed override string PlaceProperty(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(Repair.SettingInto) ? Repair.SettingInto : Repair.SettingAt;

    private protected sealed override void Plan(
        SourceFile file,
        SyntaxNode node,
        Diagnostic diagnostic,
        SolutionEdits edits,
        SolutionEdits planned
    )
    {
        if (!diagnostic.Properties.TryGetValue(Repair.SettingValue, out var value) || value is null)
            return;
        if (!diagnostic.Properties.ContainsKey(Repair.SettingInto))
            edits.In(file).Replace(node.Span, Written(value, file.Model.GetTypeInfo(node).ConvertedType, file, node));
        else if (diagnostic.Properties.TryGetValue(Repair.SettingMember, out var member) && member is not null)
            SettingInsertion.Insert(edits.In(file), node, member, Written(value, TypeOf(member, file, node), file, node));
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
        var owner = node is AnonymousFunctionExpressionSyntax
            ? (file.Model.GetSymbolInfo(node).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type
            : file.Model.GetTypeInfo(node).Type;
        return owner?.GetMembers(member).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
    }
}
