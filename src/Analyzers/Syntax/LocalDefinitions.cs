using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PkceAnalyzers.Syntax;

static class LocalDefinitions
{
    /// <summary>What a member assigns to its locals, by their names.</summary>
    public static ILookup<string, ExpressionSyntax> In(SyntaxNode member) =>
        member
            .DescendantNodes()
            .Select<SyntaxNode, (string Name, ExpressionSyntax? Value)>(node =>
                node switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: var value } variable => (variable.Identifier.ValueText, value),
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value } => (name.Identifier.ValueText, value),
                    // Form.TryGetValue("code_verifier", out var presented)
                    ArgumentSyntax
                    {
                        RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword,
                        Parent.Parent: InvocationExpressionSyntax call
                    } argument when Assigned(argument) is { } target => (target, call),
                    _ => ("", null),
                }
            )
            .Where(pair => pair.Value is not null)
            .ToLookup(pair => pair.Name, pair => pair.Value!);

    static string? Assigned(ArgumentSyntax argument) =>
        argument.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };
}
