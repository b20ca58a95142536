using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Catalog;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>An assignment to a library's setting.</summary>
/// <param name="Value">The constant that is assigned; null where it is none.</param>
sealed record SettingWrite(Setting Setting, AssignmentExpressionSyntax Assignment, object? Value)
{
    /// <summary>The writes in one file: assignments and initializers, never reads.</summary>
    public static ImmutableArray<SettingWrite> In(SemanticModel model, CancellationToken cancellation)
    {
        var writes = ImmutableArray.CreateBuilder<SettingWrite>();
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && NameOf(assignment.Left) is { } name && Setting.All.Any(setting => setting.Member == name)
                && model.GetSymbolInfo(assignment.Left, cancellation).Symbol is IPropertySymbol property
                && Setting.All.FirstOrDefault(setting => setting.Member == name && Declares(property, setting.Type)) is { } setting)
            {
                writes.Add(new SettingWrite(setting, assignment, model.GetConstantValue(assignment.Right, cancellation).Value));
            }
        }
        return writes.ToImmutable();
    }

    static string? NameOf(ExpressionSyntax left) => left switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    static bool Declares(IPropertySymbol property, string type)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (Call.FullName(current.ContainingType) == type)
                return true;
        }
        return false;
    }
}
