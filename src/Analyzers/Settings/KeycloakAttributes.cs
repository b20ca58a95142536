using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Libraries.Known;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>Finds Keycloak's attribute for PKCE in dictionaries: its name is so much its own that no type has to be known.</summary>
sealed class KeycloakAttributes(TypeMatcher matcher, CancellationToken cancellation)
{
    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree) =>
        !matcher.Cache.TreesHolding(Keycloak.MethodAttribute, cancellation).Contains(tree)
            ? []
            : tree.GetRoot(cancellation)
                .DescendantNodes()
                .OfType<LiteralExpressionSyntax>()
                .Where(literal => literal.Token.ValueText == Keycloak.MethodAttribute)
                .Select(Of)
                .OfType<SettingFinding>();

    SettingFinding? Of(LiteralExpressionSyntax key)
    {
        if (
            ValueAt(key) is not { } value
            || _values.ConstantOf(value) is not { } text
            || Keycloak.Settings.FirstOrDefault(row => row.Condition.Holds(text)) is not { } row
        )
            return null;
        return SettingFinding.At(value, new TypeMatch(Keycloak.Type, null) { IsResolved = true }, row);
    }

    // ["key"] = value, { "key", value }, Add("key", value), new("key", value).
    static ExpressionSyntax? ValueAt(LiteralExpressionSyntax key) =>
        key.Parent switch
        {
            ArgumentSyntax
            {
                Parent: BracketedArgumentListSyntax { Parent: ExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element }
            } when assignment.Left == element => assignment.Right,
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [var first, { Expression: var second }] } } when first == key.Parent =>
                second,
            InitializerExpressionSyntax { Expressions: [var first, var second] } when first == key => second,
            _ => null,
        };
}
