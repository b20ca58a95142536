using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Libraries;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Settings;

/// <summary>A code challenge that the program adds to the request of a library that does PKCE itself: the library does not know the
/// verifier.</summary>
sealed class ForeignChallenges(TypeMatcher matcher, CancellationToken cancellation)
{
    static readonly TriggerWords Verifier = new(["code_verifier", "codeverifier"]);

    readonly Evaluation _values = new(matcher.Cache, cancellation);

    public IEnumerable<SettingFinding> In(SyntaxTree tree)
    {
        var names = matcher.Cache.NamesIn(tree, cancellation);
        // What sends the verifier too may do the whole of PKCE by hand.
        return
            LibraryRegistry.ExtraParameters.Any(extra => names.Contains(extra.Name))
            && !CodeWords.AreIn(Verifier, tree.GetRoot(cancellation), matcher.Cache, cancellation)
            ? LibraryRegistry
                .ExtraParameters.SelectMany(extra => names[extra.Name].Select(name => Of(extra, name)))
                .OfType<SettingFinding>()
            : [];
    }

    SettingFinding? Of(ExtraParameters extra, SimpleNameSyntax name)
    {
        var member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        if (
            KeysIn(member).FirstOrDefault(key => _values.ConstantOf(key) == WireNames.CodeChallenge) is not { } key
            || !matcher.IsDeclaredBy(extra.Owners, isStatic: false, name, member, out var owner)
        )
            return null;
        var row = new Setting(extra.Name, SettingEffect.Ineffective, ValueCondition.Written);
        return SettingFinding.At(
            key,
            new TypeMatch(new ConfiguredType(extra.Library, extra.Owners, []), owner),
            row,
            SettingTrap.ForeignChallenge
        );
    }

    /// <summary>The keys under which something is written into a dictionary: by index, by a method, or where it is made.</summary>
    static IEnumerable<ExpressionSyntax> KeysIn(ExpressionSyntax member) =>
        member.Parent switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }], Parent: AssignmentExpressionSyntax } =>
            [
                key,
            ],
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Add" or "TryAdd",
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, ..] }
            } => [key],
            AssignmentExpressionSyntax assignment when assignment.Left == member => assignment
                .Right.DescendantNodesAndSelf()
                .OfType<InitializerExpressionSyntax>()
                .SelectMany(initializer => initializer.Expressions)
                .SelectMany(KeyOf),
            _ => [],
        };

    // { ["key"] = value }, { "key", value }, new("key", value).
    static IEnumerable<ExpressionSyntax> KeyOf(ExpressionSyntax element) =>
        element switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] } } => [key],
            InitializerExpressionSyntax { Expressions: [var key, _] } => [key],
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }, _] } => [key],
            _ => [],
        };
}
